#include "storage/logbook/logbook.h"

#include "storage/logbook/change.h"
#include "storage/logbook/file_check.h"
#include "storage/logbook/schema.h"
#include "storage/sqlite/problem.h"

namespace unknot::storage {

struct Logbook::Impl {
    OpenOptions options;
    Services services;
    std::unique_ptr<Database> database;
    bool read_only = false;
    std::shared_ptr<const Snapshot> current;
    std::int64_t data_version = -1;

    Failure failed(const DatabaseError& error) const { return failure_of(error, options.file); }

    Failure damaged(const std::string& id) const {
        Failure failure;
        failure.problem = Problem::damaged;
        failure.file = options.file;
        failure.id = id;
        return failure;
    }

    void make_tables() {
        Transaction transaction(*database);
        if (database->integer("PRAGMA application_id") == 0) {  // another process may have been faster
            database->execute(std::string(schema_1));
            Tables tables(*database);
            tables.put_meta("device", make_record_id(services.now().utc_ms, services.random()).text);
            tables.put_meta("oldest_reader", std::to_string(schema_version));
            database->execute("PRAGMA application_id=" + std::to_string(application_id));
            database->execute("PRAGMA user_version=" + std::to_string(schema_version));
        }
        transaction.commit();
    }

    Result<Done, Failure> open_database(FileKind kind) {
        try {
            const auto access =
                options.read_only ? Database::Access::read_only : Database::Access::read_write;
            database = std::make_unique<Database>(options.file, access, options.busy_timeout);
            read_only = options.read_only || database->read_only();
            if (kind == FileKind::empty || database->integer("PRAGMA application_id") == 0) {
                make_tables();
            }
            return Done{};
        } catch (const DatabaseError& error) {
            return Failed{failed(error)};
        }
    }

    Snapshot base_snapshot(Tables& tables) const {
        Snapshot fresh;
        fresh.catalogue = std::make_shared<const AreaCatalogue>(tables.own_areas());
        const auto profile = tables.profile();
        fresh.profile = profile.value_or(Profile{});
        fresh.profile_asked = profile.has_value();
        fresh.generation = current ? current->generation + 1 : 1;
        Statement tool(*database,
                       "SELECT tool, max(at_ms) AS latest FROM session WHERE tool <> '' GROUP BY tool ORDER "
                       "BY latest DESC");
        while (tool.step()) {
            fresh.tools.push_back(tool.text(0));
        }
        return fresh;
    }

    /// Reads the whole log, in one read transaction so that it is one moment of it.
    void load_all() {
        database->execute("BEGIN");
        try {
            Tables tables(*database);
            Snapshot fresh = base_snapshot(tables);
            for (const std::string& area : tables.areas()) {
                fresh.areas[area] = std::make_shared<const AreaRecords>(tables.area_records(area));
            }
            // Asked inside the transaction: what another process commits behind it must be seen as new.
            data_version = database->integer("PRAGMA data_version");
            database->execute("COMMIT");
            current = std::make_shared<const Snapshot>(std::move(fresh));
        } catch (...) {
            if (database->in_transaction()) {
                database->execute("ROLLBACK");
            }
            throw;
        }
    }

    /// Reads only the areas that an own command touched; all others are shared with the last snapshot.
    void load_areas(const std::set<std::string>& areas) {
        Tables tables(*database);
        Snapshot fresh = base_snapshot(tables);
        fresh.areas = current->areas;
        for (const std::string& area : areas) {
            AreaRecords records = tables.area_records(area);
            if (records.sessions.empty() && records.checkins.empty()) {
                fresh.areas.erase(area);
            } else {
                fresh.areas[area] = std::make_shared<const AreaRecords>(std::move(records));
            }
        }
        current = std::make_shared<const Snapshot>(std::move(fresh));
    }
};

Logbook::Logbook(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Logbook::~Logbook() = default;

Result<std::unique_ptr<Logbook>, Failure> Logbook::open(const OpenOptions& options, Services services) {
    auto impl = std::make_unique<Impl>();
    impl->options = options;
    impl->services = std::move(services);
    auto kind = look_at(options.file);
    if (!kind) {
        return Failed{kind.error()};
    }
    Failure failure;
    failure.file = options.file;
    if (*kind != FileKind::absent && options.must_be_new) {
        failure.problem = Problem::already_there;
        return Failed{failure};
    }
    if (*kind == FileKind::absent && !options.create) {
        failure.problem = Problem::missing;
        return Failed{failure};
    }
    if (*kind == FileKind::empty && (!options.create || options.read_only)) {
        failure.problem = Problem::not_ours;
        return Failed{failure};
    }
    if (*kind == FileKind::absent) {
        if (auto made = make_private_folders(options.file); !made) {
            return Failed{made.error()};
        }
        // Two processes may start at once: that the other one was faster is no error.
        if (auto made = make_private_file(options.file);
            !made && made.error().problem != Problem::already_there) {
            return Failed{made.error()};
        }
    }
    if (auto opened = impl->open_database(*kind); !opened) {
        if (opened.error().problem != Problem::read_only &&
            opened.error().problem != Problem::no_permission) {
            return Failed{opened.error()};
        }
        impl->options.read_only = true;  // it can still be looked at
        if (auto again = impl->open_database(*kind); !again) {
            return Failed{opened.error()};
        }
    }
    return std::unique_ptr<Logbook>(new Logbook(std::move(impl)));
}

RecordId Logbook::new_id() {
    return make_record_id(impl_->services.now().utc_ms, impl_->services.random());
}

Result<Applied, Failure> Logbook::apply(const Command& command) {
    if (impl_->read_only) {
        Failure failure;
        failure.problem = Problem::read_only;
        failure.file = impl_->options.file;
        return Failed{failure};
    }
    try {
        Transaction transaction(*impl_->database);
        Change change(*impl_->database, impl_->services.now(), impl_->options.origin);
        Applied applied = change.carry_out(command);
        transaction.commit();
        const bool alone = impl_->current && !changed_elsewhere();
        if (alone) {
            impl_->load_areas(change.areas());
        } else {
            impl_->current.reset();
        }
        return applied;
    } catch (Failure& failure) {
        failure.file = impl_->options.file;
        return Failed{failure};
    } catch (const DamagedRecord& record) {
        return Failed{impl_->damaged(record.id)};
    } catch (const DatabaseError& error) {
        return Failed{impl_->failed(error)};
    }
}

Result<std::optional<Applied>, Failure> Logbook::undo_preview(const std::string& origin) {
    try {
        const std::int64_t step = latest_step(*impl_->database, origin);
        return step == 0 ? std::optional<Applied>() : describe_step(*impl_->database, step);
    } catch (const DatabaseError& error) {
        return Failed{impl_->failed(error)};
    }
}

Result<std::shared_ptr<const Snapshot>, Failure> Logbook::snapshot() {
    try {
        if (!impl_->current || changed_elsewhere()) {
            impl_->load_all();
        }
        return impl_->current;
    } catch (const DamagedRecord& record) {
        return Failed{impl_->damaged(record.id)};
    } catch (const DatabaseError& error) {
        return Failed{impl_->failed(error)};
    }
}

bool Logbook::changed_elsewhere() {
    try {
        return impl_->database->integer("PRAGMA data_version") != impl_->data_version;
    } catch (const DatabaseError&) {
        return true;  // reading again will then report what is wrong
    }
}

const std::filesystem::path& Logbook::file() const {
    return impl_->options.file;
}

bool Logbook::read_only() const {
    return impl_->read_only;
}

}  // namespace unknot::storage
