#include "app/cli/range.h"
#include "app/cli/verbs.h"
#include "app/domain/text.h"
#include "app/platform/private_file.h"
#include "app/platform/signals.h"
#include "app/report/export_job.h"
#include "app/report/readme.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace unknot::cli {

namespace {

struct ExportArguments {
    std::shared_ptr<RangeArguments> range;
    std::string output, name, birth_date, password_file;
    std::string paper = "a4";
    std::string format = "json";
    bool notes = false;
    bool snomed = false;
};

Stop not_written(const Context& context, const std::string& output, std::string_view why) {
    return {not_accepted, {context.words.say("{0} was not written: {1}.", harmless(output), why)}};
}

/// The first line of a file: a password on the command line could be read by everybody on the machine.
std::string read_password(const Context& context, const std::string& file) {
    if (file.empty()) {
        return {};
    }
    constexpr std::uintmax_t largest = 4096;
    const auto content = platform::read_file(file, largest);
    std::string password = content ? content->substr(0, content->find('\n')) : std::string();
    if (password.empty()) {
        throw Stop{
            not_accepted,
            {content ? context.words.say("{0} holds no password in its first line.", harmless(file))
                     : context.words.say("{0} cannot be read: {1}.", harmless(file), content.error())}};
    }
    return password;
}

report::ExportOptions read_options(const Context& context, const AreaCatalogue& catalogue,
                                   report::Format format, const ExportArguments& given) {
    report::ExportOptions options;
    options.selection = read_range(context, catalogue, *given.range);
    if (!is_valid_utf8(given.name) || has_control_characters(given.name)) {
        throw Stop{not_accepted,
                   {std::string(context.words.text(
                       "The name of the person is not plain text: broken UTF-8 or a control character."))}};
    }
    options.selection.notes = given.notes;
    options.selection.name = given.name;
    options.made_at = context.now;
    if (!given.birth_date.empty()) {
        options.birth_date = parse_iso_day(given.birth_date);
        if (!options.birth_date) {
            throw Stop{
                not_accepted,
                {context.words.say("The date of birth \"{0}\" is not a date that exists; write it like "
                                   "1980-03-07.",
                                   shown_value(given.birth_date))}};
        }
    }
    // The whole log where nothing was asked to be chosen or added.
    options.whole = format == report::Format::json && !given.range->given() && given.name.empty();
    options.snomed = given.snomed;
    options.paper = given.paper == "letter" ? report::PaperSize::letter : report::PaperSize::a4;
    options.password = read_password(context, given.password_file);
    return options;
}

/// Text goes to standard output where no file was named.
bool to_standard_output(report::Format format, const ExportArguments& given) {
    return given.output.empty() && (format == report::Format::json || format == report::Format::fhir);
}

Result<Done, std::string> write_job(const report::ExportJob& job, const std::string& output) {
    if (!job.folder) {
        return platform::write_new_file(output, job.files.front().write);
    }
    std::vector<platform::FileOfFolder> files;
    for (const report::ExportFile& file : job.files) {
        files.push_back({file.name, file.write});
    }
    return platform::write_new_folder(output, files);
}

void write_out(const Context& context, const report::ExportJob& job, const std::string& output) {
    const platform::HeldInterrupt interrupt;
    try {
        if (const auto written = write_job(job, output); !written) {
            throw not_written(context, output, written.error());
        }
    } catch (const report::NotMade& failure) {
        throw not_written(context, output, failure.what());
    } catch (const report::Stopped&) {
        platform::HeldInterrupt::forget();
        throw Stop{stopped, {std::string(context.words.text("Stopped; nothing was exported."))}};
    }
}

void tell(const Context& context, const report::ExportJob& job, const std::string& output) {
    if (context.json) {
        print(nlohmann::json{{"path", output},
                             {"sessions", job.counts.sessions},
                             {"checkins", job.counts.checkins},
                             {"ratings", job.counts.ratings},
                             {"flags", job.counts.flags}}
                  .dump());
    } else {
        print(context.words.say("Exported to {0}.", harmless(output)));
    }
}

int run_export(Context& context, const ExportArguments& given) {
    const auto snapshot = context.snapshot();
    const report::Format format = *report::format_named(given.format);
    const report::ExportOptions options = read_options(context, *snapshot->catalogue, format, given);
    const report::ExportJob job = report::export_job(snapshot, context.words, format, options,
                                                     [](double) { return !platform::HeldInterrupt::came(); });
    if (given.snomed) {
        std::fprintf(stderr, "%s\n", std::string(report::snomed_notice(context.words)).c_str());
    }
    if (to_standard_output(format, given)) {
        job.files.front().write(
            [](std::string_view piece) { std::fwrite(piece.data(), 1, piece.size(), stdout); });
        return done;
    }
    const std::string output = given.output.empty() ? job.name : given.output;
    write_out(context, job, output);
    tell(context, job, output);
    return done;
}

std::vector<std::string> formats() {
    return {report::format_names.begin(), report::format_names.end()};
}

}  // namespace

Verb add_export(CLI::App& app) {
    CLI::App* verb = app.add_subcommand("export", "Export the log, or a part of it");
    auto given = std::make_shared<ExportArguments>();
    verb->add_option("-o,--output", given->output,
                     "A file or folder that is not there yet; else json and fhir go to standard output, and "
                     "the others into the current folder under a name with the dates")
        ->type_name("PATH");
    verb->add_option("--format", given->format,
                     "pdf: the report for a clinician; json: the whole log, what import takes back; csv: "
                     "tables in a new folder; xlsx: a spreadsheet; fhir: a FHIR R4 document; all: a new "
                     "folder with all of them")
        ->check(CLI::IsMember(formats()))
        ->capture_default_str();
    given->range = add_range(*verb);
    verb->add_flag("--notes", given->notes, "With your notes, which a chosen part and tables leave out");
    verb->add_option("--name", given->name, "With this name, which is left out otherwise")->type_name("NAME");
    verb->add_option(
            "--birth-date", given->birth_date,
            "With this date of birth, which is left out otherwise: 1980-03-07; pdf, xlsx and fhir have "
            "it")
        ->type_name("DAY");
    verb->add_flag("--snomed", given->snomed,
                   "fhir: areas in SNOMED CT too, which needs a licence in most countries");
    verb->add_option("--paper", given->paper, "Of the PDF")
        ->check(CLI::IsMember({"a4", "letter"}))
        ->capture_default_str();
    verb->add_option("--password-file", given->password_file,
                     "Encrypt the PDF with the password in the first line of this file")
        ->type_name("FILE");
    return {verb, [given](Context& context) { return run_export(context, *given); }};
}

}  // namespace unknot::cli
