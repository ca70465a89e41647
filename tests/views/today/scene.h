#pragma once

#include "app/views/today/checkins.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace unknot::tests {

/// A log in memory at a moment, as Today sees it, and what it asks for carried out on it.
class TodayScene {
public:
    /// `log` as the reference model reads it; `now` in ISO 8601 with its offset.
    TodayScene(const nlohmann::json& log, const std::string& now);

    views::TodayState state;
    views::Wishes wishes;
    bool failing = false;  ///< the disk is full: nothing is saved

    /// The facts as they are now.
    [[nodiscard]] views::Facts facts() const;
    [[nodiscard]] const Snapshot& snapshot() const { return snapshot_; }

    /// Carries out what was asked for, as the shell does between frames, and lets the screen look again.
    /// Returns the commands.
    std::vector<Command> settle();

    /// All check-ins of an area, in time order.
    [[nodiscard]] std::vector<CheckIn> checkins(const std::string& area) const;

private:
    void put(const CheckIn& checkin);
    void remove(const RecordId& id);
    bool carry_out(const Command& command);

    Snapshot snapshot_;
    Instant now_;
    guidance::Guidance guidance_;
};

/// A session of 4 min at pressure 3 in the form of the reference model.
[[nodiscard]] nlohmann::json session_json(const std::string& id, const std::string& at,
                                          const std::string& area, const std::string& side = "left");
[[nodiscard]] nlohmann::json checkin_json(const std::string& id, const std::string& at,
                                          const std::string& area, int soreness,
                                          const std::string& side = "left");

}  // namespace unknot::tests
