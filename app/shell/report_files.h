#pragma once

#include "app/domain/result.h"
#include "app/report/export_job.h"
#include "app/views/report/choice.h"
#include "app/views/report/report.h"
#include "app/words/catalogue.h"

#include <filesystem>
#include <memory>
#include <optional>
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
        folder;            ///< under a free name in here: with the dates, and a number where it is taken
    bool replace = false;  ///< somebody was asked, and a file that is at `path` may go
};

/// Makes what was chosen of a log and writes it. Nothing that is there is replaced but where `place` says so,
/// and then never a folder nor a log or backup of this program. The sentence of what went wrong is in the
/// window's `words`; path and sentence are both empty where `progress` asked to stop.
[[nodiscard]] views::ReportOutcome make_report(std::shared_ptr<const Snapshot> snapshot, const Instant& now,
                                               const views::ReportChoice& choice, const ReportPlace& place,
                                               const words::Catalogue& words, Progress progress);

/// The file's name that a choice is saved under unless somebody names another: "soreness-log_….pdf".
[[nodiscard]] std::string report_name(std::shared_ptr<const Snapshot> snapshot, const Instant& now,
                                      const views::ReportChoice& choice, const words::Catalogue& words);

/// The PDF of a choice, for a printer: without its password, whatever its format. Nothing where `progress`
/// asked to stop; fails with the system's words.
[[nodiscard]] Result<std::optional<std::string>, std::string> make_pdf(
    std::shared_ptr<const Snapshot> snapshot, const Instant& now, const views::ReportChoice& choice,
    const words::Catalogue& words, Progress progress);

}  // namespace unknot::shell
