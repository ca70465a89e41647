#include "app/domain/local_day.h"

#include "app/domain/text.h"

#include <chrono>

namespace unknot {

namespace {

/// Reads `length` decimal digits; nothing where one of them is no digit. (from_chars alone would take "-1".)
std::optional<int> digits(std::string_view text, std::size_t at, std::size_t length) {
    int value = 0;
    for (std::size_t i = at; i < at + length; ++i) {
        if (text[i] < '0' || text[i] > '9') {
            return std::nullopt;
        }
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

std::chrono::year_month_day to_chrono(const CalendarDate& date) {
    return {std::chrono::year{date.year}, std::chrono::month{static_cast<unsigned>(date.month)},
            std::chrono::day{static_cast<unsigned>(date.day)}};
}

}  // namespace

CalendarDate calendar_date(LocalDay day) {
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day.number}}};
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day()))};
}

std::optional<LocalDay> local_day(const CalendarDate& date) {
    if (date.month < 1 || date.day < 1) {
        return std::nullopt;
    }
    const auto chrono_date = to_chrono(date);
    if (!chrono_date.ok()) {
        return std::nullopt;
    }
    const auto days = std::chrono::sys_days{chrono_date}.time_since_epoch().count();
    return LocalDay{static_cast<std::int32_t>(days)};
}

int iso_weekday(LocalDay day) {
    const std::chrono::weekday weekday{std::chrono::sys_days{std::chrono::days{day.number}}};
    return static_cast<int>(weekday.iso_encoding());
}

std::string to_iso(LocalDay day) {
    return to_iso(calendar_date(day));
}

std::string to_iso(const CalendarDate& date) {
    std::string text;
    append_padded(text, date.year, 4);
    append_padded(text += '-', date.month, 2);
    append_padded(text += '-', date.day, 2);
    return text;
}

std::optional<LocalDay> parse_iso_day(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const auto year = digits(text, 0, 4);
    const auto month = digits(text, 5, 2);
    const auto day = digits(text, 8, 2);
    if (!year || !month || !day) {
        return std::nullopt;
    }
    return local_day(CalendarDate{*year, *month, *day});
}

}  // namespace unknot
