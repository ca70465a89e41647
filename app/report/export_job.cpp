#include "app/report/export_job.h"

#include "app/report/fhir.h"
#include "app/report/log_json.h"
#include "app/report/page_makers.h"
#include "app/report/readme.h"
#include "app/report/tables.h"
#include "app/words/phrases.h"
#include "generated/log_schema.h"

#include <algorithm>

namespace unknot::report {

namespace {

/// What all files of a job are made from; they share it.
struct Making {
    Making(Extract what, const words::Catalogue& language, const ExportOptions& asked, Progress progress,
           std::size_t steps)
        : extract(std::move(what)), words(language), options(asked), course(std::move(progress), steps) {}

    Extract extract;
    words::Catalogue words;
    ExportOptions options;
    Course course;
};
using Shared = std::shared_ptr<Making>;

/// Steps that a file takes where it is not one for each record.
constexpr std::size_t few_steps = 8;

/// Steps of a PDF: about as long as two records a record, and its first page.
std::size_t pdf_steps(const Extract& extract) {
    return 2 * extract.entries.size() + 20 * few_steps;
}

/// How many steps the files of a format take together, roughly; see Course.
std::size_t steps_of(Format format, const Extract& extract) {
    const std::size_t records = extract.entries.size();
    const std::size_t fhir = records + extract.counts.sessions + extract.counts.flags + few_steps;
    switch (format) {
        case Format::pdf: return pdf_steps(extract);
        case Format::csv: return few_steps;
        case Format::json:
        case Format::xlsx: return records + few_steps;
        case Format::fhir: return fhir;
        case Format::all: break;
    }
    return pdf_steps(extract) + fhir + 2 * records + 4 * few_steps;
}

ExportFile file_of(const Shared& making, std::string name, std::function<void(Making&, const Sink&)> write) {
    return {std::move(name), [making, write = std::move(write)](const Sink& sink) {
                write(*making, making->course.counting(sink));
            }};
}

ExportFile fhir_file(const Shared& making, std::string name) {
    return file_of(making, std::move(name), [](Making& m, const Sink& sink) {
        write_fhir(m.extract, m.words, {m.options.birth_date, m.options.snomed}, sink);
    });
}

ExportFile pdf_file(const Shared& making, std::string name) {
    return file_of(making, std::move(name), [](Making& m, const Sink& sink) {
        bool stopped = false;
        const Progress part = m.course.part(pdf_steps(m.extract));
        const auto pdf = page_makers().pdf_report(*m.extract.snapshot, m.words,
                                                  pdf_options(m.options, m.words), [&](double done) {
                                                      stopped = !part(done);
                                                      return !stopped;
                                                  });
        if (stopped) {
            throw Stopped();
        }
        if (!pdf) {
            throw NotMade(pdf.error());
        }
        sink(*pdf);
    });
}

ExportFile xlsx_file(const Shared& making, std::string name) {
    return file_of(making, std::move(name), [](Making& m, const Sink& sink) {
        page_makers().write_xlsx(m.extract, m.words, m.options.birth_date, m.course, sink);
    });
}

ExportFile json_file(const Shared& making, std::string name) {
    return file_of(making, std::move(name), [](Making& m, const Sink& sink) {
        write_log_json(*m.extract.snapshot,
                       m.options.whole ? std::nullopt : std::optional(m.extract.selection), sink);
    });
}

ExportFile text_file(const Shared& making, std::string name, std::function<std::string(const Making&)> text) {
    return file_of(making, std::move(name),
                   [text = std::move(text)](const Making& m, const Sink& sink) { sink(text(m)); });
}

std::vector<ExportFile> csv_files(const Shared& making, const std::string& folder) {
    return {file_of(making, folder + "sessions.csv",
                    [](Making& m, const Sink& sink) {
                        write_sessions(m.extract.entries, m.extract.selection.notes, sink);
                    }),
            file_of(making, folder + "checkins.csv",
                    [](Making& m, const Sink& sink) {
                        write_checkins(m.extract.entries, m.extract.selection.notes, sink);
                    }),
            file_of(making, folder + "flags.csv",
                    [](Making& m, const Sink& sink) {
                        write_flags(m.extract.flags, m.words, m.extract.today(), sink);
                    }),
            text_file(making, folder + "datapackage.json",
                      [](const Making& m) { return data_package(m.extract.selection, m.extract.made_at); })};
}

std::vector<ExportFile> all_files(const Shared& making) {
    std::vector<ExportFile> files{pdf_file(making, "report.pdf"), fhir_file(making, "log.fhir.json"),
                                  xlsx_file(making, "log.xlsx")};
    for (ExportFile& file : csv_files(making, "data/")) {
        files.push_back(std::move(file));
    }
    files.push_back(json_file(making, "log.json"));
    files.push_back(
        text_file(making, "log.schema.json", [](const Making&) { return std::string(tables::log_schema); }));
    files.push_back(text_file(making, "README.txt", [](const Making& m) {
        return readme_text(m.extract, m.words, {!m.options.password.empty(), m.options.snomed});
    }));
    return files;
}

std::string extension(Format format) {
    switch (format) {
        case Format::pdf: return ".pdf";
        case Format::json: return ".json";
        case Format::xlsx: return ".xlsx";
        case Format::fhir: return ".fhir.json";
        case Format::csv:
        case Format::all: break;
    }
    return {};
}

std::vector<ExportFile> files_of(const Shared& making, Format format, const std::string& name) {
    switch (format) {
        case Format::pdf: return {pdf_file(making, name)};
        case Format::csv: return csv_files(making, "");
        case Format::json: return {json_file(making, name)};
        case Format::xlsx: return {xlsx_file(making, name)};
        case Format::fhir: return {fhir_file(making, name)};
        case Format::all: break;
    }
    return all_files(making);
}

}  // namespace

PdfOptions pdf_options(const ExportOptions& options, const words::Catalogue& words) {
    PdfOptions pdf;
    pdf.selection = options.selection;
    pdf.paper = options.paper;
    pdf.password = options.password;
    if (options.birth_date) {
        // Not in the year of anybody's birth, so that it is printed with its own.
        pdf.birth_date = words::plain_date(words, *options.birth_date, LocalDay{-400 * 366});
    }
    pdf.made_at = options.made_at;
    return pdf;
}

std::optional<Format> format_named(std::string_view name) {
    const auto found = std::find(format_names.begin(), format_names.end(), name);
    if (found == format_names.end()) {
        return std::nullopt;
    }
    return static_cast<Format>(found - format_names.begin());
}

ExportJob export_job(std::shared_ptr<const Snapshot> snapshot, const words::Catalogue& words, Format format,
                     const ExportOptions& options, Progress progress) {
    Extract extract = take_out(std::move(snapshot), options.selection, options.made_at);
    ExportJob job;
    job.folder = format == Format::csv || format == Format::all;
    job.name = "soreness-log_" + to_iso(extract.first) + "_" + to_iso(extract.last) + extension(format);
    job.counts = extract.counts;
    const std::size_t steps = steps_of(format, extract);
    const auto making =
        std::make_shared<Making>(std::move(extract), words, options, std::move(progress), steps);
    job.files = files_of(making, format, job.name);
    return job;
}

}  // namespace unknot::report
