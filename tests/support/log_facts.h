#pragma once

#include "app/views/view.h"

#include <memory>
#include <string>
#include <vector>

namespace unknot::tests {

/// A small log in memory with the facts that views draw from, as the shell would give them: Saturday
/// 2026-11-21, 19:00, two hours east. No file, no clock.
class LogFacts {
public:
    LogFacts();

    LogFacts& session(const std::string& id, const std::string& area, Side side, const std::string& at,
                      int pressure = 3, std::optional<std::int32_t> seconds = 240);
    LogFacts& checkin(const std::string& id, const std::string& area, Side side, const std::string& at,
                      int soreness, std::optional<Symptoms> symptoms = std::nullopt);
    LogFacts& own_area(const Area& area);
    LogFacts& profile(const Profile& profile);

    /// Evaluates the rules; refers to this object, which must stay.
    views::Facts facts();

    /// A session of the log, to change it before `facts`.
    Session& at(const std::string& id);

    Instant now;

private:
    std::vector<Session> sessions_;
    std::vector<CheckIn> checkins_;
    std::vector<Area> own_;
    Profile profile_;
    Snapshot snapshot_;
    guidance::Guidance guidance_;
    int ids_ = 0;
};

/// "2026-11-21T19:00" two hours east.
[[nodiscard]] Instant local(const std::string& text);

}  // namespace unknot::tests
