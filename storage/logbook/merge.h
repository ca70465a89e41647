#pragma once

#include "app/domain/merge_counts.h"
#include "storage/logbook/devices.h"
#include "storage/logbook/other_log.h"
#include "storage/logbook/trash.h"

#include <compare>
#include <functional>

namespace unknot::storage {

/// Who said something last: the later clock, then the greater device id. Clocks are hybrid logical ones, so
/// that a wall clock that is behind does not make later words earlier ones.
struct Stamp {
    std::int64_t clock = 0;
    std::string device;  ///< id

    friend auto operator<=>(const Stamp&, const Stamp&) = default;
};

/// What a merge does about one thing that the other log holds.
enum class Verdict : std::uint8_t {
    add,      ///< this log does not have it, or deleted it earlier
    replace,  ///< the other's is later
    remove,   ///< it was deleted there, later than what is here was said
    keep,     ///< what is here is later
    same,     ///< both say the same; where `writes`, the other said it later
    none,     ///< a deletion of what is not here
};
struct Decision {
    Verdict verdict = Verdict::none;
    bool writes = false;  ///< something here becomes another one: content, revision or tombstone
};

/// Compares another log with this one, thing by thing: for each id the later stamp wins, whatever it says; of
/// two with the same stamp (a copied log of old had the device's id in it) a deletion, else the one whose
/// image is greater. That is an order of all states of a thing, so it does not matter which log is joined
/// with which, in which order and how often. Deletions of sessions and check-ins are states like any other;
/// own areas, tools and the profile never go away by merging. Throws DatabaseError, DamagedRecord, Failure
/// (id_taken: a session here and a check-in there).
class Comparison {
public:
    Comparison(Connection& here, OtherLog& other)
        : tables_(here), trash_(here), devices_(here), other_(other), their_devices_(other.connection()) {}

    /// Who takes each thing of the other log, with what is decided about it.
    struct Take {
        std::function<void(const Stored<Area>&, const Decision&)> area;
        std::function<void(const Stored<Tool>&, const Decision&)> tool;
        std::function<void(const Stored<Profile>&, const Decision&)> profile;
        std::function<void(const Stored<Session>&, const Decision&)> session;
        std::function<void(const Stored<CheckIn>&, const Decision&)> checkin;
        std::function<void(const Tombstone&, const Decision&)> tombstone;
    };
    /// Goes through the other log: areas first, since records are in them. Counts what is decided.
    MergeCounts each(const Take& take);

    /// The id of a device of the other log.
    [[nodiscard]] const std::string& their_device(std::int64_t number) {
        return their_devices_.id_of(number);
    }

private:
    template <typename Record>
    [[nodiscard]] Decision decide(const Stored<Record>& theirs);
    [[nodiscard]] Decision decide(const Tombstone& theirs);
    template <typename Record>
    [[nodiscard]] Decision beside(const Stored<Record>& theirs, const Stored<Record>& ours);
    [[nodiscard]] std::optional<Revision> revision_here(const std::string& id);

    Tables tables_;
    Trash trash_;
    Devices devices_;
    OtherLog& other_;
    Devices their_devices_;
};

}  // namespace unknot::storage
