#include "app/shell/report_files.h"

#include "app/platform/environment.h"
#include "app/platform/private_file.h"
#include "app/words/languages.h"
#include "storage/logbook/log_file.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace unknot::shell {

namespace {

bool is_there(const std::filesystem::path& path) {
    std::error_code unknown;
    return std::filesystem::exists(std::filesystem::symlink_status(path, unknown));
}

/// "soreness-log_….xlsx", else "soreness-log_…-2.xlsx" and so on.
std::filesystem::path free_name(const std::filesystem::path& folder, const std::string& name) {
    // Behind the dates, before all that says which format it is: "-2.fhir.json".
    const std::size_t dot = std::min(name.find('.'), name.size());
    for (int number = 1;; ++number) {
        const std::string extra = number == 1 ? "" : "-" + std::to_string(number);
        std::filesystem::path path = folder / (name.substr(0, dot) + extra + name.substr(dot));
        if (!is_there(path)) {
            return path;
        }
    }
}

Result<Done, std::string> write_job(const report::ExportJob& job, const std::filesystem::path& path,
                                    bool replace) {
    if (!job.folder && replace) {
        return platform::write_file_over(path, job.files.front().write);
    }
    if (!job.folder) {
        return platform::write_new_file(path, job.files.front().write);
    }
    std::vector<platform::FileOfFolder> files;
    for (const report::ExportFile& file : job.files) {
        files.push_back({file.name, file.write});
    }
    return platform::write_new_folder(path, files);
}

/// The path that somebody typed: "~/" is the home folder, and a name alone lies where reports are saved.
std::filesystem::path named_path(const ReportPlace& place) {
    const auto home = platform::environment("HOME");
    if (home && place.path.starts_with("~/")) {
        return std::filesystem::path(*home) / place.path.substr(2);
    }
    return place.folder / place.path;
}

views::ReportOutcome not_written(const words::Catalogue& words, const std::filesystem::path& target,
                                 std::string_view why) {
    return {{}, words.say("{0} was not written: {1}.", target.string(), why)};
}

}  // namespace

report::Format format_of(views::ReportFormat format) {
    switch (format) {
        case views::ReportFormat::pdf: return report::Format::pdf;
        case views::ReportFormat::xlsx: return report::Format::xlsx;
        case views::ReportFormat::fhir: return report::Format::fhir;
        case views::ReportFormat::csv: return report::Format::csv;
        case views::ReportFormat::json: return report::Format::json;
        case views::ReportFormat::all: break;
    }
    return report::Format::all;
}

report::ExportOptions options_of(const views::ReportChoice& choice, const Instant& now) {
    report::ExportOptions options;
    const views::ReportDays days = views::days_of(choice, local_day(now));
    options.selection.from = days.from;
    options.selection.to = days.to;
    options.selection.areas = choice.areas;
    options.selection.notes = choice.notes;
    options.selection.name = choice.person ? choice.name : std::string();
    options.birth_date = views::birth_day_of(choice);
    options.made_at = now;
    options.paper =
        choice.paper == views::ReportPaper::a4 ? report::PaperSize::a4 : report::PaperSize::letter;
    options.password = choice.locked ? choice.password : std::string();
    return options;
}

words::Catalogue words_of(const views::ReportChoice& choice, const words::Catalogue& window) {
    return choice.language.empty() ? window : words::catalogue_of(choice.language).value_or(window);
}

views::ReportOutcome make_report(std::shared_ptr<const Snapshot> snapshot, const Instant& now,
                                 const views::ReportChoice& choice, const ReportPlace& place,
                                 const words::Catalogue& words, Progress progress) {
    std::filesystem::path target = named_path(place);
    try {
        const report::ExportJob job =
            report::export_job(std::move(snapshot), words_of(choice, words), format_of(choice.format),
                               options_of(choice, now), std::move(progress));
        if (place.path.empty()) {
            target = free_name(place.folder, job.name);
        }
        if (place.replace && storage::is_log(target)) {
            return {{},
                    words.say("{0} is one of your logs or its backup: it is not replaced by a report.",
                              target.string())};
        }
        const auto written = write_job(job, target, place.replace);
        return written ? views::ReportOutcome{std::filesystem::absolute(target).string(), {}}
                       : not_written(words, target, written.error());
    } catch (const report::Stopped&) {
        return {};
    } catch (const std::exception& failure) {
        return not_written(words, target, failure.what());
    }
}

std::string report_name(std::shared_ptr<const Snapshot> snapshot, const Instant& now,
                        const views::ReportChoice& choice, const words::Catalogue& words) {
    return report::export_job(std::move(snapshot), words_of(choice, words), format_of(choice.format),
                              options_of(choice, now), {})
        .name;
}

Result<std::optional<std::string>, std::string> make_pdf(std::shared_ptr<const Snapshot> snapshot,
                                                         const Instant& now,
                                                         const views::ReportChoice& choice,
                                                         const words::Catalogue& words, Progress progress) {
    report::ExportOptions options = options_of(choice, now);
    options.password.clear();  // a printer does not know it
    try {
        const report::ExportJob job = report::export_job(std::move(snapshot), words_of(choice, words),
                                                         report::Format::pdf, options, std::move(progress));
        std::string pdf;
        job.files.front().write([&pdf](std::string_view piece) { pdf += piece; });
        return std::optional(std::move(pdf));
    } catch (const report::Stopped&) {
        return std::optional<std::string>();
    } catch (const std::exception& failure) {
        return Failed{std::string(failure.what())};
    }
}

}  // namespace unknot::shell
