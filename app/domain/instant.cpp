#include "app/domain/instant.h"

#include "app/domain/text.h"

#include <array>
#include <cstdlib>

namespace unknot {

namespace {

constexpr std::int64_t ms_per_minute = 60'000;
constexpr std::int64_t ms_per_hour = 60 * ms_per_minute;
constexpr std::int64_t ms_per_day = 24 * ms_per_hour;
constexpr int largest_offset_minutes = 18 * 60;

/// Division that rounds down, also before 1970, where plain `/` would round towards it.
std::int64_t floor_div(std::int64_t a, std::int64_t b) {
    return a / b - ((a % b != 0 && (a % b < 0) != (b < 0)) ? 1 : 0);
}

/// Takes text from its front piece by piece; once a piece does not fit, `good` stays false.
struct Reader {
    std::string_view rest;
    bool good = true;

    int digits(std::size_t count) {
        if (!good || rest.size() < count) {
            good = false;
            return 0;
        }
        int value = 0;
        for (std::size_t i = 0; i < count; ++i) {
            if (rest[i] < '0' || rest[i] > '9') {
                good = false;
                return 0;
            }
            value = value * 10 + (rest[i] - '0');
        }
        rest.remove_prefix(count);
        return value;
    }

    bool take(char c) {
        if (!good || rest.empty() || rest.front() != c) {
            return false;
        }
        rest.remove_prefix(1);
        return true;
    }

    void expect(char c) { good = take(c) && good; }
};

int read_milliseconds(Reader& in) {
    int value = 0;
    std::size_t count = 0;
    while (in.good && !in.rest.empty() && in.rest.front() >= '0' && in.rest.front() <= '9') {
        const int digit = in.digits(1);
        ++count;
        if (count <= 3) {
            value = value * 10 + digit;
        } else if (digit != 0) {
            in.good = false;
        }
    }
    if (count == 0 || count > 9) {
        in.good = false;
    }
    for (; count < 3; ++count) {
        value *= 10;
    }
    return value;
}

std::optional<WallClock> read_wall_clock(Reader& in) {
    WallClock clock;
    clock.date.year = in.digits(4);
    in.expect('-');
    clock.date.month = in.digits(2);
    in.expect('-');
    clock.date.day = in.digits(2);
    if (!in.take(' ')) {
        in.expect('T');
    }
    clock.hour = in.digits(2);
    in.expect(':');
    clock.minute = in.digits(2);
    if (in.take(':')) {
        clock.second = in.digits(2);
        if (in.take('.')) {
            clock.millisecond = read_milliseconds(in);
        }
    }
    if (!in.good || clock.hour > 23 || clock.minute > 59 || clock.second > 59 || !local_day(clock.date)) {
        return std::nullopt;
    }
    return clock;
}

std::optional<std::int32_t> read_offset(Reader& in) {
    if (in.take('Z')) {
        return 0;
    }
    const bool east = in.take('+');
    if (!east && !in.take('-')) {
        return std::nullopt;
    }
    const int hours = in.digits(2);
    in.expect(':');
    const int minutes = in.digits(2);
    const int total = hours * 60 + minutes;
    if (!in.good || minutes > 59 || total > largest_offset_minutes) {
        return std::nullopt;
    }
    return east ? total : -total;
}

/// True from the year that begins at `first_ms` to 9999, by the wall clock, for any numbers at all.
bool is_within(const Instant& at, std::int64_t first_ms) {
    constexpr std::int64_t year_10000 = 253'402'300'800'000;
    if (at.offset_minutes < -largest_offset_minutes || at.offset_minutes > largest_offset_minutes) {
        return false;
    }
    const std::int64_t offset_ms = at.offset_minutes * ms_per_minute;
    return at.utc_ms >= first_ms - offset_ms && at.utc_ms < year_10000 - offset_ms;
}

}  // namespace

LocalDay local_day(const Instant& at) {
    const std::int64_t shifted = at.utc_ms + at.offset_minutes * ms_per_minute - day_start_hour * ms_per_hour;
    return {static_cast<std::int32_t>(floor_div(shifted, ms_per_day))};
}

WallClock wall_clock(const Instant& at) {
    const std::int64_t local_ms = at.utc_ms + at.offset_minutes * ms_per_minute;
    const std::int64_t day = floor_div(local_ms, ms_per_day);
    auto rest = static_cast<int>(local_ms - day * ms_per_day);
    WallClock clock;
    clock.date = calendar_date(LocalDay{static_cast<std::int32_t>(day)});
    clock.millisecond = rest % 1000;
    rest /= 1000;
    clock.second = rest % 60;
    rest /= 60;
    clock.minute = rest % 60;
    clock.hour = rest / 60;
    return clock;
}

Instant instant_at(const WallClock& clock, std::int32_t offset_minutes) {
    const std::int64_t day = local_day(clock.date).value().number;
    const std::int64_t seconds = (clock.hour * 60LL + clock.minute) * 60LL + clock.second;
    const std::int64_t local_ms = day * ms_per_day + seconds * 1000 + clock.millisecond;
    return {local_ms - offset_minutes * ms_per_minute, offset_minutes};
}

std::string to_iso(const Instant& at) {
    std::string text;
    append_iso(text, at);
    return text;
}

void append_iso(std::string& text, const Instant& at) {
    constexpr std::size_t longest = 29;  // with milliseconds and offset
    const WallClock c = wall_clock(at);
    const int offset = std::abs(at.offset_minutes);
    std::array<char, longest> digits{};
    char* to = digits.data();
    const auto two = [&to](char before, int number) {
        *to++ = before;
        *to++ = static_cast<char>('0' + number / 10);
        *to++ = static_cast<char>('0' + number % 10);
    };
    append_padded(text, c.date.year, 4);
    two('-', c.date.month);
    two('-', c.date.day);
    two('T', c.hour);
    two(':', c.minute);
    two(':', c.second);
    if (c.millisecond != 0) {
        two('.', c.millisecond / 10);
        *to++ = static_cast<char>('0' + c.millisecond % 10);
    }
    two(at.offset_minutes < 0 ? '-' : '+', offset / 60);
    two(':', offset % 60);
    text.append(digits.data(), static_cast<std::size_t>(to - digits.data()));
}

std::optional<Instant> parse_iso_instant(std::string_view text) {
    Reader in{text};
    const auto clock = read_wall_clock(in);
    if (!clock) {
        return std::nullopt;
    }
    const auto offset = read_offset(in);
    if (!offset || !in.rest.empty()) {
        return std::nullopt;
    }
    return instant_at(*clock, *offset);
}

std::optional<WallClock> parse_iso_wall_clock(std::string_view text) {
    Reader in{text};
    const auto clock = read_wall_clock(in);
    if (!clock || !in.rest.empty()) {
        return std::nullopt;
    }
    return clock;
}

bool is_possible(const Instant& at) {
    constexpr std::int64_t year_0 = -62'167'219'200'000;
    return is_within(at, year_0);
}

bool in_accepted_years(const Instant& at) {
    constexpr std::int64_t year_1900 = -2'208'988'800'000;
    return is_within(at, year_1900);
}

}  // namespace unknot
