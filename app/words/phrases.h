#pragma once

#include "app/domain/area.h"
#include "app/domain/instant.h"
#include "app/domain/scales.h"
#include "app/domain/validation.h"
#include "app/words/catalogue.h"

#include <string>
#include <string_view>

namespace unknot::words {

// ---- places

/// An area with its side, as people say it: "Left top of the shoulder", "Both calves", "Middle of the low
/// back". Own areas are the user's words with the side in front: "Left: my spot". An unknown id gives the id.
[[nodiscard]] std::string place(const Catalogue& words, const AreaCatalogue& areas, std::string_view area,
                                Side side);

/// The area without a side: "Top of the shoulder".
[[nodiscard]] std::string area_name(const Catalogue& words, const AreaCatalogue& areas,
                                    std::string_view area);

/// The muscle under a built-in area, "upper trapezius"; empty for an own one.
[[nodiscard]] std::string_view muscle_word(const Catalogue& words, const Area& area);

/// The part of the body that an area belongs to, "leg"; empty for an own one.
[[nodiscard]] std::string_view region_word(const Catalogue& words, const Area& area);

/// "left", "right", "middle", "both".
[[nodiscard]] std::string_view side_word(const Catalogue& words, Side side);

// ---- scales

/// "very light" … "too much".
[[nodiscard]] std::string_view pressure_word(const Catalogue& words, PressureLevel level);

/// "none", "mild", "moderate", "severe".
[[nodiscard]] std::string_view soreness_word(const Catalogue& words, Soreness soreness);
[[nodiscard]] std::string_view band_word(const Catalogue& words, SorenessBand band);

[[nodiscard]] std::string_view sensation_word(const Catalogue& words, Sensation sensation);
[[nodiscard]] std::string_view screening_word(const Catalogue& words, Screening screening);
[[nodiscard]] std::string_view symptom_word(const Catalogue& words, Symptom symptom);
[[nodiscard]] std::string_view condition_word(const Catalogue& words, Condition condition);

// ---- durations

/// "4 min", "2 min 30 s", "45 s", "1 h 5 min".
[[nodiscard]] std::string duration_text(const Catalogue& words, std::int32_t seconds);

/// "2:30", "1:02:30": what the duration field shows and takes back.
[[nodiscard]] std::string clock_text(std::int32_t seconds);

// ---- days and times

/// "Saturday 21 November"; with the year where it is another one than `today`'s.
[[nodiscard]] std::string long_date(const Catalogue& words, LocalDay day, LocalDay today);

/// "21 Nov"; "21 Nov 2025" where the year is another one than `today`'s.
[[nodiscard]] std::string short_date(const Catalogue& words, LocalDay day, LocalDay today);

/// "Sat 21 Nov", with the year as above.
[[nodiscard]] std::string weekday_date(const Catalogue& words, LocalDay day, LocalDay today);

/// "17 November", with the year as above: for sentences.
[[nodiscard]] std::string plain_date(const Catalogue& words, LocalDay day, LocalDay today);

/// Days from one to another: "1 November to 21 November 2026, both days included"; "1 November 2026, the
/// whole day" where they are the same.
[[nodiscard]] std::string period_text(const Catalogue& words, LocalDay first, LocalDay last);

/// "Oct", or "Oct 2026": for the dates under a chart.
[[nodiscard]] std::string month_date(const Catalogue& words, LocalDay day, bool with_year);

/// "Mon" … "Sun", "Monday" … "Sunday".
[[nodiscard]] std::string_view weekday_short(const Catalogue& words, LocalDay day);
[[nodiscard]] std::string_view weekday_long(const Catalogue& words, LocalDay day);

/// The day that a week begins with in calendars, as ISO 8601 counts: 1 is Monday, 7 Sunday.
[[nodiscard]] int first_weekday(const Catalogue& words);

/// "19:40", the wall clock at the instant's own offset.
[[nodiscard]] std::string clock_time(const Instant& at);

// ---- what was not accepted

/// One clear sentence: which field, which value, what is accepted.
[[nodiscard]] std::string sentence(const Catalogue& words, const Refusal& refusal);

/// "General information, not medical advice."
[[nodiscard]] std::string_view disclaimer(const Catalogue& words);

}  // namespace unknot::words
