#include "app/cli/verbs.h"
#include "app/words/merge.h"
#include "app/words/storage.h"
#include "storage/logbook/other_log.h"

#include <nlohmann/json.hpp>

namespace unknot::cli {

namespace {

struct MergeArguments {
    std::string file;
    bool dry_run = false;
};

/// Why the other log is not joined: what is said is about that file, whatever its name.
Stop other_refused(const Context& context, const std::string& name, const Failure& failure) {
    if (failure.problem == Problem::missing) {
        return {not_accepted, {context.words.say("There is no file {0}.", harmless(name))}};
    }
    Failure shown = failure;
    shown.file = harmless(failure.file.string());
    shown.id = harmless(failure.id);
    shown.system = harmless(failure.system);
    return {log_unusable, {words::sentence(context.words, shown)}};
}

/// What the merge would do; a log that is not there yet is not begun for that.
MergeCounts preview(Context& context, storage::OtherLog& other) {
    context.require_file();
    std::error_code unknown;  // what cannot be seen is for the opening to report
    if (!context.file_was_moved && !std::filesystem::exists(context.file, unknown) && !unknown) {
        return other.beside_nothing();
    }
    const auto counts = context.log(false).merge_preview(other);
    if (!counts) {
        throw context.stopped_by(counts.error());
    }
    return *counts;
}

void print_counts(const Context& context, const MergeCounts& counts, words::Merge merge) {
    if (context.json) {
        const nlohmann::ordered_json json{{"new", counts.added},
                                          {"changed", counts.changed},
                                          {"deleted", counts.deleted},
                                          {"kept", counts.kept},
                                          {"identical", counts.identical},
                                          {"areas", counts.areas},
                                          {"tools", counts.tools},
                                          {"profile", counts.profile},
                                          {"merged", merge == words::Merge::done ? counts.changes() : 0}};
        print(json.dump());
        return;
    }
    for (const std::string& sentence : words::merge_sentences(context.words, counts, merge)) {
        print(sentence);
    }
    if (merge == words::Merge::would_be) {
        print(std::string(context.words.text("Nothing was changed.")));
    } else if (counts.changes() > 0) {
        print(std::string(context.words.text("\"unknot undo\" takes all of it back.")));
    }
}

int run_merge(Context& context, const MergeArguments& given) {
    const auto other = storage::OtherLog::read(given.file);
    if (!other) {
        throw other_refused(context, given.file, other.error());
    }
    const MergeCounts expected = preview(context, **other);
    if (given.dry_run) {
        print_counts(context, expected, words::Merge::would_be);
        return done;
    }
    storage::Logbook& log = context.log(true);
    if (expected.changes() > 0) {
        context.back_up_before(storage::BackupKind::before_merge);
    }
    const auto merged = platform::traced(context.trace.get(), "merge", [&] { return log.merge(**other); });
    if (!merged) {
        throw context.stopped_by(merged.error());
    }
    print_counts(context, merged->counts, words::Merge::done);
    context.back_up_if_due();
    return done;
}

}  // namespace

Verb add_merge(CLI::App& app) {
    CLI::App* verb = app.add_subcommand("merge", "Join another machine's log with this one");
    auto given = std::make_shared<MergeArguments>();
    verb->add_option("file", given->file, "The other log, or a backup of it; it is only read")
        ->type_name("FILE")
        ->required();
    verb->add_flag("--dry-run", given->dry_run, "Only say what would happen");
    return {verb, [given](Context& context) { return run_merge(context, *given); }};
}

}  // namespace unknot::cli
