#include "app/words/storage.h"

#include "app/words/phrases.h"

namespace unknot::words {

namespace {

std::string about_input(const Catalogue& words, const Failure& failure) {
    switch (failure.problem) {
        case Problem::not_accepted:
            return failure.refusals.empty() ? std::string() : sentence(words, failure.refusals.front());
        case Problem::no_such_record: return words.say("There is no record \"{0}\" in this log.", failure.id);
        case Problem::id_taken:
            return words.say("A record \"{0}\" with other content is in this log already.", failure.id);
        case Problem::changed_since:
            if (failure.id.empty()) {
                return std::string(
                    words.text("Nothing was taken back: some of its records have been changed since."));
            }
            return words.say("Nothing was taken back: the record \"{0}\" has been changed since.",
                             failure.id);
        case Problem::nothing_to_undo: return std::string(words.text("There is nothing to take back."));
        case Problem::stopped: return std::string(words.text("Stopped, as you asked; nothing was changed."));
        default: return {};
    }
}

std::string about_file(const Catalogue& words, const Failure& failure) {
    const std::string file = failure.file.string();
    if (failure.unsure) {
        return words.say(
            "It could not be found out whether this was saved in {0}: the disk does not answer ({1}). Look "
            "there "
            "before you enter it again.",
            file, failure.system);
    }
    switch (failure.problem) {
        case Problem::missing:
            if (!failure.system.empty()) {
                return words.say(
                    "The log {0} is missing ({1}); \"unknot restore FILE\" puts a backup back, or name "
                    "another "
                    "log with --db.",
                    file, failure.system);
            }
            return words.say("There is no log at {0} yet; \"unknot log\" or \"unknot checkin\" begins one.",
                             file);
        case Problem::already_there:
            return words.say("There is a file at {0} already; it was left as it is.", file);
        case Problem::not_a_file:
            return words.say("{0} is not a plain file (a folder, a link or a device).", file);
        case Problem::no_permission: return words.say("{0} may not be opened: {1}.", file, failure.system);
        case Problem::read_only: return words.say("{0} can only be read; nothing was saved.", file);
        case Problem::busy: return words.say("{0} is in use by another program; try again.", file);
        case Problem::disk_full:
            return words.say("Not saved: the disk is full. The log {0} is as it was. ({1})", file,
                             failure.system);
        case Problem::damaged:
            return words.say("The log {0} is damaged and was left as it is. ({1})", file,
                             failure.id.empty() ? failure.system : failure.id);
        case Problem::newer_version:
            return words.say("The log {0} was written by a newer version of Unknot; use that one.", file);
        case Problem::not_ours:
            return failure.system.empty() ? words.say("{0} is not an Unknot log; it was left as it is.", file)
                                          : words.say("{0} is not an Unknot log; it was left as it is. ({1})",
                                                      file, failure.system);
        case Problem::unfinished:
            return words.say(
                "{0} is not whole yet: {1}. Wait until it is copied and no program writes it, then try "
                "again.",
                file, failure.system);
        default:
            return words.say("The log {0} could not be used; it is as it was. ({1})", file, failure.system);
    }
}

}  // namespace

std::vector<std::string> backup_sentences(const Catalogue& words, const BackupWords& state) {
    constexpr std::int64_t day_ms = 24LL * 3'600'000;
    std::vector<std::string> sentences;
    if (!state.has_good) {
        sentences.emplace_back(words.text("There is no good backup of this log."));
    } else if (state.age_ms < 0) {
        sentences.emplace_back(words.text(
            "The last good backup is dated in the future: this computer's clock was wrong then, or is "
            "now."));
    } else if (state.age_ms < day_ms) {
        sentences.emplace_back(words.text("The last good backup is less than a day old."));
    } else {
        sentences.push_back(words.plural("The last good backup is {0} day old.",
                                         "The last good backup is {0} days old.",
                                         static_cast<std::size_t>(state.age_ms / day_ms)));
    }
    if (!state.has_good && state.changed_since) {
        sentences.emplace_back(words.text("\"unknot backup\" makes one."));
    } else if (!state.changed_since && state.has_good) {
        sentences.emplace_back(words.text("Nothing has changed since."));
    } else if (state.old) {
        sentences.emplace_back(words.text("The log has changed since; \"unknot backup\" makes a new one."));
    }
    if (!state.failure.empty()) {
        sentences.push_back(words.say("The last backup could not be made ({0}).", state.failure));
    }
    return sentences;
}

std::string backup_failed(const Catalogue& words, const std::string& file, const std::string& system) {
    return words.say("Saved, but the backup {0} could not be made ({1}).", file, system);
}

std::string sentence(const Catalogue& words, const DamageFound& found) {
    using What = DamageFound::What;
    switch (found.what) {
        case What::structure: return words.say("The file's structure is damaged: {0}.", found.detail);
        case What::record:
            return words.say("The record \"{0}\" ({1}) is not what was saved.", found.detail, found.table);
        case What::foreign_object:
            return words.say("The log should not differ here from what Unknot makes: {0}.", found.detail);
        case What::reference: return words.say("A row of {0} refers to one that is not there.", found.table);
        case What::digest:
            return std::string(words.text("The backup does not hold the rows that it was made with."));
    }
    return {};
}

std::string sentence(const Catalogue& words, const Failure& failure) {
    return is_about_input(failure.problem) ? about_input(words, failure) : about_file(words, failure);
}

}  // namespace unknot::words
