#include "storage/logbook/tables.h"

#include "storage/logbook/columns.h"

namespace unknot::storage {

namespace {

std::optional<std::int64_t> value_of(const std::optional<Soreness>& soreness) {
    return soreness ? std::optional<std::int64_t>(soreness->value()) : std::nullopt;
}

template <typename E>
std::optional<std::int64_t> bits_of(const std::optional<AnswerSet<E>>& answers) {
    return answers ? std::optional<std::int64_t>(answers->bits()) : std::nullopt;
}

template <typename E>
std::optional<AnswerSet<E>> read_answers(RowReader& row) {
    const auto bits = row.optional_integer();
    return bits ? std::optional(set_of<E>(*bits)) : std::nullopt;
}

/// A value that the checksum covers and that is out of its range all the same was written by something else:
/// a record must never turn into "not recorded" unnoticed.
template <typename Value>
Value in_range(std::optional<Value> value, std::string_view id) {
    if (!value) {
        throw DamagedRecord{std::string(id)};
    }
    return *value;
}

std::optional<Soreness> read_soreness(RowReader& row, std::string_view id) {
    const auto value = row.optional_integer();
    return value ? std::optional(in_range(Soreness::of(*value), id)) : std::nullopt;
}

/// `From`: a row as a statement or a page has it.
template <typename From>
Stored<Session> read_session(const From& from, TextPool& texts) {
    RowReader row(from, "session");
    Stored<Session> stored;
    Session& session = stored.record;
    const std::string_view id = row.view();
    session.id = RecordId(id);
    session.area = texts.shared(row.view());
    session.side = side_of(row.integer(), id);
    session.started_at = read_instant(row, id);
    session.pressure = in_range(pressure_level(row.integer()), id);
    if (const auto seconds = row.optional_integer()) {
        session.duration = in_range(Duration::of_seconds(*seconds), id);
    }
    session.soreness_before = read_soreness(row, id);
    session.sensations = read_answers<Sensation>(row);
    session.screening = read_answers<Screening>(row);
    session.tool = texts.shared(row.view());
    session.note = row.view();
    session.entered_at = read_optional_instant(row, id);
    stored.revision = read_revision(row);
    row.finish(id);
    return stored;
}

template <typename From>
Stored<CheckIn> read_checkin(const From& from, TextPool& texts) {
    RowReader row(from, "checkin");
    Stored<CheckIn> stored;
    CheckIn& checkin = stored.record;
    const std::string_view id = row.view();
    checkin.id = RecordId(id);
    checkin.area = texts.shared(row.view());
    checkin.side = side_of(row.integer(), id);
    checkin.at = read_instant(row, id);
    checkin.soreness = read_soreness(row, id);
    checkin.symptoms = read_answers<Symptom>(row);
    checkin.note = row.view();
    checkin.entered_at = read_optional_instant(row, id);
    stored.revision = read_revision(row);
    row.finish(id);
    return stored;
}

}  // namespace

std::string_view table_of(Kind kind) {
    switch (kind) {
        case Kind::session: return "session";
        case Kind::checkin: return "checkin";
        case Kind::own_area: return "own_area";
        case Kind::profile: return "profile";
        case Kind::tool: return "tool";
    }
    return {};
}

void Tables::write(Statement& statement, const Session& session, const Revision& revision) {
    RowWriter row(statement, "session");
    row.put(session.id.text()).put(session.area).put(static_cast<std::int64_t>(session.side));
    put_instant(row, session.started_at);
    row.put(std::int64_t{number(session.pressure)});
    row.put(session.duration ? std::optional<std::int64_t>(session.duration->seconds()) : std::nullopt);
    row.put(value_of(session.soreness_before))
        .put(bits_of(session.sensations))
        .put(bits_of(session.screening));
    row.put(session.tool).put(session.note);
    put_instant(row, session.entered_at);
    put_revision(row, revision);
    row.finish();
}

void Tables::write(Statement& statement, const CheckIn& checkin, const Revision& revision) {
    RowWriter row(statement, "checkin");
    row.put(checkin.id.text()).put(checkin.area).put(static_cast<std::int64_t>(checkin.side));
    put_instant(row, checkin.at);
    row.put(value_of(checkin.soreness)).put(bits_of(checkin.symptoms)).put(checkin.note);
    put_instant(row, checkin.entered_at);
    put_revision(row, revision);
    row.finish();
}

void Tables::put(const Session& session, const Revision& revision) {
    Statement statement(connection_,
                        "INSERT OR REPLACE INTO session VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    write(statement, session, revision);
}

void Tables::put(const CheckIn& checkin, const Revision& revision) {
    Statement statement(connection_, "INSERT OR REPLACE INTO checkin VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    write(statement, checkin, revision);
}

void Tables::add(const Session& session, const Revision& revision) {
    Statement statement(connection_, "INSERT INTO session VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    write(statement, session, revision);
}

void Tables::add(const CheckIn& checkin, const Revision& revision) {
    Statement statement(connection_, "INSERT INTO checkin VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    write(statement, checkin, revision);
}

void Tables::remove(Kind kind, const std::string& id) {
    if (kind == Kind::own_area) {
        Statement(connection_, "DELETE FROM area_place WHERE id=?").bind(1, id).run();
    }
    Statement remove(connection_, "DELETE FROM " + std::string(table_of(kind)) + " WHERE id=?");
    remove.bind(1, id).run();
}

std::optional<Stored<Session>> Tables::session(const std::string& id) {
    Statement row(connection_, "SELECT * FROM session WHERE id=?");
    TextPool texts;
    return row.bind(1, id).step() ? std::optional(read_session(row, texts)) : std::nullopt;
}

std::optional<Stored<CheckIn>> Tables::checkin(const std::string& id) {
    Statement row(connection_, "SELECT * FROM checkin WHERE id=?");
    TextPool texts;
    return row.bind(1, id).step() ? std::optional(read_checkin(row, texts)) : std::nullopt;
}

std::vector<std::string> Tables::sessions_with(const std::string& tool) {
    std::vector<std::string> ids;
    Statement row(connection_, "SELECT id FROM session WHERE tool=?");
    row.bind(1, tool);
    while (row.step()) {
        ids.emplace_back(row.text(0));
    }
    return ids;
}

bool Tables::contains(Kind kind, const std::string& id) {
    Statement row(connection_, "SELECT 1 FROM " + std::string(table_of(kind)) + " WHERE id=?");
    return row.bind(1, id).step();
}

std::optional<Revision> Tables::revision(Kind kind, const std::string& id) {
    Statement row(connection_,
                  "SELECT clock, device, state FROM " + std::string(table_of(kind)) + " WHERE id=?");
    if (!row.bind(1, id).step()) {
        return std::nullopt;
    }
    return Revision{row.integer(0), row.integer(1), row.integer(2)};
}

bool Tables::has_records(const std::string& area) {
    Statement row(
        connection_,
        "SELECT 1 FROM session WHERE area=?1 UNION ALL SELECT 1 FROM checkin WHERE area=?1 LIMIT 1");
    return row.bind(1, area).step();
}

void Tables::each_session(const std::function<void(Session&&)>& take) {
    Statement row(connection_, "SELECT * FROM session");
    TextPool texts;
    while (row.step()) {
        take(read_session(row, texts).record);
    }
}

void Tables::each_checkin(const std::function<void(CheckIn&&)>& take) {
    Statement row(connection_, "SELECT * FROM checkin");
    TextPool texts;
    while (row.step()) {
        take(read_checkin(row, texts).record);
    }
}

void Tables::each_stored_session(const std::function<void(const Stored<Session>&)>& take) {
    Statement row(connection_, "SELECT * FROM session");
    TextPool texts;
    while (row.step()) {
        take(read_session(row, texts));
    }
}

void Tables::each_stored_checkin(const std::function<void(const Stored<CheckIn>&)>& take) {
    Statement row(connection_, "SELECT * FROM checkin");
    TextPool texts;
    while (row.step()) {
        take(read_checkin(row, texts));
    }
}

AreaRecords Tables::area_records(const std::string& area) {
    AreaRecords records;
    TextPool texts;
    Statement session(connection_, "SELECT * FROM session WHERE area=?");
    session.bind(1, area);
    while (session.step()) {
        records.sessions.push_back(std::make_shared<const Session>(read_session(session, texts).record));
    }
    Statement checkin(connection_, "SELECT * FROM checkin WHERE area=?");
    checkin.bind(1, area);
    while (checkin.step()) {
        records.checkins.push_back(std::make_shared<const CheckIn>(read_checkin(checkin, texts).record));
    }
    sort_records(records);
    return records;
}

std::vector<std::string> Tables::with_state(Kind kind, std::int64_t state) {
    std::vector<std::string> ids;
    Statement row(connection_, "SELECT id FROM " + std::string(table_of(kind)) + " WHERE state=?");
    row.bind(1, state);
    while (row.step()) {
        ids.emplace_back(row.text(0));
    }
    return ids;
}

bool each_session(const TablePages& pages, std::size_t first, std::size_t last, TextPool& texts,
                  const std::function<void(Session&&)>& take) {
    return pages.each_row(first, last, [&](const PageRow& row) { take(read_session(row, texts).record); });
}

bool each_checkin(const TablePages& pages, std::size_t first, std::size_t last, TextPool& texts,
                  const std::function<void(CheckIn&&)>& take) {
    return pages.each_row(first, last, [&](const PageRow& row) { take(read_checkin(row, texts).record); });
}

}  // namespace unknot::storage
