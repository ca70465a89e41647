#pragma once

#include "app/domain/answers.h"

#include <optional>
#include <vector>

namespace unknot::sample {

/// One step of a story: a session in the evening or a rating in the morning, `day` days after the evening on
/// which the story begins.
struct Step {
    int day = 0;
    bool session = false;  ///< else a rating
    int pressure = 3;
    std::optional<int> soreness;  ///< before the session, or the rating
    std::optional<Sensations> sensations;
    std::optional<Screenings> screening;
    std::optional<Symptoms> symptoms;
};

/// What happens to an area after one session, or over several.
struct Story {
    std::vector<Step> steps;  ///< by day; the first is a session on day 0

    [[nodiscard]] int last_day() const { return steps.back().day; }
};

/// A session of a story, and the rating of a morning; nothing asked that is not said.
[[nodiscard]] Step session_on(int day, int pressure, int before);
[[nodiscard]] Step rated_on(int day, int soreness);

/// The ordinary courses: sore for a day or two, then settled.
[[nodiscard]] std::vector<Story> ordinary_stories();

/// One story for each course that the rules know by name, with every tier it can have. Each ends by itself:
/// settled, answered, or followed by a lighter session.
[[nodiscard]] std::vector<Story> special_stories();

}  // namespace unknot::sample
