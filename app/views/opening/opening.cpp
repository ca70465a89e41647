#include "app/views/opening/opening.h"

#include "app/domain/harmless.h"
#include "app/views/kit/button.h"
#include "app/views/kit/card.h"
#include "app/views/kit/field.h"
#include "app/views/kit/overlay.h"
#include "app/views/kit/text.h"
#include "app/views/settings/parts.h"
#include "app/words/import.h"
#include "app/words/storage.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>

namespace unknot::views {

namespace {

/// A dialog is read, not worked through: `unknot import --dry-run` lists them all.
constexpr std::size_t most_sentences = 6;

/// Shorter work is done before a dialog could be read.
constexpr std::int64_t worth_showing_s = 1;

/// The first of `total` sentences, and how many more there are.
void draw_sentences(const kit::Ui& ui, kit::Flow& flow, const std::vector<std::string>& first,
                    std::size_t total) {
    for (const std::string& sentence : first) {
        flow.gap(ui, look::space::s);
        kit::paragraph(ui, flow, sentence, look::type::body, ui.theme.text);
    }
    if (first.size() < total) {
        flow.gap(ui, look::space::s);
        kit::paragraph(
            ui, flow,
            ui.words.say("{0} more; \u201cunknot import --dry-run\u201d lists all.", total - first.size()),
            look::type::body, ui.theme.muted);
    }
}

/// A file's name alone: who opened it knows where it lies.
std::string short_name(const std::string& file) {
    const std::string name = std::filesystem::path(file).filename().string();
    return name.empty() ? file : name;
}

/// The first records of these effects, at most `most_sentences`.
template <typename Wanted>
std::vector<std::string> first_of(const kit::Ui& ui, const AreaCatalogue& areas, const ImportPreview& preview,
                                  Wanted wanted) {
    std::vector<std::string> sentences;
    for (const ImportPreview::Other& other : preview.others) {
        if (sentences.size() == most_sentences) {
            break;
        }
        if (wanted(other.effect)) {
            ImportPreview::Other shown = other;
            shown.place = {};  // where people look for an entry is its place and day
            sentences.push_back(words::sentence(ui.words, areas, shown));
        }
    }
    return sentences;
}

std::string files_text(const std::vector<std::string>& files) {
    std::string text;
    for (const std::string& file : files) {
        text += (text.empty() ? "" : "\n") + harmless(file);
    }
    return text;
}

// ---- reading and importing

void stop(OpeningState& state, Wishes& wishes) {
    state.stopping = true;
    wishes.emplace_back(StopWork{});
}

/// Tells how far it is.
void draw_working(const kit::Ui& ui, const Upkeep& upkeep, OpeningState& state, Wishes& wishes) {
    const int percent = static_cast<int>(std::clamp(upkeep.working_done, 0.0, 1.0) * 100);
    const bool reading = upkeep.working == Work::look_at_files;
    const std::string text = reading ? ui.words.say("Read so far: {0} %", percent)
                                     : ui.words.say("Written so far: {0} %", percent);
    const kit::DialogTexts texts{
        reading ? ui.words.text("Reading it\u2026") : ui.words.text("Importing\u2026"),
        text,
        reading ? ui.words.text("Stop reading") : ui.words.text("Stop and import nothing"),
        {},
        false};
    const auto answer = kit::dialog(ui, reading ? "reading" : "importing", texts, [&](kit::Flow& flow) {
        flow.gap(ui, look::space::s);
        kit::progress_bar(ui, flow, upkeep.working_done);
    });
    if (answer != kit::DialogAnswer::none) {
        stop(state, wishes);
    }
}

// ---- what is offered

void draw_preview(const kit::Ui& ui, const AreaCatalogue& areas, const ImportPreview& preview,
                  kit::Flow& flow) {
    const std::vector<std::string> all = words::import_sentences(ui.words, preview);
    draw_sentences(ui, flow, all, all.size());
    draw_sentences(
        ui, flow,
        first_of(ui, areas, preview, [](ImportEffect effect) { return effect != ImportEffect::refused; }),
        preview.replaced + preview.kept);
    draw_sentences(
        ui, flow,
        first_of(ui, areas, preview, [](ImportEffect effect) { return effect == ImportEffect::refused; }),
        preview.refused);
    if (preview.future > 0) {
        flow.gap(ui, look::space::s);
        kit::paragraph(ui, flow, words::future_sentence(ui.words, preview.future), look::type::body,
                       ui.theme.text);
    }
}

/// Whether what is there with other content is replaced: asked only where it makes a difference.
void draw_update_row(const kit::Ui& ui, OpeningState& state, kit::Flow& flow) {
    flow.gap(ui, look::space::m);
    const std::string_view meaning =
        state.update
            ? ui.words.text("Where both have an entry, the one that was written later stays.")
            : ui.words.text("Nothing is imported as long as the log has an entry with other content.");
    if (kit::toggle_row(ui, flow, ui.words.text("Replace what the file has newer"), meaning, state.update)) {
        state.update = !state.update;
    }
}

std::string_view meaning_of(const kit::Ui& ui, const ImportPreview& preview) {
    if (!preview.possible) {
        return ui.words.text("It cannot be imported as it is; nothing was changed.");
    }
    return preview.changes() == 0
               ? ui.words.text("Your log has all of it already.")
               : ui.words.text(
                     "All of it or nothing; a backup is made first, and it can be taken back in one "
                     "step.");
}

/// `begun`: it is being imported, which is not asked for twice.
void draw_offer(const kit::Ui& ui, const AreaCatalogue& areas, bool begun, OpeningState& state,
                Wishes& wishes) {
    const ImportOffer& offer = *state.offer;
    const ImportPreview& preview = state.update ? offer.updating : offer.as_it_is;
    const bool changes = preview.possible && preview.changes() > 0 && !begun;
    const kit::DialogTexts texts{ui.words.text("Import this into your log?"), meaning_of(ui, preview),
                                 ui.words.text("Import nothing"), ui.words.text("Import it"), changes};
    const auto answer = kit::dialog(ui, "import", texts, [&](kit::Flow& flow) {
        draw_preview(ui, areas, preview, flow);
        for (const std::string& file : offer.computed) {
            flow.gap(ui, look::space::s);
            kit::paragraph(ui, flow, words::computed_sentence(ui.words, file), look::type::body,
                           ui.theme.text);
        }
        if (!offer.as_it_is.possible) {
            draw_update_row(ui, state, flow);
        }
        if (state.failure) {
            flow.gap(ui, look::space::s);
            kit::field_complaint(ui, flow, words::sentence(ui.words, *state.failure));
        }
        flow.gap(ui, look::space::s);
        kit::paragraph(ui, flow, files_text(offer.files), look::type::small, ui.theme.muted);
    });
    if (answer != kit::DialogAnswer::none && begun) {
        stop(state, wishes);
    } else if (answer == kit::DialogAnswer::other) {
        WorkOrder order;
        order.work = Work::import;
        order.records = offer.records;
        order.update = state.update;
        wishes.emplace_back(Begin{order});
    } else if (answer != kit::DialogAnswer::none) {
        state = OpeningState{};
    }
}

// ---- what is not

std::string why_text(const kit::Ui& ui, const NotOpened& not_opened) {
    switch (not_opened.why) {
        case NotOpened::Why::not_read:
            return std::string(ui.words.text(
                "Nothing was imported. Accepted are log.json, sessions.csv and checkins.csv, as Unknot "
                "exports them."));
        case NotOpened::Why::not_joined:
        case NotOpened::Why::not_imported:
            return not_opened.failure ? words::sentence(ui.words, *not_opened.failure) : std::string();
        case NotOpened::Why::this_log:
            return std::string(ui.words.text("This file is the log that is open."));
        case NotOpened::Why::sample:
            return std::string(
                ui.words.text("This is the sample log. Go back to your own log, then open the file again."));
        case NotOpened::Why::only_reading:
            return std::string(ui.words.text("This log can be read, but nothing can be saved in it."));
        case NotOpened::Why::unusable:
            return std::string(
                ui.words.text("Your log cannot be used as it is, so that nothing can be imported into it."));
        case NotOpened::Why::busy:
            return std::string(ui.words.text("Something else is being done; open it again in a moment."));
    }
    return {};
}

void draw_not_opened(const kit::Ui& ui, OpeningState& state) {
    const NotOpened& not_opened = *state.not_opened;
    const std::string text = why_text(ui, not_opened);
    const kit::DialogTexts texts{not_opened.why == NotOpened::Why::not_joined
                                     ? ui.words.text("This log cannot be joined")
                                     : ui.words.text("This cannot be imported"),
                                 text,
                                 ui.words.text("Close"),
                                 {},
                                 false};
    const auto answer = kit::dialog(ui, "not_opened", texts, [&](kit::Flow& flow) {
        std::vector<std::string> sentences;
        for (std::size_t i = 0; i < std::min(most_sentences, not_opened.problems.size()); ++i) {
            FileProblem shown = not_opened.problems[i];
            shown.file = short_name(shown.file);
            sentences.push_back(words::sentence(ui.words, shown));
        }
        draw_sentences(ui, flow, sentences, not_opened.problems.size());
    });
    if (answer != kit::DialogAnswer::none) {
        state.not_opened.reset();
    }
}

/// One dialog at a time: two that each open anew while they are not open would take turns, frame by frame.
/// Those of the screens are drawn by now, the ones here are not.
bool another_dialog_is_open() {
    const ImVector<ImGuiPopupData>& open = ImGui::GetCurrentContext()->OpenPopupStack;
    return std::any_of(open.begin(), open.end(), [](const ImGuiPopupData& popup) {
        return popup.Window != nullptr && popup.Window->Active &&
               (popup.Window->Flags & ImGuiWindowFlags_Modal) != 0;
    });
}

}  // namespace

void draw_opening(const kit::Ui& ui, const AreaCatalogue& areas, const Upkeep& upkeep, OpeningState& state,
                  Wishes& wishes) {
    // A frame later than the other one is closed: the key that closed it must not close this one too.
    const bool other = another_dialog_is_open();
    if (std::exchange(state.waited, other) || other) {
        return;
    }
    const bool working = upkeep.working && can_be_stopped(*upkeep.working);
    const bool begun_just_now = working && upkeep.working_for_s < worth_showing_s;
    if (working && (state.stopping || (begun_just_now && upkeep.working == Work::look_at_files))) {
        return;
    }
    if (working && !begun_just_now) {
        draw_working(ui, upkeep, state, wishes);
    } else if (state.not_opened) {
        draw_not_opened(ui, state);
    } else if (state.merging) {
        draw_merge_dialog(ui, state.merging, wishes);
    } else if (state.offer) {
        draw_offer(ui, areas, upkeep.working == Work::import, state, wishes);
    }
}

bool is_of_opening(const WorkOrder& order) {
    return order.work == Work::look_at_files || order.work == Work::import || !order.files.empty();
}

namespace {

bool was_stopped(const WorkDone& done) {
    return std::any_of(done.not_read.begin(), done.not_read.end(), [](const FileProblem& one) {
        return one.problem.what == ImportProblem::What::stopped;
    });
}

}  // namespace

void opening_ended(OpeningState& state, const WorkDone& done) {
    const bool stopped = done.failure && done.failure->problem == Problem::stopped;
    if (done.order.work == Work::import && done.failure && !stopped) {
        state.stopping = false;
        if (state.offer) {
            state.failure = done.failure;  // it stands, to be tried again
        } else {
            state.not_opened = NotOpened{NotOpened::Why::not_imported, {}, done.failure};
        }
        return;
    }
    state = OpeningState{};
    if (stopped) {
        return;
    }
    if (done.failure) {
        state.not_opened = NotOpened{NotOpened::Why::not_joined, {}, done.failure};
    } else if (!done.not_read.empty() && !was_stopped(done)) {
        state.not_opened = NotOpened{NotOpened::Why::not_read, done.not_read, {}};
    } else if (done.order.work == Work::look_at_other && done.merging) {
        state.merging = MergeDraft{done.order.target, *done.merging, done.order.files};
    } else {
        state.offer = done.offer;
    }
}

}  // namespace unknot::views
