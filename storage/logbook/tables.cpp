#include "storage/logbook/tables.h"

#include "storage/logbook/image.h"

namespace unknot::storage {

namespace {

constexpr std::string_view session_columns =
    "id,area,side,at_ms,at_offset,pressure,duration_s,soreness_before,sensations,screening,tool,note,entered_"
    "ms,"
    "entered_offset,checksum";
constexpr std::string_view checkin_columns =
    "id,area,side,at_ms,at_offset,soreness,symptoms,note,entered_ms,entered_offset,checksum";

std::optional<std::int64_t> value_of(const std::optional<Soreness>& soreness) {
    return soreness ? std::optional<std::int64_t>(soreness->value()) : std::nullopt;
}

template <typename E>
std::optional<std::int64_t> bits_of(const std::optional<AnswerSet<E>>& answers) {
    return answers ? std::optional<std::int64_t>(answers->bits()) : std::nullopt;
}

std::optional<std::int64_t> ms_of(const std::optional<Instant>& at) {
    return at ? std::optional(at->utc_ms) : std::nullopt;
}

std::optional<std::int64_t> offset_of(const std::optional<Instant>& at) {
    return at ? std::optional<std::int64_t>(at->offset_minutes) : std::nullopt;
}

std::optional<Instant> instant_in(const Statement& row, int ms, int offset) {
    if (row.is_null(ms)) {
        return std::nullopt;
    }
    return Instant{row.integer(ms), static_cast<std::int32_t>(row.integer(offset))};
}

std::optional<Soreness> soreness_in(const Statement& row, int column) {
    const auto value = row.optional_integer(column);
    return value ? Soreness::of(*value) : std::nullopt;
}

template <typename E>
std::optional<AnswerSet<E>> answers_in(const Statement& row, int column) {
    const auto bits = row.optional_integer(column);
    return bits ? std::optional(AnswerSet<E>::from_bits(static_cast<std::uint32_t>(*bits))) : std::nullopt;
}

template <typename Record>
Record checked(Record record, std::int64_t checksum) {
    if (checksum_of(image_of(record)) != checksum) {
        throw DamagedRecord{record.id.text};
    }
    return record;
}

Session session_in(const Statement& row) {
    Session session;
    session.id.text = row.text(0);
    session.area = row.text(1);
    session.side = static_cast<Side>(row.integer(2));
    session.started_at = *instant_in(row, 3, 4);
    session.pressure = pressure_level(row.integer(5)).value_or(PressureLevel::very_light);
    if (const auto seconds = row.optional_integer(6)) {
        session.duration = Duration::of_seconds(*seconds);
    }
    session.soreness_before = soreness_in(row, 7);
    session.sensations = answers_in<Sensation>(row, 8);
    session.screening = answers_in<Screening>(row, 9);
    session.tool = row.text(10);
    session.note = row.text(11);
    session.entered_at = instant_in(row, 12, 13);
    return checked(std::move(session), row.integer(14));
}

CheckIn checkin_in(const Statement& row) {
    CheckIn checkin;
    checkin.id.text = row.text(0);
    checkin.area = row.text(1);
    checkin.side = static_cast<Side>(row.integer(2));
    checkin.at = *instant_in(row, 3, 4);
    checkin.soreness = soreness_in(row, 5);
    checkin.symptoms = answers_in<Symptom>(row, 6);
    checkin.note = row.text(7);
    checkin.entered_at = instant_in(row, 8, 9);
    return checked(std::move(checkin), row.integer(10));
}

std::string_view table_of(Kind kind) {
    switch (kind) {
        case Kind::session: return "session";
        case Kind::checkin: return "checkin";
        case Kind::profile: return "profile";
        case Kind::own_area: return "own_area";
    }
    return {};
}

std::int64_t sides_bits(const AreaSides& sides) {
    return (sides.left ? 1 : 0) | (sides.right ? 2 : 0) | (sides.center ? 4 : 0);
}

std::string select(std::string_view columns, std::string_view table, std::string_view where) {
    return "SELECT " + std::string(columns) + " FROM " + std::string(table) + " WHERE " + std::string(where);
}

}  // namespace

void Tables::put(const Session& session, const Revision& revision) {
    Statement put(database_, "INSERT OR REPLACE INTO session VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    put.bind(1, session.id.text).bind(2, session.area).bind(3, static_cast<std::int64_t>(session.side));
    put.bind(4, session.started_at.utc_ms).bind(5, std::int64_t{session.started_at.offset_minutes});
    put.bind(6, std::int64_t{number(session.pressure)});
    put.bind(7, session.duration ? std::optional<std::int64_t>(session.duration->seconds()) : std::nullopt);
    put.bind(8, value_of(session.soreness_before)).bind(9, bits_of(session.sensations));
    put.bind(10, bits_of(session.screening)).bind(11, session.tool).bind(12, session.note);
    put.bind(13, ms_of(session.entered_at)).bind(14, offset_of(session.entered_at));
    put.bind(15, revision.clock).bind(16, revision.device).bind(17, checksum_of(image_of(session)));
    put.run();
}

void Tables::put(const CheckIn& checkin, const Revision& revision) {
    Statement put(database_, "INSERT OR REPLACE INTO checkin VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)");
    put.bind(1, checkin.id.text).bind(2, checkin.area).bind(3, static_cast<std::int64_t>(checkin.side));
    put.bind(4, checkin.at.utc_ms).bind(5, std::int64_t{checkin.at.offset_minutes});
    put.bind(6, value_of(checkin.soreness)).bind(7, bits_of(checkin.symptoms)).bind(8, checkin.note);
    put.bind(9, ms_of(checkin.entered_at)).bind(10, offset_of(checkin.entered_at));
    put.bind(11, revision.clock).bind(12, revision.device).bind(13, checksum_of(image_of(checkin)));
    put.run();
}

void Tables::put(const Profile& profile, const Revision& revision) {
    Statement put(database_, "INSERT OR REPLACE INTO profile VALUES (1,?,?,?,?,?,?,?)");
    put.bind(1, std::int64_t{profile.conditions.bits()}).bind(2, std::int64_t{profile.denied.bits()});
    put.bind(3, std::int64_t{profile.cleared.bits()});
    put.bind(4, ms_of(profile.cleared_at)).bind(5, offset_of(profile.cleared_at));
    put.bind(6, revision.clock).bind(7, revision.device);
    put.run();
}

void Tables::put(const Area& own_area, const Revision& revision) {
    Statement put(database_, "INSERT OR REPLACE INTO own_area VALUES (?,?,?,?,?,?,?,?)");
    put.bind(1, own_area.id).bind(2, own_area.name).bind(3, sides_bits(own_area.sides));
    put.bind(4, std::int64_t{own_area.front}).bind(5, std::int64_t{own_area.back});
    put.bind(6, std::int64_t{own_area.retired}).bind(7, revision.clock).bind(8, revision.device);
    put.run();
}

void Tables::remove(Kind kind, const std::string& id) {
    if (kind == Kind::profile) {
        database_.execute("DELETE FROM profile");
        return;
    }
    Statement remove(database_, "DELETE FROM " + std::string(table_of(kind)) + " WHERE id=?");
    remove.bind(1, id).run();
}

void Tables::put_tombstone(const std::string& id, const Revision& revision) {
    Statement put(database_, "INSERT OR REPLACE INTO tombstone VALUES (?,?,?)");
    put.bind(1, id).bind(2, revision.clock).bind(3, revision.device).run();
}

void Tables::remove_tombstone(const std::string& id) {
    Statement remove(database_, "DELETE FROM tombstone WHERE id=?");
    remove.bind(1, id).run();
}

std::optional<Session> Tables::session(const std::string& id) {
    Statement row(database_, select(session_columns, "session", "id=?"));
    row.bind(1, id);
    return row.step() ? std::optional(session_in(row)) : std::nullopt;
}

std::optional<CheckIn> Tables::checkin(const std::string& id) {
    Statement row(database_, select(checkin_columns, "checkin", "id=?"));
    row.bind(1, id);
    return row.step() ? std::optional(checkin_in(row)) : std::nullopt;
}

std::optional<Profile> Tables::profile() {
    Statement row(database_, "SELECT conditions,denied,cleared,cleared_ms,cleared_offset FROM profile");
    if (!row.step()) {
        return std::nullopt;
    }
    Profile profile;
    profile.conditions = Conditions::from_bits(static_cast<std::uint32_t>(row.integer(0)));
    profile.denied = Conditions::from_bits(static_cast<std::uint32_t>(row.integer(1)));
    profile.cleared = Conditions::from_bits(static_cast<std::uint32_t>(row.integer(2)));
    profile.cleared_at = instant_in(row, 3, 4);
    return profile;
}

std::vector<Area> Tables::own_areas() {
    std::vector<Area> areas;
    Statement row(database_, "SELECT id,name,sides,front,back,retired FROM own_area ORDER BY id");
    while (row.step()) {
        Area area;
        area.id = row.text(0);
        area.name = row.text(1);
        area.sides = {(row.integer(2) & 1) != 0, (row.integer(2) & 2) != 0, (row.integer(2) & 4) != 0};
        area.front = row.integer(3) != 0;
        area.back = row.integer(4) != 0;
        area.retired = row.integer(5) != 0;
        area.own = true;
        areas.push_back(std::move(area));
    }
    return areas;
}

std::optional<Revision> Tables::revision(Kind kind, const std::string& id) {
    const std::string where = kind == Kind::profile ? "?=''" : "id=?";
    Statement row(database_, select("clock,device", table_of(kind), where));
    row.bind(1, kind == Kind::profile ? std::string() : id);
    return row.step() ? std::optional(Revision{row.integer(0), row.text(1)}) : std::nullopt;
}

std::string Tables::image(Kind kind, const std::string& id) {
    switch (kind) {
        case Kind::session:
            if (const auto found = session(id)) {
                return image_of(*found);
            }
            break;
        case Kind::checkin:
            if (const auto found = checkin(id)) {
                return image_of(*found);
            }
            break;
        case Kind::profile:
            if (const auto found = profile()) {
                return image_of(*found);
            }
            break;
        case Kind::own_area:
            for (const Area& area : own_areas()) {
                if (area.id == id) {
                    return image_of(area);
                }
            }
            break;
    }
    return {};
}

AreaRecords Tables::area_records(const std::string& area) {
    AreaRecords records;
    Statement sessions(database_, select(session_columns, "session", "area=?"));
    sessions.bind(1, area);
    while (sessions.step()) {
        records.sessions.push_back(std::make_shared<Session>(session_in(sessions)));
    }
    Statement checkins(database_, select(checkin_columns, "checkin", "area=?"));
    checkins.bind(1, area);
    while (checkins.step()) {
        records.checkins.push_back(std::make_shared<CheckIn>(checkin_in(checkins)));
    }
    sort_records(records);
    return records;
}

std::set<std::string> Tables::areas() {
    std::set<std::string> areas;
    Statement row(database_, "SELECT DISTINCT area FROM session UNION SELECT DISTINCT area FROM checkin");
    while (row.step()) {
        areas.insert(row.text(0));
    }
    return areas;
}

std::string Tables::meta(const std::string& key) {
    Statement row(database_, "SELECT value FROM meta WHERE key=?");
    row.bind(1, key);
    return row.step() ? row.text(0) : std::string();
}

void Tables::put_meta(const std::string& key, const std::string& value) {
    Statement put(database_, "INSERT OR REPLACE INTO meta VALUES (?,?)");
    put.bind(1, key).bind(2, value).run();
}

}  // namespace unknot::storage
