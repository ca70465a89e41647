#pragma once

#include "app/domain/snapshot.h"
#include "storage/sqlite/database.h"

#include <set>

namespace unknot::storage {

/// Which state of a record this is: a hybrid logical clock (milliseconds << 16 | counter) and the device that
/// wrote it.
struct Revision {
    std::int64_t clock = 0;
    std::string device;
    friend bool operator==(const Revision&, const Revision&) = default;
};

/// The kinds of things that a command changes, as step_change.kind keeps them.
enum class Kind : std::uint8_t { session = 1, checkin = 2, profile = 3, own_area = 4 };

/// Reads and writes the rows of a log. Every function throws DatabaseError; the readers throw DamagedRecord.
class Tables {
public:
    explicit Tables(Database& database) : database_(database) {}

    void put(const Session& session, const Revision& revision);
    void put(const CheckIn& checkin, const Revision& revision);
    void put(const Profile& profile, const Revision& revision);
    void put(const Area& own_area, const Revision& revision);
    void remove(Kind kind, const std::string& id);
    void remove_tombstone(const std::string& id);
    void put_tombstone(const std::string& id, const Revision& revision);

    /// Empty where there is no such row.
    [[nodiscard]] std::optional<Session> session(const std::string& id);
    [[nodiscard]] std::optional<CheckIn> checkin(const std::string& id);
    [[nodiscard]] std::optional<Profile> profile();
    [[nodiscard]] std::vector<Area> own_areas();
    [[nodiscard]] std::optional<Revision> revision(Kind kind, const std::string& id);
    [[nodiscard]] std::string image(Kind kind, const std::string& id);  ///< empty where there is none

    [[nodiscard]] AreaRecords area_records(const std::string& area);
    [[nodiscard]] std::set<std::string> areas();

    [[nodiscard]] std::string meta(const std::string& key);
    void put_meta(const std::string& key, const std::string& value);

private:
    Database& database_;
};

/// A row whose checksum does not fit its content, or that holds a value outside its range.
struct DamagedRecord {
    std::string id;
};

}  // namespace unknot::storage
