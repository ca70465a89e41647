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
        default: return {};
    }
}

std::string about_file(const Catalogue& words, const Failure& failure) {
    const std::string file = failure.file.string();
    switch (failure.problem) {
        case Problem::missing:
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
        case Problem::not_ours: return words.say("{0} is not an Unknot log; it was left as it is.", file);
        default:
            return words.say("The log {0} could not be used; it is as it was. ({1})", file, failure.system);
    }
}

}  // namespace

std::string sentence(const Catalogue& words, const Failure& failure) {
    return is_about_input(failure.problem) ? about_input(words, failure) : about_file(words, failure);
}

}  // namespace unknot::words
