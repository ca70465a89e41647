#pragma once

/// Every number of the rules. The article gives none for soreness: these are ours, and the program says so.
/// Where a number rests on published work, RULES section 9 names it; it is repeated here.
namespace unknot::guidance::rules {

// ---- what counts as settled (section 3)
constexpr int settled_tolerance = 1;     ///< a change of 1 on 0-10 is day-to-day noise (rating SD 0.6 to 1.0)
constexpr int lowest_settled_line = 2;   ///< ratings up to 2 are settled whatever the starting level
constexpr int highest_settled_line = 6;  ///< ratings from 7 never are (Serlin 1995: severe from 7)
constexpr int unknown_starting_level = 2;  ///< stands in where nothing is known about the start
constexpr int usual_level_days = 28;       ///< how far back quiet ratings make the usual level
constexpr int usual_level_needs = 3;       ///< ratings for a usual level
constexpr int usual_level_raises = 1;      ///< the most it may raise the starting level

// ---- time course (section 4), days
constexpr int lingering_age = 2;  ///< the article's "one to two days"
constexpr int not_settled_age = 3;
constexpr int seek_care_age = 7;
constexpr int late_days_for_care = 2;
constexpr int first_follow_up_within = 4;  ///< the first rating must come by then to be linked to the session
constexpr int returned_within = 4;         ///< soreness that returns is linked up to that day
constexpr int stale_after = 7;             ///< days without a rating after which nobody knows
constexpr int fresh_value_days = 2;        ///< a last value this old still tells what a session was begun on
constexpr int awaiting_days = 2;           ///< then a session that nobody rated is unknown
constexpr int follow_up_from_hours = 4;    ///< a rating earlier than that after a session is the same day's
constexpr int next_day_from_hours = 20;    ///< from then on it is at least the next day's

// ---- building across days (section 5)
constexpr int building_values = 3;
constexpr int building_rise = 2;  ///< smallest important change (Farrar 2001)
constexpr int building_span_days = 6;
constexpr int building_above_start = 3;
constexpr int building_least = 4;
constexpr int clearing_drop = 2;

// ---- building across sessions (section 6)
constexpr int usual_excess = 2;
constexpr int usual_back = 8;  ///< session-days that make the usual peak
constexpr int usual_needs_sessions = 3;
constexpr int rises_in_a_row = 3;
constexpr int early_rise = 3;
constexpr int early_rise_sessions = 4;  ///< the early rise is asked only while there are so few
constexpr int least_peak = 3;
constexpr int session_span_days = 28;
constexpr int session_memory_spans = 3;  ///< nothing older than so many spans counts

// ---- severity (section 5)
constexpr int severe = 7;  ///< usual bands 0-3, 4-6, 7-10 (Serlin 1995; Woo 2015)
constexpr int severe_days_for_care = 2;
constexpr int spike_rise = 3;
constexpr int spike_least = 4;
constexpr int rapid_rise = 4;
constexpr int rapid_hours = 36;
constexpr int ongoing_least = 4;
constexpr int ongoing_span_days = 14;
constexpr int ongoing_days = 5;
constexpr int ongoing_gap_days = 4;
constexpr int red_flag_memory_days = 7;

}  // namespace unknot::guidance::rules
