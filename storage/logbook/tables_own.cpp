#include "storage/logbook/columns.h"
#include "storage/logbook/tables.h"

namespace unknot::storage {

namespace {

Stored<Profile> read_profile(const Statement& statement) {
    RowReader row(statement, "profile");
    Stored<Profile> stored;
    const std::string id = row.text();
    stored.record.conditions = set_of<Condition>(row.integer());
    stored.record.denied = set_of<Condition>(row.integer());
    stored.record.cleared = set_of<Condition>(row.integer());
    stored.record.cleared_at = read_optional_instant(row, id);
    stored.revision = read_revision(row);
    row.finish(id);
    return stored;
}

Stored<Tool> read_tool(const Statement& statement) {
    RowReader row(statement, "tool");
    Stored<Tool> stored;
    stored.record.name = row.text();
    stored.record.retired = row.integer() != 0;
    stored.revision = read_revision(row);
    row.finish(stored.record.name);
    return stored;
}

void put_place(Connection& connection, const Area& area, const Revision& revision) {
    if (!area.map_place) {
        Statement(connection, "DELETE FROM area_place WHERE id=?").bind(1, area.id).run();
        return;
    }
    Statement statement(connection, "INSERT OR REPLACE INTO area_place VALUES (?,?,?,?,?,?)");
    RowWriter row(statement, "area_place");
    row.put(area.id).put(static_cast<std::int64_t>(area.map_place->view));
    row.put(std::int64_t{area.map_place->x}).put(std::int64_t{area.map_place->y});
    row.put(revision.clock).finish();
}

std::optional<MapPlace> read_place(Connection& connection, const std::string& area, std::int64_t clock) {
    Statement statement(connection, "SELECT * FROM area_place WHERE id=?");
    if (!statement.bind(1, area).step()) {
        return std::nullopt;
    }
    RowReader row(statement, "area_place");
    MapPlace place;
    (void)row.text();
    place.view = row.integer() == 0 ? BodyView::front : BodyView::back;
    place.x = static_cast<std::int32_t>(row.integer());
    place.y = static_cast<std::int32_t>(row.integer());
    const std::int64_t of_clock = row.integer();
    row.finish(area);
    if (of_clock != clock) {
        throw DamagedRecord{area};
    }
    return place;
}

}  // namespace

Stored<Area> Tables::read_own_area(const Statement& statement) {
    RowReader row(statement, "own_area");
    Stored<Area> stored;
    Area& area = stored.record;
    area.own = true;
    area.id = row.text();
    area.name = row.text();
    const std::int64_t sides = row.integer();
    area.sides = {(sides & 1) != 0, (sides & 2) != 0, (sides & 4) != 0};
    area.front = row.integer() != 0;
    area.back = row.integer() != 0;
    area.retired = row.integer() != 0;
    stored.revision = read_revision(row);
    row.finish(area.id);
    area.map_place = read_place(connection_, area.id, stored.revision.clock);
    return stored;
}

void Tables::put(const Area& own_area, const Revision& revision) {
    Statement statement(connection_, "INSERT OR REPLACE INTO own_area VALUES (?,?,?,?,?,?,?,?,?,?)");
    RowWriter row(statement, "own_area");
    const AreaSides& sides = own_area.sides;
    row.put(own_area.id).put(own_area.name);
    row.put(std::int64_t{(sides.left ? 1 : 0) | (sides.right ? 2 : 0) | (sides.center ? 4 : 0)});
    row.put(std::int64_t{own_area.front})
        .put(std::int64_t{own_area.back})
        .put(std::int64_t{own_area.retired});
    put_revision(row, revision);
    row.finish();
    put_place(connection_, own_area, revision);
}

void Tables::put(const Profile& profile, const Revision& revision) {
    Statement statement(connection_, "INSERT OR REPLACE INTO profile VALUES (?,?,?,?,?,?,?,?,?,?)");
    RowWriter row(statement, "profile");
    row.put(std::string_view())
        .put(std::int64_t{profile.conditions.bits()})
        .put(std::int64_t{profile.denied.bits()});
    row.put(std::int64_t{profile.cleared.bits()});
    put_instant(row, profile.cleared_at);
    put_revision(row, revision);
    row.finish();
}

void Tables::put(const Tool& tool, const Revision& revision) {
    Statement statement(connection_, "INSERT OR REPLACE INTO tool VALUES (?,?,?,?,?,?)");
    RowWriter row(statement, "tool");
    row.put(tool.name).put(std::int64_t{tool.retired});
    put_revision(row, revision);
    row.finish();
}

std::optional<Stored<Area>> Tables::own_area(const std::string& id) {
    Statement row(connection_, "SELECT * FROM own_area WHERE id=?");
    return row.bind(1, id).step() ? std::optional(read_own_area(row)) : std::nullopt;
}

std::optional<Stored<Profile>> Tables::profile() {
    Statement row(connection_, "SELECT * FROM profile");
    return row.step() ? std::optional(read_profile(row)) : std::nullopt;
}

std::optional<Stored<Tool>> Tables::tool(const std::string& name) {
    Statement row(connection_, "SELECT * FROM tool WHERE id=?");
    return row.bind(1, name).step() ? std::optional(read_tool(row)) : std::nullopt;
}

void Tables::each_stored_area(const std::function<void(const Stored<Area>&)>& take) {
    Statement row(connection_, "SELECT * FROM own_area ORDER BY id");
    while (row.step()) {
        take(read_own_area(row));
    }
}

void Tables::each_stored_tool(const std::function<void(const Stored<Tool>&)>& take) {
    Statement row(connection_, "SELECT * FROM tool ORDER BY id");
    while (row.step()) {
        take(read_tool(row));
    }
}

std::vector<Tool> Tables::tools() {
    std::vector<Tool> tools;
    each_stored_tool([&](const Stored<Tool>& tool) { tools.push_back(tool.record); });
    return tools;
}

std::vector<Area> Tables::own_areas() {
    std::vector<Area> areas;
    Statement row(connection_, "SELECT * FROM own_area ORDER BY id");
    while (row.step()) {
        areas.push_back(read_own_area(row).record);
    }
    return areas;
}

}  // namespace unknot::storage
