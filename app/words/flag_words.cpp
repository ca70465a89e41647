#include "app/words/flags.h"

namespace unknot::words {

std::string_view flag_word(const Catalogue& words, guidance::FlagCode code) {
    using guidance::FlagCode;
    switch (code) {
        case FlagCode::lingering: return words.text("Still sore on day 2");
        case FlagCode::not_settled: return words.text("Not settled");
        case FlagCode::building_across_days: return words.text("Building from day to day");
        case FlagCode::building_across_sessions: return words.text("Building from session to session");
        case FlagCode::spike: return words.text("Soreness jumped");
        case FlagCode::severe: return words.text("Severe");
        case FlagCode::rapid_worsening: return words.text("Quickly getting worse");
        case FlagCode::red_flag: return words.text("Warning sign");
        case FlagCode::red_flag_recent: return words.text("Recent warning sign");
        case FlagCode::contraindication: return words.text("Reason to leave it out");
        case FlagCode::pressure_too_high: return words.text("Pressure too high");
        case FlagCode::session_on_unsettled: return words.text("Session before it settled");
        case FlagCode::returned: return words.text("Soreness came back");
        case FlagCode::no_check_in: return words.text("Not known how it settled");
        case FlagCode::ongoing: return words.text("Sore for two weeks");
    }
    return {};
}

}  // namespace unknot::words
