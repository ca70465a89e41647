#include "app/views/not_saved.h"

#include "app/views/kit/card.h"
#include "app/words/storage.h"

#include <string>

namespace unknot::views {

namespace {

std::string_view title_of(const kit::Ui& ui, Problem problem) {
    switch (problem) {
        case Problem::disk_full: return ui.words.text("Not saved: the disk is full");
        case Problem::busy: return ui.words.text("Not saved: the log is in use");
        case Problem::read_only: return ui.words.text("Not saved: the log can only be read");
        default: return ui.words.text("Not saved");
    }
}

/// First what is safe, then what to do, then the system's own words.
std::string text_of(const kit::Ui& ui, const Failure& failure) {
    switch (failure.problem) {
        case Problem::disk_full:
            return ui.words.say(
                "The log is as it was, and what you entered is still here. Free some space, then save again: "
                "it "
                "never makes two. ({0})",
                failure.system);
        case Problem::busy:
            return std::string(
                ui.words.text("The log is as it was, and what you entered is still here. Another program is "
                              "writing to it; save again in a moment."));
        default:
            return ui.words.say("What you entered is still here. {0}", words::sentence(ui.words, failure));
    }
}

}  // namespace

bool draw_not_saved(const kit::Ui& ui, kit::Flow& flow, const NotSaved& not_saved) {
    return kit::error_banner(ui, flow, look::IconName::disk, title_of(ui, not_saved.failure.problem),
                             text_of(ui, not_saved.failure), ui.words.text("Save again"));
}

}  // namespace unknot::views
