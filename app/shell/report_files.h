#pragma once

#include "app/report/export_job.h"
#include "app/views/report/choice.h"
#include "app/views/report/report.h"
#include "app/words/catalogue.h"

#include <filesystem>
#include <memory>
#include <string>

namespace unknot::shell {

/// The format and options of a choice made on the Report screen.
[[nodiscard]] report::Format format_of(views::ReportFormat format);
[[nodiscard]] report::ExportOptions options_of(const views::ReportChoice& choice, const Instant& now);

/// The catalogue of a choice: its own language, or the window's.
[[nodiscard]] words::Catalogue words_of(const views::ReportChoice& choice, const words::Catalogue& window);

/// Where a report goes.
struct ReportPlace {
    std::string path;  ///< as somebody named it; empty:
    std::filesystem::path
        folder;  ///< under a free name in here: with the dates, and a number where it is taken
};

/// Makes what was chosen of a log and writes it; nothing that is there is replaced. The sentence of what went
/// wrong is in the window's `words`; path and sentence are both empty where `progress` asked to stop.
[[nodiscard]] views::ReportOutcome make_report(std::shared_ptr<const Snapshot> snapshot, const Instant& now,
                                               const views::ReportChoice& choice, const ReportPlace& place,
                                               const words::Catalogue& words, report::Progress progress);

}  // namespace unknot::shell
