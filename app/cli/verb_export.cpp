#include "app/cli/range.h"
#include "app/cli/verbs.h"
#include "app/domain/text.h"
#include "app/platform/private_file.h"
#include "app/report/log_json.h"
#include "app/report/tables.h"

namespace unknot::cli {

namespace {

struct ExportArguments {
    std::shared_ptr<RangeArguments> range;
    std::string output, name;
    std::string format = "json";
    bool notes = false;
};

void require_written(const Context& context, const std::string& output,
                     const Result<Done, std::string>& written) {
    if (!written) {
        throw Stop{not_accepted,
                   {context.words.say("{0} was not written: {1}.", harmless(output), written.error())}};
    }
    print(context.words.say("Exported to {0}.", harmless(output)));
}

report::Selection read_selection(const Context& context, const AreaCatalogue& catalogue,
                                 const ExportArguments& given) {
    report::Selection selection = read_range(context, catalogue, *given.range);
    if (!is_valid_utf8(given.name) || has_control_characters(given.name)) {
        throw Stop{not_accepted,
                   {std::string(context.words.text(
                       "The name of the person is not plain text: broken UTF-8 or a control character."))}};
    }
    selection.notes = given.notes;
    selection.name = given.name;
    return selection;
}

int export_json(const Context& context, const Snapshot& snapshot, const report::Selection& selection,
                const ExportArguments& given) {
    // The whole log where nothing was asked to be chosen or added.
    const bool whole = !given.range->given() && selection.name.empty();
    const auto write = [&](const report::Sink& sink) {
        report::write_log_json(snapshot, whole ? std::nullopt : std::optional(selection), sink);
    };
    if (given.output.empty()) {
        write([](std::string_view piece) { std::fwrite(piece.data(), 1, piece.size(), stdout); });
    } else {
        require_written(context, given.output, platform::write_new_file(given.output, write));
    }
    return done;
}

int export_csv(const Context& context, const Snapshot& snapshot, const report::Selection& selection,
               const ExportArguments& given) {
    if (given.output.empty()) {
        throw Stop{wrong_usage,
                   {std::string(context.words.text(
                       "CSV is a folder of four files; name one that is not there yet with -o."))}};
    }
    const auto entries = report::oldest_first(snapshot, selection);
    const auto flags = report::flag_rows(snapshot, context.now, selection);
    const LocalDay today = local_day(context.now);
    const std::vector<platform::FileOfFolder> files{
        {"sessions.csv",
         [&](const report::Sink& sink) { report::write_sessions(entries, selection.notes, sink); }},
        {"checkins.csv",
         [&](const report::Sink& sink) { report::write_checkins(entries, selection.notes, sink); }},
        {"flags.csv",
         [&](const report::Sink& sink) { report::write_flags(flags, context.words, today, sink); }},
        {"datapackage.json",
         [&](const report::Sink& sink) { sink(report::data_package(selection, context.now)); }}};
    require_written(context, given.output, platform::write_new_folder(given.output, files));
    return done;
}

int run_export(Context& context, const ExportArguments& given) {
    const auto snapshot = context.snapshot();
    const report::Selection selection = read_selection(context, *snapshot->catalogue, given);
    return given.format == "csv" ? export_csv(context, *snapshot, selection, given)
                                 : export_json(context, *snapshot, selection, given);
}

}  // namespace

Verb add_export(CLI::App& app) {
    CLI::App* verb = app.add_subcommand("export", "Export the log, or a part of it");
    auto given = std::make_shared<ExportArguments>();
    verb->add_option("-o,--output", given->output,
                     "A file (json) or folder (csv) that is not there yet; json goes to standard output "
                     "unless given")
        ->type_name("PATH");
    verb->add_option("--format", given->format,
                     "json: the whole log, what import takes back; csv: tables in a new folder")
        ->check(CLI::IsMember({"json", "csv"}))
        ->capture_default_str();
    given->range = add_range(*verb);
    verb->add_flag("--notes", given->notes, "With your notes, which a chosen part and tables leave out");
    verb->add_option("--name", given->name, "With this name, which is left out otherwise")->type_name("NAME");
    return {verb, [given](Context& context) { return run_export(context, *given); }};
}

}  // namespace unknot::cli
