#include "app/cli/verbs.h"
#include "app/words/phrases.h"
#include "app/words/storage.h"
#include "storage/logbook/backups.h"
#include "storage/logbook/restore.h"

#include <nlohmann/json.hpp>

namespace unknot::cli {

namespace {

using Json = nlohmann::ordered_json;

struct BackupArguments {
    std::string file;
    bool list = false;
};

struct RestoreArguments {
    std::string file;
    bool dry_run = false;
};

Instant instant_of(const Context& context, std::int64_t utc_ms) {
    return {utc_ms, context.zone.offset_at(utc_ms)};
}

/// "2026-03-07 20:00".
std::string moment_text(const Context& context, std::int64_t utc_ms) {
    const Instant at = instant_of(context, utc_ms);
    return to_iso(local_day(at)) + " " + words::clock_time(at);
}

Json json_of(const Context& context, const storage::Backup& backup) {
    return {{"file", backup.file.string()},
            {"made", to_iso(instant_of(context, backup.made_ms))},
            {"size", backup.size},
            {"verified", backup.verified}};
}

void print_state(const Context& context, const storage::BackupState& state) {
    for (const std::string& sentence : words::backup_sentences(
             context.words,
             {state.last_good.has_value(),
              state.last_good ? context.now.utc_ms - state.last_good->made_ms : 0, state.changed_since,
              state.old, state.last_failure ? harmless(state.last_failure->system) : std::string()})) {
        print(sentence);
    }
}

int run_list(Context& context) {
    const storage::Backups backups = context.backups();
    const auto state = backups.state();
    if (!state) {
        throw context.stopped_by(state.error());
    }
    Json listed = Json::array();
    for (const storage::Backup& backup : backups.list()) {
        if (context.json) {
            listed.push_back(json_of(context, backup));
        } else {
            print(fmt::format(
                "{}  {:>9}  {}  {}", moment_text(context, backup.made_ms), backup.size,
                backup.verified ? context.words.text("verified") : context.words.text("cannot be used"),
                harmless(backup.file.string())));
        }
    }
    if (!context.json) {
        print_state(context, *state);
        return done;
    }
    Json json{{"backups", std::move(listed)}, {"changed_since", state->changed_since}, {"old", state->old}};
    if (state->last_good) {
        json["last_good"] = to_iso(instant_of(context, state->last_good->made_ms));
    }
    if (state->last_failure) {
        json["last_failure"] = {{"at", to_iso(instant_of(context, state->last_failure->at_ms))},
                                {"reason", harmless(state->last_failure->system)}};
    }
    print(json.dump(1));
    return done;
}

int run_backup(Context& context, const BackupArguments& given) {
    (void)context.log(false);  // says what is wrong with a log that cannot be opened
    if (given.list) {
        return run_list(context);
    }
    storage::Backups backups = context.backups();
    const auto made =
        given.file.empty() ? backups.make(storage::BackupKind::manual) : backups.make_at(given.file);
    if (!made) {
        throw context.stopped_by(made.error());
    }
    if (context.json) {
        print(json_of(context, *made).dump());
    } else {
        print(context.words.say("Backed up to {0} ({1} bytes, verified).", harmless(made->file.string()),
                                made->size));
    }
    return done;
}

Json json_of(const Context& context, const storage::LogContents& contents) {
    Json json{
        {"sessions", contents.sessions}, {"checkins", contents.checkins}, {"version", contents.version}};
    if (contents.made_ms) {
        json["made"] = to_iso(instant_of(context, *contents.made_ms));
    }
    if (contents.first && contents.last) {
        json["first"] = to_iso(*contents.first);
        json["last"] = to_iso(*contents.last);
    }
    return json;
}

void print_contents(const Context& context, const std::string& file, const storage::LogContents& contents) {
    print(contents.made_ms ? context.words.say("{0} is a backup of {1}: {2} sessions, {3} check-ins.",
                                               harmless(file), moment_text(context, *contents.made_ms),
                                               contents.sessions, contents.checkins)
                           : context.words.say("{0} is a log: {1} sessions, {2} check-ins.", harmless(file),
                                               contents.sessions, contents.checkins));
    if (contents.first && contents.last) {
        print(context.words.say("Its records are from {0} to {1}.", to_iso(local_day(*contents.first)),
                                to_iso(local_day(*contents.last))));
    }
}

/// A backup of what is there now. Where that is damaged or missing there is nothing to back up; the file
/// itself is kept aside in any case.
void back_up_before(Context& context) {
    const auto made = context.backups().make(storage::BackupKind::before_restore);
    if (!made && made.error().problem != Problem::damaged && made.error().problem != Problem::missing &&
        made.error().problem != Problem::not_ours) {
        throw context.stopped_by(made.error());
    }
}

int run_restore(Context& context, const RestoreArguments& given) {
    const auto contents = storage::look_into(given.file);
    if (!contents && contents.error().problem == Problem::missing) {
        throw Stop{not_accepted, {context.words.say("There is no file {0}.", harmless(given.file))}};
    }
    if (!contents) {
        throw context.stopped_by(contents.error());
    }
    if (!context.json) {
        print_contents(context, given.file, *contents);
    }
    Json json = json_of(context, *contents);
    json["restored"] = !given.dry_run;
    if (!given.dry_run) {
        back_up_before(context);
        const auto restored = storage::restore(context.file, given.file, context.services());
        if (!restored) {
            throw context.stopped_by(restored.error());
        }
        json["aside"] = restored->aside.string();
        if (!context.json) {
            print(restored->aside.empty() ? std::string(context.words.text("Restored."))
                                          : context.words.say("Restored; the log from before lies at {0}.",
                                                              harmless(restored->aside.string())));
        }
    }
    if (context.json) {
        print(json.dump());
    }
    return done;
}

}  // namespace

Verb add_backup(CLI::App& app) {
    CLI::App* verb = app.add_subcommand("backup", "Make a verified backup of the log, or list them");
    auto given = std::make_shared<BackupArguments>();
    auto* file = verb->add_option("-o", given->file, "A file that is not there yet; else your backups folder")
                     ->type_name("FILE");
    verb->add_flag("--list", given->list, "List the backups and how old the last good one is")
        ->excludes(file);
    return {verb, [given](Context& context) { return run_backup(context, *given); }};
}

Verb add_restore(CLI::App& app) {
    CLI::App* verb =
        app.add_subcommand("restore", "Put a backup in the place of the log, which is kept aside");
    auto given = std::make_shared<RestoreArguments>();
    verb->add_option("file", given->file, "The backup; \"unknot backup --list\" shows them")
        ->type_name("FILE")
        ->required();
    verb->add_flag("--dry-run", given->dry_run, "Only verify it and show what is in it");
    return {verb, [given](Context& context) { return run_restore(context, *given); }};
}

}  // namespace unknot::cli
