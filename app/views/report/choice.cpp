#include "app/views/report/choice.h"

#include "app/domain/text.h"
#include "app/domain/validation.h"

#include <algorithm>

namespace unknot::views {

namespace {

constexpr int three_weeks = 21;
constexpr int three_months = 91;

std::optional<LocalDay> typed_day(const std::string& text) {
    return parse_iso_day(trimmed(text));
}

/// The complaint about a typed date that must be one where it is not empty.
std::string day_complaint(const words::Catalogue& words, const std::string& text) {
    if (trimmed(text).empty() || typed_day(text)) {
        return {};
    }
    return words.say("\"{0}\" is not a date that exists; write it like 2026-03-07.",
                     shown_value(trimmed(text)));
}

}  // namespace

ReportDays days_of(const ReportChoice& choice, LocalDay today) {
    switch (choice.period) {
        case ReportPeriod::three_weeks: return {today - (three_weeks - 1), today};
        case ReportPeriod::three_months: return {today - (three_months - 1), today};
        case ReportPeriod::all: return {};
        case ReportPeriod::dates: break;
    }
    return {typed_day(choice.from), typed_day(choice.to)};
}

std::pair<LocalDay, LocalDay> shown_days(const ReportChoice& choice, const Snapshot& snapshot,
                                         LocalDay today) {
    const ReportDays days = days_of(choice, today);
    LocalDay first = today;
    for (const auto& [id, records] : snapshot.areas) {
        if (!records->sessions.empty()) {
            first = std::min(first, local_day(records->sessions.front()->started_at));
        }
        if (!records->checkins.empty()) {
            first = std::min(first, local_day(records->checkins.front()->at));
        }
    }
    const LocalDay last = days.to.value_or(today);
    return {days.from.value_or(std::min(first, last)), last};
}

std::optional<LocalDay> birth_day_of(const ReportChoice& choice) {
    return choice.person ? typed_day(choice.birth_date) : std::nullopt;
}

std::string days_complaint(const words::Catalogue& words, const ReportChoice& choice) {
    if (choice.period != ReportPeriod::dates) {
        return {};
    }
    for (const std::string& text : {choice.from, choice.to}) {
        if (std::string complaint = day_complaint(words, text); !complaint.empty()) {
            return complaint;
        }
    }
    const auto from = typed_day(choice.from);
    const auto to = typed_day(choice.to);
    return from && to && *to < *from ? std::string(words.text("The second date is before the first one."))
                                     : std::string();
}

std::string birth_complaint(const words::Catalogue& words, const ReportChoice& choice) {
    return choice.person ? day_complaint(words, choice.birth_date) : std::string();
}

std::string password_complaint(const words::Catalogue& words, const ReportChoice& choice) {
    return choice.has_pdf() && choice.locked && choice.password.empty()
               ? std::string(words.text("Type a password, or turn it off."))
               : std::string();
}

std::string complaint_of(const words::Catalogue& words, const ReportChoice& choice) {
    for (std::string complaint :
         {days_complaint(words, choice), birth_complaint(words, choice), password_complaint(words, choice)}) {
        if (!complaint.empty()) {
            return complaint;
        }
    }
    return {};
}

void switch_area(ReportChoice& choice, const std::string& area, const std::vector<std::string>& all) {
    const auto at = std::lower_bound(choice.areas.begin(), choice.areas.end(), area);
    if (at != choice.areas.end() && *at == area) {
        choice.areas.erase(at);
    } else {
        choice.areas.insert(at, area);
    }
    if (choice.areas == all) {
        choice.areas.clear();
    }
}

std::string_view format_word(const words::Catalogue& words, ReportFormat format) {
    switch (format) {
        case ReportFormat::pdf: return words.text("PDF, for my clinician");
        case ReportFormat::all: return words.text("PDF and data files");
        case ReportFormat::xlsx: return words.text("A spreadsheet (XLSX)");
        case ReportFormat::fhir: return words.text("For clinical programs (FHIR)");
        case ReportFormat::csv: return words.text("Tables for other programs (CSV)");
        case ReportFormat::json: break;
    }
    return words.text("To import again (JSON)");
}

}  // namespace unknot::views
