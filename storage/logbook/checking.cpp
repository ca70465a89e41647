#include "storage/logbook/checking.h"

#include "storage/logbook/backup.h"
#include "storage/logbook/contents.h"
#include "storage/logbook/guarded.h"
#include "storage/logbook/log_file.h"
#include "storage/migrations/migrations.h"
#include "storage/sqlite/statement.h"

#include <map>
#include <set>

namespace unknot::storage {

namespace {

using What = CheckProblem::What;

constexpr std::size_t most_problems = 100;

/// The objects of the schema, "table session" and the like, with how each was made.
std::map<std::string, std::string> objects_of(Connection& connection) {
    std::map<std::string, std::string> objects;
    Statement object(
        connection,
        "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE "
        "'\\'");
    while (object.step()) {
        objects.emplace(object.text(0), object.text(1));
    }
    return objects;
}

void check_objects(Connection& connection, std::int64_t version, std::vector<CheckProblem>& problems) {
    Connection expected = Connection::in_memory();
    migrate(expected, all_migrations().first(static_cast<std::size_t>(version)));
    const auto here = objects_of(connection);
    const auto wanted = objects_of(expected);
    std::set<std::string> named;
    for (const auto& [some, others] : {std::pair(&here, &wanted), std::pair(&wanted, &here)}) {
        for (const auto& [name, sql] : *some) {
            const auto other = others->find(name);
            if ((other == others->end() || other->second != sql) && named.size() < most_problems &&
                named.insert(name).second) {
                problems.push_back({What::foreign_object, "", name});
            }
        }
    }
}

void check_structure(Connection& connection, std::vector<CheckProblem>& problems) {
    Statement found(connection, "PRAGMA integrity_check");
    while (found.step()) {
        if (found.text(0) != "ok") {
            problems.push_back({What::structure, "", std::string(found.text(0))});
        }
    }
}

void check_references(Connection& connection, std::vector<CheckProblem>& problems) {
    Statement broken(connection, "PRAGMA foreign_key_check");
    for (std::size_t count = 0; count < most_problems && broken.step(); ++count) {
        problems.push_back({What::reference, std::string(broken.text(0)), std::string(broken.text(2))});
    }
}

void check_rows(Connection& connection, std::vector<CheckProblem>& problems) {
    std::size_t count = 0;
    each_damaged_row(connection, [&](const std::string& table, const std::string& id) {
        if (++count <= most_problems) {
            problems.push_back({What::record, table, id});
        }
    });
    try {
        const auto mark = mark_of(connection);
        if (mark && mark->digest != content_digest(connection)) {
            problems.push_back({What::digest, "", ""});
        }
    } catch (const DamagedRecord& damaged) {
        problems.push_back({What::record, "meta", damaged.id});
    }
}

/// Does one check; damage that stops it is one more problem, and the others still get their turn.
template <typename Check>
void carry_on(std::vector<CheckProblem>& problems, const std::filesystem::path& file, Check check) {
    try {
        check();
    } catch (const DatabaseError& error) {
        const Failure failure = failure_of(error, file);
        if (failure.problem != Problem::damaged) {
            throw;
        }
        problems.push_back({What::structure, "", failure.system});
    }
}

}  // namespace

Result<std::vector<CheckProblem>, Failure> check_log(const std::filesystem::path& log) {
    const std::filesystem::path file = resolved(log);
    return guarded<std::vector<CheckProblem>>(file, [&] {
        Failure failure;
        failure.file = file;
        const auto header = look_at(file);
        if (!header) {
            failure.problem = Problem::missing;
            throw failure;
        }
        if (!header->sqlite || header->write_ahead || header->application_id != application_id ||
            header->user_version < 1) {
            failure.problem = Problem::not_ours;
            throw failure;
        }
        if (header->user_version > current_version()) {
            failure.problem = Problem::newer_version;
            throw failure;
        }
        Connection connection(
            file, is_writable(file) ? Connection::Access::read_write : Connection::Access::read_only,
            reader_patience);
        std::vector<CheckProblem> problems;
        carry_on(problems, file, [&] { check_objects(connection, header->user_version, problems); });
        carry_on(problems, file, [&] { check_structure(connection, problems); });
        carry_on(problems, file, [&] { check_references(connection, problems); });
        carry_on(problems, file, [&] { check_rows(connection, problems); });
        return problems;
    });
}

}  // namespace unknot::storage
