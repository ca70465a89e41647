#pragma once

#include "app/guidance/guidance.h"
#include "app/guidance/track_memory.h"

#include <array>
#include <map>
#include <memory>
#include <string>

namespace unknot::guidance {

/// Answers like `evaluate`, again and again over the snapshots of one log: it keeps what it answered for each
/// area, and asks the rules anew only where something that the answer depends on has changed. A save touches
/// the area it is about, not the history. It reads no clock: the caller says what time it is, in any order.
class Evaluator {
public:
    /// The same as `guidance::evaluate(snapshot, as_of)`.
    [[nodiscard]] Guidance evaluate(const Snapshot& snapshot, const Instant& as_of);

    /// How many tracks the last `evaluate` asked the rules about.
    [[nodiscard]] std::size_t tracks_asked() const { return tracks_asked_; }

private:
    /// What was answered for an area, and for what. All that an answer depends on is here: the records, which
    /// of them count yet, the day, and whether each last session can be asked about yet.
    struct AreaAnswer {
        std::shared_ptr<const AreaRecords> records;  ///< kept, so that its address stands for its content
        std::size_t counted_sessions = 0;
        std::size_t counted_checkins = 0;
        Instant as_of;
        const CheckIn* person_report = nullptr;
        std::array<std::shared_ptr<const TrackGuidance>, 3> tracks;  ///< by side; null without a record
        std::array<TrackMemory, 3> memories;                         ///< by side
    };
    /// Returns how many tracks it asked the rules about.
    [[nodiscard]] static std::size_t refresh(AreaAnswer& answer,
                                             const std::shared_ptr<const AreaRecords>& records,
                                             const Instant& as_of);
    void refresh_all(const Snapshot& snapshot, const Instant& as_of);
    [[nodiscard]] static bool still_good(const AreaAnswer& answer, const Instant& as_of);

    std::map<std::string, AreaAnswer, std::less<>> areas_;
    std::size_t tracks_asked_ = 0;
};

}  // namespace unknot::guidance
