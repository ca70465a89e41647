#include "app/cli/verbs.h"
#include "app/platform/private_file.h"
#include "app/report/log_json.h"
#include "app/words/phrases.h"
#include "storage/import/import_json.h"

#include <nlohmann/json.hpp>

namespace unknot::cli {

namespace {

constexpr std::uintmax_t largest_import = 256ULL * 1024 * 1024;

struct ImportArguments {
    std::vector<std::string> files;
    bool dry_run = false;
    bool update = false;
};

std::string problem_text(const Context& context, const storage::ImportProblem& problem) {
    using What = storage::ImportProblem::What;
    switch (problem.what) {
        case What::refused: return words::sentence(context.words, *problem.refusal);
        case What::not_json: return context.words.say("this is not JSON ({0})", harmless(problem.detail));
        case What::not_a_log:
            return std::string(
                context.words.text("this is not an Unknot log: \"sessions\" and \"checkins\" are missing"));
        case What::newer_format:
            return context.words.say("version {0} of the format is not known; 1 is accepted",
                                     harmless(problem.detail));
        case What::wrong_type: return context.words.say("{0} is accepted here", problem.detail);
        case What::unknown_field: return std::string(context.words.text("no such field is known"));
        case What::duplicate_id:
            return context.words.say("the id \"{0}\" stands in this file twice", harmless(problem.detail));
    }
    return {};
}

std::string read_whole(const Context& context, const std::string& file) {
    const auto text = platform::read_file(file, largest_import);
    if (!text) {
        throw Stop{not_accepted,
                   {context.words.say("{0} cannot be read: {1}.", harmless(file), text.error())}};
    }
    return *text;
}

ImportRecords read_log(const Context& context, const std::string& file) {
    auto records = storage::import_json(read_whole(context, file));
    if (!records) {
        Stop stop{not_accepted, {}};
        for (const storage::ImportProblem& problem : records.error()) {
            const std::string where =
                problem.where.empty() ? harmless(file) : harmless(file) + ": " + harmless(problem.where);
            stop.sentences.push_back(where + ": " + problem_text(context, problem));
        }
        stop.sentences.push_back(std::string(context.words.text("Nothing was imported.")));
        throw stop;
    }
    return *records;
}

void warn_of_future(const Context& context, const ImportRecords& records) {
    std::size_t count = 0;
    const std::int64_t limit = plus_seconds(context.now, future_tolerance_seconds).utc_ms;
    for (const Session& session : records.sessions) {
        count += session.started_at.utc_ms > limit ? 1U : 0U;
    }
    for (const CheckIn& checkin : records.checkins) {
        count += checkin.at.utc_ms > limit ? 1U : 0U;
    }
    if (count > 0) {
        std::fputs(
            (context.words.plural("{0} record lies in the future; the rules ignore it until then.",
                                  "{0} records lie in the future; the rules ignore them until then.", count) +
             "\n")
                .c_str(),
            stderr);
    }
}

int run_import(Context& context, const ImportArguments& given) {
    // All files are read before the first is written: what cannot be read must not leave half an import.
    ImportRecords all;
    for (const std::string& file : given.files) {
        ImportRecords records = read_log(context, file);
        std::move(records.areas.begin(), records.areas.end(), std::back_inserter(all.areas));
        std::move(records.sessions.begin(), records.sessions.end(), std::back_inserter(all.sessions));
        std::move(records.checkins.begin(), records.checkins.end(), std::back_inserter(all.checkins));
        if (records.profile) {
            all.profile = records.profile;
        }
    }
    all.update = given.update;
    warn_of_future(context, all);
    if (given.dry_run && context.json) {
        print(nlohmann::json{
            {"sessions", all.sessions.size()}, {"checkins", all.checkins.size()}, {"imported", 0}}
                  .dump());
        return done;
    }
    if (given.dry_run) {
        print(context.words.say("Would import {0} sessions and {1} check-ins; nothing was changed.",
                                all.sessions.size(), all.checkins.size()));
        return done;
    }
    const storage::Applied applied = context.apply(all);
    if (context.json) {
        print(nlohmann::json{
            {"sessions", all.sessions.size()}, {"checkins", all.checkins.size()}, {"imported", applied.count}}
                  .dump());
        return done;
    }
    print(context.words.plural("Imported: {0} record is new.", "Imported: {0} records are new.",
                               applied.count));
    return done;
}

int run_export(Context& context, const std::string& output) {
    const std::string text = report::log_json(*context.snapshot());
    if (output.empty()) {
        std::fputs(text.c_str(), stdout);
        return done;
    }
    if (const auto written = platform::write_new_file(output, text); !written) {
        throw Stop{not_accepted,
                   {context.words.say("{0} was not written: {1}.", harmless(output), written.error())}};
    }
    print(context.words.say("Exported to {0}.", harmless(output)));
    return done;
}

}  // namespace

Verb add_import(CLI::App& app) {
    CLI::App* verb = app.add_subcommand("import", "Import log.json files, all or nothing");
    auto given = std::make_shared<ImportArguments>();
    verb->add_option("file", given->files, "log.json")->required();
    verb->add_flag("--dry-run", given->dry_run, "Only say what would happen");
    verb->add_flag("--update", given->update,
                   "Replace records that are there where the file's entry is newer");
    return {verb, [given](Context& context) { return run_import(context, *given); }};
}

Verb add_export(CLI::App& app) {
    CLI::App* verb = app.add_subcommand("export", "Export the whole log as log.json");
    auto output = std::make_shared<std::string>();
    auto format = std::make_shared<std::string>("json");
    verb->add_option("-o,--output", *output, "A file that is not there yet; standard output unless given");
    verb->add_option("--format", *format, "json")->check(CLI::IsMember({"json"}));
    return {verb, [output, format](Context& context) { return run_export(context, *output); }};
}

}  // namespace unknot::cli
