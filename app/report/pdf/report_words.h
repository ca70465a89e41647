#pragma once

#include "app/report/pdf/pdf_report.h"
#include "app/report/summary.h"

/// The report's phrases: numbers and flags as a clinician reads them.
namespace unknot::report {

/// What every part of a report is made from.
struct ReportScene {
    const Snapshot& snapshot;
    const words::Catalogue& words;
    const PdfOptions& options;
    const Summary& summary;

    [[nodiscard]] std::string place(std::string_view area, Side side) const;

    /// "17 November", with its year where that is not the one in which the days asked for end.
    [[nodiscard]] std::string date(LocalDay day) const;
    /// "17 Nov", the same way.
    [[nodiscard]] std::string short_date(LocalDay day) const;
    /// "17 November 2026".
    [[nodiscard]] std::string full_date(LocalDay day) const;
};

/// "Left calf"; "The whole person".
[[nodiscard]] std::string where_text(const ReportScene& scene, const FlagRow& row);
/// "open, since 20 November", "ended, 9 to 12 November"; "open, as long as it is so" for a health question.
[[nodiscard]] std::string days_text(const ReportScene& scene, const FlagRow& row);
/// Which rule and the raw ratings: "Soreness jumped by 3. Ratings: 2 before, 5 on 18 Nov."
[[nodiscard]] std::string reason_text(const ReportScene& scene, const FlagRow& row);
/// The same shorter, for what has ended or stands far down (which sign or reason it was is always said):
/// "Soreness jumped (2 before, 5 on 18 Nov)".
[[nodiscard]] std::string short_reason_text(const ReportScene& scene, const FlagRow& row);

/// What is said where no flag is open; empty where one is.
[[nodiscard]] std::string no_flags_text(const ReportScene& scene);

// Cells of "by area". What was not recorded is said; zero is printed as 0.
[[nodiscard]] std::string minutes_text(const ReportScene& scene, const AreaSummary& area);
[[nodiscard]] std::string pressure_text(const ReportScene& scene, const AreaSummary& area);
[[nodiscard]] std::string soreness_text(const ReportScene& scene, const AreaSummary& area);
[[nodiscard]] std::string settle_text(const ReportScene& scene, const AreaSummary& area);
[[nodiscard]] std::string answered_text(const ReportScene& scene, const AreaSummary& area);

/// "Numbness, Swelling": what one report names.
[[nodiscard]] std::string sign_words(const ReportScene& scene, const SignReport& report);
/// The answers to the health questions, in one or a few sentences.
[[nodiscard]] std::string health_text(const ReportScene& scene);
/// What was left out of the report; empty where nothing was.
[[nodiscard]] std::string left_out_text(const ReportScene& scene);

}  // namespace unknot::report
