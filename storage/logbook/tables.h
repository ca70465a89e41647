#pragma once

#include "app/domain/snapshot.h"
#include "storage/logbook/row.h"
#include "storage/logbook/text_pool.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace unknot::storage {

/// The kinds of things that a command changes, numbered as the files keep them.
enum class Kind : std::uint8_t { session = 1, checkin = 2, own_area = 3, profile = 4, tool = 5 };

/// Clocks beyond it (the year 4199) would leave no room for later ones: only what something else wrote has
/// them.
constexpr std::int64_t latest_possible_clock = std::int64_t{1} << 62;

/// Which state of a record this is: see the head of storage/migrations/0001_first_log.sql.
struct Revision {
    std::int64_t clock = 0;   ///< hybrid logical clock: milliseconds << 16, plus a counter
    std::int64_t device = 0;  ///< number in the table `device`
    std::int64_t state = 0;   ///< the clock of the command that gave it this content
};

template <typename Record>
struct Stored {
    Record record;
    Revision revision;
};

/// Reads and writes the rows of a log. Everything throws DatabaseError, every reader DamagedRecord. The
/// profile is the one row of its kind; its id is empty.
class Tables {
public:
    explicit Tables(Connection& connection) : connection_(connection) {}

    /// Adds the row; its id must not be there. Cheaper than `put`, which must be ready to take one away.
    void add(const Session& session, const Revision& revision);
    void add(const CheckIn& checkin, const Revision& revision);
    /// Adds the row, or replaces the one with the same id.
    void put(const Session& session, const Revision& revision);
    void put(const CheckIn& checkin, const Revision& revision);
    void put(const Area& own_area, const Revision& revision);
    void put(const Profile& profile, const Revision& revision);
    void put(const Tool& tool, const Revision& revision);
    void remove(Kind kind, const std::string& id);

    [[nodiscard]] std::optional<Stored<Session>> session(const std::string& id);
    [[nodiscard]] std::optional<Stored<CheckIn>> checkin(const std::string& id);
    [[nodiscard]] std::optional<Stored<Area>> own_area(const std::string& id);
    [[nodiscard]] std::optional<Stored<Profile>> profile();
    [[nodiscard]] std::optional<Stored<Tool>> tool(const std::string& name);

    [[nodiscard]] bool contains(Kind kind, const std::string& id);
    [[nodiscard]] std::optional<Revision> revision(Kind kind, const std::string& id);
    [[nodiscard]] bool has_records(const std::string& area);

    /// Every row, in no order that means anything.
    void each_session(const std::function<void(Session&&)>& take);
    void each_checkin(const std::function<void(CheckIn&&)>& take);
    void each_stored_session(const std::function<void(const Stored<Session>&)>& take);
    void each_stored_checkin(const std::function<void(const Stored<CheckIn>&)>& take);
    void each_stored_area(const std::function<void(const Stored<Area>&)>& take);
    void each_stored_tool(const std::function<void(const Stored<Tool>&)>& take);
    [[nodiscard]] std::vector<Area> own_areas();
    /// What the log remembers of tools, by name.
    [[nodiscard]] std::vector<Tool> tools();
    /// The ids of the sessions with this tool.
    [[nodiscard]] std::vector<std::string> sessions_with(const std::string& tool);

    /// The records of one area, in the order that AreaRecords promises.
    [[nodiscard]] AreaRecords area_records(const std::string& area);

    /// The ids of the records that were given their content at this clock.
    [[nodiscard]] std::vector<std::string> with_state(Kind kind, std::int64_t state);

private:
    static void write(Statement& statement, const Session& session, const Revision& revision);
    static void write(Statement& statement, const CheckIn& checkin, const Revision& revision);
    [[nodiscard]] Stored<Area> read_own_area(const Statement& row);

    Connection& connection_;
};

/// The rows of some pages of the table of that kind: see `TablePages::each_row`. Their areas and tools are
/// texts of the pool. Throws DamagedRecord.
[[nodiscard]] bool each_session(const TablePages& pages, std::size_t first, std::size_t last, TextPool& texts,
                                const std::function<void(Session&&)>& take);
[[nodiscard]] bool each_checkin(const TablePages& pages, std::size_t first, std::size_t last, TextPool& texts,
                                const std::function<void(CheckIn&&)>& take);

/// The table that holds a kind.
[[nodiscard]] std::string_view table_of(Kind kind);

}  // namespace unknot::storage
