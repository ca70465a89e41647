#pragma once

#include "app/domain/milestones.h"
#include "app/report/course.h"
#include "app/report/extract.h"
#include "app/report/pdf_options.h"
#include "app/report/sink.h"
#include "app/words/catalogue.h"

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unknot::report {

/// What an export may be. `csv` and `all` are folders.
enum class Format : std::uint8_t { pdf, csv, json, xlsx, fhir, all };

constexpr std::array<std::string_view, 6> format_names{"pdf", "csv", "json", "xlsx", "fhir", "all"};

/// The format of that name in `format_names`, nothing for any other text.
[[nodiscard]] std::optional<Format> format_named(std::string_view name);

/// What is to leave, and how.
struct ExportOptions {
    Selection selection;
    Instant made_at;                     ///< the moment that flags are asked about, and every file's date
    bool whole = false;                  ///< json: the complete log, whatever the selection says
    std::optional<LocalDay> birth_date;  ///< of the person; empty = left out
    bool snomed = false;                 ///< fhir: areas also in SNOMED CT
    PaperSize paper = PaperSize::a4;     ///< pdf
    std::string password;                ///< pdf; empty: none
};

/// The part of it that the PDF is made with.
[[nodiscard]] PdfOptions pdf_options(const ExportOptions& options, const words::Catalogue& words);

/// A file that is to be written.
struct ExportFile {
    std::string name;  ///< within the folder: "data/sessions.csv"; the file's own where there is no folder
    /// Hands the content to the sink. Throws Stopped and NotMade.
    std::function<void(const Sink&)> write;
};

/// An export, ready to be written by whoever may write files: command line and window do it in the same way.
struct ExportJob {
    bool folder = false;            ///< the files belong into one folder
    std::string name;               ///< free of names of persons: "soreness-log_2026-11-01_2026-11-21.xlsx"
    std::vector<ExportFile> files;  ///< in the order to write them; one where it is no folder
    Counts counts;                  ///< what is in each of them
};

/// Works out what leaves. `words` is the language of what people read in it; its translations must outlive
/// the job. `progress` is told while the files are written, in the thread that writes them.
[[nodiscard]] ExportJob export_job(std::shared_ptr<const Snapshot> snapshot, const words::Catalogue& words,
                                   Format format, const ExportOptions& options, Progress progress);

}  // namespace unknot::report
