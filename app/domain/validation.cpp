#include "app/domain/validation.h"

#include "app/domain/text.h"

#include <array>
#include <charconv>

namespace unknot {

namespace {

constexpr std::array<std::string_view, 18> field_names{
    "id",         "area",       "side",       "started_at",
    "at",         "pressure",   "duration_s", "soreness_before",
    "soreness",   "sensations", "screening",  "symptoms",
    "conditions", "tool",       "note",       "entered_at",
    "area_name",  "map_place"};

/// Collects what is wrong with one record.
struct Findings {
    std::vector<Refusal> refusals;

    void add(Field field, Reason reason, std::string_view value, std::vector<std::string> suggestions = {}) {
        refusals.push_back({field, reason, shown_value(value), std::move(suggestions)});
    }
};

void check_id(Findings& findings, const RecordId& id) {
    if (!is_acceptable_record_id(id.text())) {
        findings.add(Field::id, Reason::not_a_record_id, id.text());
    }
}

std::vector<std::string> sides_of(const AreaSides& sides) {
    std::vector<std::string> names;
    for (const Side side : {Side::left, Side::right, Side::center, Side::both}) {
        if (sides.has(side)) {
            names.emplace_back(name_of(side));
        }
    }
    return names;
}

void check_place(Findings& findings, const std::string& area_id, Side side, const AreaCatalogue& areas,
                 bool entering) {
    const Area* area = areas.find(area_id);
    if (area == nullptr) {
        findings.add(Field::area, Reason::unknown_area, area_id, areas.nearest(area_id));
        return;
    }
    if (entering && area->retired) {
        findings.add(Field::area, Reason::retired_area, area_id);
    }
    if (!area->sides.has(side)) {
        findings.add(Field::side, Reason::side_not_of_area, name_of(side), sides_of(area->sides));
    }
}

void check_moment(Findings& findings, Field field, const Instant& at, const std::optional<Instant>& now) {
    if (!in_accepted_years(at)) {
        findings.add(field, Reason::before_1900, to_iso(at));
    } else if (now && at.utc_ms > plus_seconds(*now, future_tolerance_seconds).utc_ms) {
        findings.add(field, Reason::in_the_future, to_iso(at));
    }
}

void check_text(Findings& findings, Field field, std::string_view text) {
    if (!is_valid_utf8(text)) {
        findings.add(field, Reason::not_utf8, "");
        return;
    }
    if (has_control_characters(text)) {
        findings.add(field, Reason::control_character, "");
    }
    const bool too_long =
        field == Field::note ? text.size() > longest_note : count_code_points(text) > longest_name;
    if (too_long) {
        findings.add(field, Reason::too_long, text);
    }
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Units of a typed duration, longest spelling first so that "min" is not read as "m" and a rest.
struct Unit {
    std::string_view spelling;
    std::int64_t seconds;
};
constexpr std::array<Unit, 13> units{{{"minutes", 60},
                                      {"seconds", 1},
                                      {"minute", 60},
                                      {"second", 1},
                                      {"hours", 3600},
                                      {"hour", 3600},
                                      {"mins", 60},
                                      {"secs", 1},
                                      {"min", 60},
                                      {"sec", 1},
                                      {"h", 3600},
                                      {"m", 60},
                                      {"s", 1}}};

void skip_blanks(std::string_view& text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) {
        text.remove_prefix(1);
    }
}

/// Reads up to six digits: more cannot be a duration and would overflow.
std::optional<std::int64_t> take_number(std::string_view& text) {
    std::size_t count = 0;
    std::int64_t value = 0;
    while (count < text.size() && is_digit(text[count])) {
        if (count == 6) {
            return std::nullopt;
        }
        value = value * 10 + (text[count] - '0');
        ++count;
    }
    if (count == 0) {
        return std::nullopt;
    }
    text.remove_prefix(count);
    return value;
}

/// "2:30" and "1:02:30": every part behind a colon has two digits and is below 60.
std::optional<std::int64_t> clock_seconds(std::string_view text) {
    const auto first = take_number(text);
    if (!first) {
        return std::nullopt;
    }
    std::int64_t total = *first;
    int colons = 0;
    while (!text.empty()) {
        if (text.front() != ':' || text.size() < 3 || !is_digit(text[1]) || !is_digit(text[2]) ||
            ++colons > 2) {
            return std::nullopt;
        }
        const int part = (text[1] - '0') * 10 + (text[2] - '0');
        if (part > 59) {
            return std::nullopt;
        }
        total = total * 60 + part;
        text.remove_prefix(3);
    }
    return colons == 0 ? std::nullopt : std::optional(total);
}

/// "90 s", "2 min 30 s": each unit at most once, larger ones first.
std::optional<std::int64_t> unit_seconds(std::string_view text) {
    std::int64_t total = 0;
    std::int64_t smallest = 86'400;
    while (!text.empty()) {
        const auto number = take_number(text);
        if (!number) {
            return std::nullopt;
        }
        skip_blanks(text);
        const Unit* found = nullptr;
        for (const Unit& unit : units) {
            if (text.starts_with(unit.spelling)) {
                found = &unit;
                break;
            }
        }
        if (found == nullptr || found->seconds >= smallest) {
            return std::nullopt;
        }
        smallest = found->seconds;
        text.remove_prefix(found->spelling.size());
        skip_blanks(text);
        total += *number * found->seconds;
    }
    return total;
}

std::optional<std::int64_t> typed_seconds(const std::string& text) {
    if (const auto minutes = parse_whole_number(text); minutes && text.size() <= 6) {
        return *minutes * 60;
    }
    if (text.find(':') != std::string::npos) {
        return clock_seconds(text);
    }
    return text.empty() ? std::nullopt : unit_seconds(text);
}

}  // namespace

std::string_view name_of(Field field) {
    return field_names[static_cast<std::size_t>(field)];
}

std::string shown_value(std::string_view text) {
    constexpr std::size_t longest = 80;
    if (text.size() <= longest) {
        return std::string(text);
    }
    std::size_t cut = longest;
    while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) {
        --cut;
    }
    return std::string(text.substr(0, cut)) + "…";
}

