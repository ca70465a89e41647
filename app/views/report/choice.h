#pragma once

#include "app/domain/local_day.h"
#include "app/domain/snapshot.h"
#include "app/words/catalogue.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace unknot::views {

/// Which days leave; the first two end today.
enum class ReportPeriod : std::uint8_t { three_weeks, three_months, all, dates };

/// What is made of them, in the order in which the screen offers them.
enum class ReportFormat : std::uint8_t { pdf, all, xlsx, fhir, csv, json };

enum class ReportPaper : std::uint8_t { a4, letter };

/// What somebody wants to hand on, as chosen and typed on the Report screen. Equal = the same report.
struct ReportChoice {
    ReportPeriod period = ReportPeriod::three_weeks;
    std::string from, to;            ///< typed; used with ReportPeriod::dates, either may be empty
    std::vector<std::string> areas;  ///< ids, sorted; empty = every one
    bool notes = false;
    bool person = false;           ///< with name and date of birth
    std::string name, birth_date;  ///< typed; used where `person`
    ReportFormat format = ReportFormat::pdf;
    ReportPaper paper = ReportPaper::a4;
    std::string language;  ///< "de"; empty = the window's
    bool locked = false;   ///< the PDF opens with `password` only
    std::string password;

    friend bool operator==(const ReportChoice&, const ReportChoice&) = default;

    [[nodiscard]] bool has_pdf() const { return format == ReportFormat::pdf || format == ReportFormat::all; }
};

/// Days from one to another, both included; empty = no limit.
struct ReportDays {
    std::optional<LocalDay> from, to;
};

/// The days that a choice holds. Typed dates that are not accepted set no limit.
[[nodiscard]] ReportDays days_of(const ReportChoice& choice, LocalDay today);

/// The same with the first record's day, or today, where there is no first limit, and today where there is no
/// last one.
[[nodiscard]] std::pair<LocalDay, LocalDay> shown_days(const ReportChoice& choice, const Snapshot& snapshot,
                                                       LocalDay today);

/// The date of birth, where one is to leave and what was typed is one.
[[nodiscard]] std::optional<LocalDay> birth_day_of(const ReportChoice& choice);

/// What is not accepted yet, one sentence each; empty where it is fine.
[[nodiscard]] std::string days_complaint(const words::Catalogue& words, const ReportChoice& choice);
[[nodiscard]] std::string birth_complaint(const words::Catalogue& words, const ReportChoice& choice);
[[nodiscard]] std::string password_complaint(const words::Catalogue& words, const ReportChoice& choice);
/// The first of them.
[[nodiscard]] std::string complaint_of(const words::Catalogue& words, const ReportChoice& choice);

/// Chooses an area or leaves it again, of those in `all` (sorted ids). With all of them chosen, or none,
/// every one is.
void switch_area(ReportChoice& choice, const std::string& area, const std::vector<std::string>& all);

/// "A spreadsheet (XLSX)".
[[nodiscard]] std::string_view format_word(const words::Catalogue& words, ReportFormat format);

}  // namespace unknot::views
