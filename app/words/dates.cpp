#include "app/words/phrases.h"

namespace unknot::words {

namespace {

std::string_view month_long(const Catalogue& words, int month) {
    switch (month) {
        case 1: return words.text_in("month", "January");
        case 2: return words.text_in("month", "February");
        case 3: return words.text_in("month", "March");
        case 4: return words.text_in("month", "April");
        case 5: return words.text_in("month", "May");
        case 6: return words.text_in("month", "June");
        case 7: return words.text_in("month", "July");
        case 8: return words.text_in("month", "August");
        case 9: return words.text_in("month", "September");
        case 10: return words.text_in("month", "October");
        case 11: return words.text_in("month", "November");
        default: return words.text_in("month", "December");
    }
}

std::string_view month_short(const Catalogue& words, int month) {
    switch (month) {
        case 1: return words.text_in("month, short", "Jan");
        case 2: return words.text_in("month, short", "Feb");
        case 3: return words.text_in("month, short", "Mar");
        case 4: return words.text_in("month, short", "Apr");
        case 5: return words.text_in("month, short", "May");
        case 6: return words.text_in("month, short", "Jun");
        case 7: return words.text_in("month, short", "Jul");
        case 8: return words.text_in("month, short", "Aug");
        case 9: return words.text_in("month, short", "Sep");
        case 10: return words.text_in("month, short", "Oct");
        case 11: return words.text_in("month, short", "Nov");
        default: return words.text_in("month, short", "Dec");
    }
}

/// The day of the month as dates say it: French counts "1er, 2, 3".
std::string day_of_month(const Catalogue& words, const CalendarDate& date) {
    return date.day == 1 ? std::string(words.text_in("day of the month", "1")) : std::to_string(date.day);
}

}  // namespace

int first_weekday(const Catalogue& words) {
    const std::string_view day = words.text_in("first day of the week, 1 = Monday to 7 = Sunday", "1");
    return day.size() == 1 && day[0] >= '1' && day[0] <= '7' ? day[0] - '0' : 1;
}

std::string_view weekday_long(const Catalogue& words, LocalDay day) {
    switch (iso_weekday(day)) {
        case 1: return words.text_in("weekday", "Monday");
        case 2: return words.text_in("weekday", "Tuesday");
        case 3: return words.text_in("weekday", "Wednesday");
        case 4: return words.text_in("weekday", "Thursday");
        case 5: return words.text_in("weekday", "Friday");
        case 6: return words.text_in("weekday", "Saturday");
        default: return words.text_in("weekday", "Sunday");
    }
}

std::string_view weekday_short(const Catalogue& words, LocalDay day) {
    switch (iso_weekday(day)) {
        case 1: return words.text_in("weekday, short", "Mon");
        case 2: return words.text_in("weekday, short", "Tue");
        case 3: return words.text_in("weekday, short", "Wed");
        case 4: return words.text_in("weekday, short", "Thu");
        case 5: return words.text_in("weekday, short", "Fri");
        case 6: return words.text_in("weekday, short", "Sat");
        default: return words.text_in("weekday, short", "Sun");
    }
}

std::string plain_date(const Catalogue& words, LocalDay day, LocalDay today) {
    const CalendarDate date = calendar_date(day);
    if (date.year == calendar_date(today).year) {
        return words.say_in("day and month", "{0} {1}", day_of_month(words, date),
                            month_long(words, date.month));
    }
    return words.say_in("day, month and year", "{0} {1} {2}", day_of_month(words, date),
                        month_long(words, date.month), date.year);
}

std::string long_date(const Catalogue& words, LocalDay day, LocalDay today) {
    return words.say_in("weekday and date", "{0} {1}", weekday_long(words, day),
                        plain_date(words, day, today));
}

std::string short_date(const Catalogue& words, LocalDay day, LocalDay today) {
    const CalendarDate date = calendar_date(day);
    if (date.year == calendar_date(today).year) {
        return words.say_in("day and short month", "{0} {1}", day_of_month(words, date),
                            month_short(words, date.month));
    }
    return words.say_in("day, short month and year", "{0} {1} {2}", day_of_month(words, date),
                        month_short(words, date.month), date.year);
}

std::string period_text(const Catalogue& words, LocalDay first, LocalDay last) {
    // The last day carries its year, seen from any other one; the first where it is another year than that.
    const LocalDay elsewhere{first.number - 400 * 366};
    const std::string end = plain_date(words, last, elsewhere);
    if (first == last) {
        return words.say("{0}, the whole day", end);
    }
    return words.say("{0} to {1}, both days included", plain_date(words, first, last), end);
}

std::string month_date(const Catalogue& words, LocalDay day, bool with_year) {
    const CalendarDate date = calendar_date(day);
    const std::string_view month = month_short(words, date.month);
    return with_year ? words.say_in("short month and year", "{0} {1}", month, date.year) : std::string(month);
}

std::string weekday_date(const Catalogue& words, LocalDay day, LocalDay today) {
    return words.say_in("short weekday and date", "{0} {1}", weekday_short(words, day),
                        short_date(words, day, today));
}

std::string clock_time(const Instant& at) {
    const WallClock clock = wall_clock(at);
    return fmt::format("{:02}:{:02}", clock.hour, clock.minute);
}

}  // namespace unknot::words
