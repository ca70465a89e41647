#include "app/guidance/guidance.h"

#include <array>

namespace unknot::guidance {

namespace {

constexpr std::array<std::string_view, 5> tier_names{"none", "info", "ease_off", "pause", "seek_care"};
constexpr std::array<std::string_view, 7> state_names{"no_sessions", "awaiting", "sore",   "lingering",
                                                      "not_settled", "settled",  "unknown"};
constexpr std::array<std::string_view, 15> flag_names{"lingering",
                                                      "not_settled",
                                                      "building_across_days",
                                                      "building_across_sessions",
                                                      "spike",
                                                      "severe",
                                                      "rapid_worsening",
                                                      "red_flag",
                                                      "red_flag_recent",
                                                      "contraindication",
                                                      "pressure_too_high",
                                                      "session_on_unsettled",
                                                      "returned",
                                                      "no_check_in",
                                                      "ongoing"};
constexpr std::array<std::string_view, 8> action_names{
    "stop_seek_care", "start_light",       "rest_until_settled", "check_in_first",
    "lighter",        "wait_for_check_in", "resume_gradually",   "keep"};
constexpr std::array<std::string_view, 3> global_names{"none", "stop_seek_care", "ask_clinician_first"};

}  // namespace

std::string_view name_of(Tier tier) {
    return tier_names[static_cast<std::size_t>(tier)];
}
std::string_view name_of(State state) {
    return state_names[static_cast<std::size_t>(state)];
}
std::string_view name_of(FlagCode code) {
    return flag_names[static_cast<std::size_t>(code)];
}
std::string_view name_of(Action action) {
    return action_names[static_cast<std::size_t>(action)];
}
std::string_view name_of(GlobalNext next) {
    return global_names[static_cast<std::size_t>(next)];
}

std::vector<std::string_view> statements_of(FlagCode code, bool whole_person) {
    switch (code) {
        case FlagCode::lingering: return {"G21", "G24"};
        case FlagCode::not_settled: return {"G21", "G28", "G29"};
        case FlagCode::building_across_days: return {"G22"};
        case FlagCode::building_across_sessions: return {"G22", "G23"};
        case FlagCode::spike: return {"G24"};
        case FlagCode::severe: return {"G25"};
        case FlagCode::rapid_worsening: return {"G27"};
        case FlagCode::red_flag:
        case FlagCode::red_flag_recent: return {"G5", "G26", "G27", "G28"};
        case FlagCode::contraindication:
            return whole_person ? std::vector<std::string_view>{"G2", "G3", "G6"}
                                : std::vector<std::string_view>{"G1", "G4"};
        case FlagCode::pressure_too_high: return {"G10", "G11", "G12"};
        case FlagCode::session_on_unsettled: return {"G20", "G24"};
        case FlagCode::returned:
        case FlagCode::no_check_in: return {"G23"};
        case FlagCode::ongoing: return {"G29", "G33"};
    }
    return {};
}

}  // namespace unknot::guidance