std::vector<Refusal> validate(const Session& session, const AreaCatalogue& areas,
                              const std::optional<Instant>& now) {
    Findings findings;
    check_id(findings, session.id);
    check_place(findings, session.area, session.side, areas, now.has_value());
    check_moment(findings, Field::started_at, session.started_at, now);
    check_text(findings, Field::tool, session.tool);
    check_text(findings, Field::note, session.note);
    return std::move(findings.refusals);
}

std::vector<Refusal> validate(const CheckIn& checkin, const AreaCatalogue& areas,
                              const std::optional<Instant>& now) {
    Findings findings;
    check_id(findings, checkin.id);
    check_place(findings, checkin.area, checkin.side, areas, now.has_value());
    check_moment(findings, Field::at, checkin.at, now);
    check_text(findings, Field::note, checkin.note);
    return std::move(findings.refusals);
}

std::vector<Refusal> validate(const Area& own_area) {
    Findings findings;
    check_text(findings, Field::area_name, own_area.name);
    if (trimmed(own_area.name).empty()) {
        findings.add(Field::area_name, Reason::empty_name, own_area.name);
    }
    const AreaSides& sides = own_area.sides;
    if (!sides.left && !sides.right && !sides.center) {
        findings.add(Field::side, Reason::missing, "");
    }
    if (own_area.map_place) {
        for (const std::int32_t part : {own_area.map_place->x, own_area.map_place->y}) {
            if (part < 0 || part > 1000) {
                findings.add(Field::map_place, Reason::map_place_range, std::to_string(part));
            }
        }
    }
    return std::move(findings.refusals);
}

std::vector<Refusal> validate_tool(std::string_view name) {
    Findings findings;
    check_text(findings, Field::tool, name);
    if (trimmed(name).empty()) {
        findings.add(Field::tool, Reason::empty_name, name);
    }
    return std::move(findings.refusals);
}

std::optional<std::int64_t> parse_whole_number(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

ParsedDuration parse_duration(std::string_view text) {
    std::string lowered = trimmed(text);
    for (char& c : lowered) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    const auto seconds = typed_seconds(lowered);
    if (!seconds) {
        return {};
    }
    const auto duration = Duration::of_seconds(*seconds);
    return {duration, Reason::duration_range};
}

}  // namespace unknot
