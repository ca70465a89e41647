#include "app/shell/timer_draft.h"

#include "app/domain/scales.h"

#include <nlohmann/json.hpp>

namespace unknot::shell {

namespace {

constexpr std::int64_t longest_ms = std::int64_t{Duration::longest_seconds} * 1000;
constexpr std::uint32_t all_sensations = (1U << sensation_names.size()) - 1;

std::int64_t number(const nlohmann::json& object, const char* name, std::int64_t most) {
    const auto found = object.find(name);
    if (found == object.end() || !found->is_number_integer()) {
        return 0;
    }
    const auto value = found->get<std::int64_t>();
    return value >= 0 && value <= most ? value : 0;
}

}  // namespace

std::string timer_to_json(const views::Timer& timer) {
    nlohmann::json object{
        {"before_ms", timer.before_ms}, {"get_ready_s", timer.get_ready_s}, {"marked", timer.marked.bits()}};
    if (timer.running_since) {
        object["running_since"] = to_iso(*timer.running_since);
    }
    if (timer.goal_s) {
        object["goal_s"] = *timer.goal_s;
    }
    return object.dump();
}

views::Timer timer_from_json(std::string_view text) {
    views::Timer timer;
    const auto object = nlohmann::json::parse(text, nullptr, false);
    if (!object.is_object()) {
        return timer;
    }
    timer.before_ms = number(object, "before_ms", longest_ms);
    timer.get_ready_s = static_cast<std::int32_t>(number(object, "get_ready_s", 60));
    timer.marked =
        Sensations::from_bits(static_cast<std::uint32_t>(number(object, "marked", all_sensations)));
    if (const auto since = object.find("running_since"); since != object.end() && since->is_string()) {
        timer.running_since = parse_iso_instant(since->get<std::string>());
    }
    if (const std::int64_t goal = number(object, "goal_s", Duration::longest_seconds); goal > 0) {
        timer.goal_s = static_cast<std::int32_t>(goal);
    }
    return timer;
}

}  // namespace unknot::shell
