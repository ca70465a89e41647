#include "app/cli/import_text.h"
#include "app/cli/verbs.h"
#include "app/domain/import_effect.h"
#include "app/domain/seeded_fault.h"
#include "app/domain/text.h"
#include "app/platform/private_file.h"
#include "app/words/storage.h"
#include "storage/import/import_csv.h"
#include "storage/import/import_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>

namespace unknot::cli {

namespace {

constexpr std::uintmax_t largest_import = 256ULL * 1024 * 1024;

struct ImportArguments {
    std::vector<std::string> files;
    bool dry_run = false;
    bool update = false;
};

/// All files of one import; the lists run side by side.
struct Brought {
    std::vector<std::string> names;
    std::vector<std::vector<std::size_t>> lines;  ///< of tables
    ImportFiles import;
};

std::string read_whole(const Context& context, const std::string& file) {
    auto text = platform::read_file(file, largest_import);
    if (!text) {
        throw Stop{not_accepted,
                   {context.words.say("{0} cannot be read: {1}.", harmless(file), text.error())}};
    }
    if (seeded(Fault::ends_at_odd_input) && !is_valid_utf8(*text)) {
        std::abort();
    }
    return *std::move(text);
}

bool looks_like_json(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && (text[first] == '{' || text[first] == '[');
}

/// The log as it stands, empty where there is none yet; makes none.
std::shared_ptr<const Snapshot> log_so_far(Context& context) {
    std::error_code unknown;  // what cannot be seen is for the opening to report
    const bool missing = !std::filesystem::exists(context.file, unknown) && !unknown;
    return missing ? std::make_shared<const Snapshot>() : context.snapshot();
}

void take(const Context& context, const std::string& name, storage::ImportedFile file, Brought& brought) {
    if (file.computed) {
        std::fputs((context.words.say("{0} holds what the rules computed; it is computed anew, not imported.",
                                      harmless(name)) +
                    "\n")
                       .c_str(),
                   stderr);
        return;
    }
    file.records.source = std::filesystem::path(name).filename().string();
    brought.names.push_back(name);
    brought.lines.push_back(std::move(file.lines));
    brought.import.files.push_back(std::move(file.records));
}

/// Reads every file before the first is written, and says of all of them at once what is wrong.
Brought read_files(const Context& context, const ImportArguments& given, AreaCatalogue areas) {
    Brought brought;
    Stop stop{not_accepted, {}};
    std::vector<std::pair<std::string, std::string>> tables;
    const auto read = [&](const std::string& name, storage::ImportResult file) {
        if (file) {
            take(context, name, *std::move(file), brought);
            return;
        }
        for (const storage::ImportProblem& problem : file.error()) {
            stop.sentences.push_back(sentence(context, name, problem));
        }
    };
    for (const std::string& name : given.files) {
        std::string text = read_whole(context, name);
        if (!looks_like_json(text)) {
            tables.emplace_back(name, std::move(text));
            continue;
        }
        read(name, storage::import_json(text, areas));
        if (!brought.import.files.empty()) {
            areas = areas.with_own(brought.import.files.back().areas);
        }
    }
    // Tables name no areas of their own: they may be on those of the other files.
    for (const auto& [name, text] : tables) {
        read(name, storage::import_csv(text, areas));
    }
    if (!stop.sentences.empty()) {
        stop.sentences.push_back(std::string(context.words.text("Nothing was imported.")));
        throw stop;
    }
    for (ImportRecords& file : brought.import.files) {
        file.update = given.update;
    }
    return brought;
}

void warn_of_future(const Context& context, const ImportFiles& import) {
    std::size_t count = 0;
    const std::int64_t limit = plus_seconds(context.now, future_tolerance_seconds).utc_ms;
    for (const ImportRecords& file : import.files) {
        for (const Session& session : file.sessions) {
            count += session.started_at.utc_ms > limit ? 1U : 0U;
        }
        for (const CheckIn& checkin : file.checkins) {
            count += checkin.at.utc_ms > limit ? 1U : 0U;
        }
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

const RecordId& id_at(const Brought& brought, const ImportedAt& at) {
    const ImportRecords& file = brought.import.files[at.file];
    return at.session ? file.sessions[at.position].id : file.checkins[at.position].id;
}

std::string place_of(const Context& context, const Brought& brought, const ImportedAt& at) {
    const std::vector<std::size_t>& lines = brought.lines[at.file];
    const std::string list = at.session ? "sessions" : "checkins";
    return lines.empty() ? place_in_file(context, brought.names[at.file], 0, 0,
                                         list + "[" + std::to_string(at.position) + "]")
                         : place_in_file(context, brought.names[at.file], lines[at.position], 0, "");
}

/// Every record whose id is there with other content.
std::vector<std::string> refusals(const Context& context, const Brought& brought, const ImportPlan& plan) {
    std::vector<std::string> sentences;
    for (const ImportedAt& at : plan.others) {
        if (at.effect == ImportEffect::refused) {
            Failure failure;
            failure.problem = Problem::id_taken;
            failure.id = harmless(id_at(brought, at).text);
            sentences.push_back(place_of(context, brought, at) + ": " +
                                words::sentence(context.words, failure));
        }
    }
    return sentences;
}

std::size_t count_of(const ImportPlan& plan, ImportEffect effect) {
    return static_cast<std::size_t>(std::count_if(plan.others.begin(), plan.others.end(),
                                                  [&](const ImportedAt& at) { return at.effect == effect; }));
}

nlohmann::ordered_json json_of(const Brought& brought, const ImportPlan& plan, std::size_t imported) {
    std::size_t sessions = 0;
    std::size_t checkins = 0;
    for (const ImportRecords& file : brought.import.files) {
        sessions += file.sessions.size();
        checkins += file.checkins.size();
    }
    return {{"sessions", sessions},
            {"checkins", checkins},
            {"new", plan.added},
            {"replaced", count_of(plan, ImportEffect::replaced)},
            {"unchanged", plan.unchanged},
            {"kept", count_of(plan, ImportEffect::kept)},
            {"refused", count_of(plan, ImportEffect::refused)},
            {"areas", plan.areas},
            {"tools", plan.tools},
            {"profile", plan.profile},
            {"imported", imported}};
}

void print_plan(const Context& context, const Brought& brought, const ImportPlan& plan) {
    for (const ImportedAt& at : plan.others) {
        const std::string id = harmless(id_at(brought, at).text);
        if (at.effect == ImportEffect::replaced) {
            print(place_of(context, brought, at) + ": " +
                  context.words.say("would replace the record \"{0}\".", id));
        } else if (at.effect == ImportEffect::kept) {
            print(place_of(context, brought, at) + ": " +
                  context.words.say("the log keeps its own record \"{0}\", which is not older.", id));
        }
    }
    if (plan.areas > 0) {
        print(context.words.plural("{0} own area is new or changed.", "{0} own areas are new or changed.",
                                   plan.areas));
    }
    if (plan.tools > 0) {
        print(context.words.plural("{0} tool would be retired.", "{0} tools would be retired.", plan.tools));
    }
    if (plan.profile) {
        print(std::string(context.words.text("The health questions would get other answers.")));
    }
    print(
        context.words.say("Would import: {0} new, {1} replaced, {2} unchanged, {3} kept as the log has "
                          "them, {4} refused; nothing was changed.",
                          plan.added, count_of(plan, ImportEffect::replaced), plan.unchanged,
                          count_of(plan, ImportEffect::kept), count_of(plan, ImportEffect::refused)));
}

int dry_run(const Context& context, const Brought& brought, const ImportPlan& plan) {
    if (context.json) {
        print(json_of(brought, plan, 0).dump());
    } else {
        print_plan(context, brought, plan);
    }
    if (!plan.possible) {
        throw Stop{not_accepted, refusals(context, brought, plan)};
    }
    return done;
}

int run_import(Context& context, const ImportArguments& given) {
    const auto snapshot = log_so_far(context);
    const Brought brought = read_files(context, given, *snapshot->catalogue);
    warn_of_future(context, brought.import);
    const ImportPlan plan = plan_import(*snapshot, brought.import);
    if (given.dry_run) {
        return dry_run(context, brought, plan);
    }
    if (!plan.possible) {
        Stop stop{not_accepted, refusals(context, brought, plan)};
        stop.sentences.push_back(std::string(context.words.text(
            "Nothing was imported; --update replaces records where the file's entry is newer.")));
        throw stop;
    }
    const storage::Applied applied = context.apply(brought.import);
    if (context.json) {
        print(json_of(brought, plan, applied.count).dump());
    } else {
        print(context.words.plural("Imported: {0} record is new or changed.",
                                   "Imported: {0} records are new or changed.", applied.count));
    }
    return done;
}

}  // namespace

Verb add_import(CLI::App& app) {
    CLI::App* verb = app.add_subcommand("import", "Import log.json and CSV files, all or nothing");
    auto given = std::make_shared<ImportArguments>();
    verb->add_option("file", given->files, "log.json, sessions.csv, checkins.csv")
        ->type_name("FILE")
        ->required();
    verb->add_flag("--dry-run", given->dry_run, "Only say what would happen");
    verb->add_flag("--update", given->update,
                   "Replace records that are there where the file's entry is newer");
    return {verb, [given](Context& context) { return run_import(context, *given); }};
}

}  // namespace unknot::cli
