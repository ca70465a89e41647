#include "app/cli/verbs.h"
#include "app/platform/private_file.h"
#include "app/platform/signals.h"
#include "app/words/import.h"
#include "storage/import/import_files.h"

#include <nlohmann/json.hpp>

namespace unknot::cli {

namespace {

struct ImportArguments {
    std::vector<std::string> files;
    bool dry_run = false;
    bool update = false;
};

/// The log as it stands, empty where there is none yet; makes none.
std::shared_ptr<const Snapshot> log_so_far(Context& context) {
    std::error_code unknown;  // what cannot be seen is for the opening to report
    const bool missing = !std::filesystem::exists(context.file, unknown) && !unknown;
    return missing ? std::make_shared<const Snapshot>() : context.snapshot();
}

void warn(const std::string& sentence) {
    std::fputs((sentence + "\n").c_str(), stderr);
}

/// Reads every file before the first is written, and says of all of them at once what is wrong.
storage::Brought read_files(const Context& context, const ImportArguments& given,
                            const AreaCatalogue& areas) {
    const auto read_whole = [](const std::filesystem::path& file) {
        return platform::read_file(file, storage::largest_import);
    };
    auto brought =
        storage::read_import_files({given.files.begin(), given.files.end()}, read_whole, areas, {});
    if (!brought) {
        Stop stop{not_accepted, {}};
        for (const FileProblem& problem : brought.error()) {
            stop.sentences.push_back(words::sentence(context.words, problem));
        }
        // That the one file cannot be read says so already.
        if (stop.sentences.size() > 1 ||
            brought.error().front().problem.what != ImportProblem::What::unreadable) {
            stop.sentences.emplace_back(context.words.text("Nothing was imported."));
        }
        throw stop;
    }
    for (const std::string& name : brought->computed) {
        warn(words::computed_sentence(context.words, name));
    }
    storage::set_update(brought->import, given.update);
    return *std::move(brought);
}

nlohmann::ordered_json json_of(const ImportPreview& preview, std::size_t imported) {
    return {{"sessions", preview.sessions},
            {"checkins", preview.checkins},
            {"new", preview.added},
            {"replaced", preview.replaced},
            {"unchanged", preview.unchanged},
            {"kept", preview.kept},
            {"refused", preview.refused},
            {"areas", preview.areas},
            {"tools", preview.tools},
            {"profile", preview.profile},
            {"imported", imported}};
}

std::vector<std::string> refusals(const Context& context, const AreaCatalogue& areas,
                                  const ImportPreview& preview) {
    std::vector<std::string> sentences;
    for (const ImportPreview::Other& other : preview.others) {
        if (other.effect == ImportEffect::refused) {
            sentences.push_back(words::sentence(context.words, areas, other));
        }
    }
    return sentences;
}

void print_preview(const Context& context, const AreaCatalogue& areas, const ImportPreview& preview) {
    for (const ImportPreview::Other& other : preview.others) {
        if (other.effect != ImportEffect::refused) {
            print(words::sentence(context.words, areas, other));
        }
    }
    for (const std::string& sentence : words::import_sentences(context.words, preview)) {
        print(sentence);
    }
    print(std::string(context.words.text("Nothing was changed.")));
}

int dry_run(const Context& context, const AreaCatalogue& areas, const ImportPreview& preview) {
    if (context.json) {
        print(json_of(preview, 0).dump());
    } else {
        print_preview(context, areas, preview);
    }
    if (!preview.possible) {
        throw Stop{not_accepted, refusals(context, areas, preview)};
    }
    return done;
}

/// Ctrl+C ends it between two records, with a word on what became of it; what is saved by then is imported.
storage::Applied take_in(Context& context, const ImportFiles& files) {
    const platform::HeldInterrupt interrupt;
    const auto go_on = [](double /*done*/) { return !platform::HeldInterrupt::came(); };
    try {
        storage::Applied applied = context.apply(files, go_on);
        platform::let_interrupts_pass();
        return applied;
    } catch (const Stop& stop) {
        if (stop.status == stopped) {
            platform::HeldInterrupt::forget();
        }
        throw;
    }
}

int run_import(Context& context, const ImportArguments& given) {
    const auto snapshot = log_so_far(context);
    const storage::Brought brought = read_files(context, given, *snapshot->catalogue);
    const ImportPreview preview = storage::preview_of(*snapshot, brought, context.now);
    if (preview.future > 0) {
        warn(words::future_sentence(context.words, preview.future));
    }
    if (given.dry_run) {
        return dry_run(context, *snapshot->catalogue, preview);
    }
    if (!preview.possible) {
        Stop stop{not_accepted, refusals(context, *snapshot->catalogue, preview)};
        stop.sentences.push_back(std::string(context.words.text(
            "Nothing was imported; --update replaces records where the file's entry is newer.")));
        throw stop;
    }
    const storage::Applied applied = take_in(context, brought.import);
    if (context.json) {
        print(json_of(preview, applied.count).dump());
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
