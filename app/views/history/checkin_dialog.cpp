#include "app/views/history/checkin_dialog.h"

#include "app/domain/text.h"
#include "app/views/kit/button.h"
#include "app/views/kit/card.h"
#include "app/views/kit/field.h"
#include "app/views/kit/overlay.h"
#include "app/views/kit/soreness.h"
#include "app/views/kit/text.h"
#include "app/words/phrases.h"
#include "app/words/storage.h"

#include <array>

namespace unknot::views {

namespace {

void label(const kit::Ui& ui, kit::Flow& flow, std::string_view text) {
    flow.gap(ui, look::space::m);
    kit::paragraph(ui, flow, text, look::type::body_bold, ui.theme.text);
    flow.gap(ui, look::space::xxs);
}

/// The places that the list offers: every side of every area that takes entries, and where the record is.
std::vector<TrackKey> places_for(const AreaCatalogue& areas, const std::optional<TrackKey>& here) {
    std::vector<TrackKey> places;
    if (here) {
        places.push_back(*here);
    }
    for (const Area& area : areas.all()) {
        for (const Side side : {Side::left, Side::right, Side::center}) {
            const TrackKey key{area.id, side};
            if (!area.retired && area.sides.has(side) && key != here) {
                places.push_back(key);
            }
        }
    }
    return places;
}

void draw_place(const kit::Ui& ui, const Facts& facts, CheckInDraft& draft, kit::Flow& flow) {
    label(ui, flow, ui.words.text("Where"));
    const AreaCatalogue& areas = *facts.snapshot.catalogue;
    const std::vector<TrackKey> places = places_for(areas, draft.place);
    std::vector<kit::DropdownItem> items;
    items.reserve(places.size());
    for (const TrackKey& key : places) {
        items.push_back({words::place(ui.words, areas, key.area, key.side), {}, key == draft.place});
    }
    const std::string shown =
        draft.place ? words::place(ui.words, areas, draft.place->area, draft.place->side) : std::string();
    kit::DropdownOptions options;
    options.searchable = true;
    options.if_empty = ui.words.text("Choose an area");
    const ImRect rect = flow.take(ui.px(look::control::height));
    if (const auto pressed = kit::dropdown(ui, rect, ui.words.text("Where"), shown, items, options)) {
        draft.place = places[*pressed];
    }
}

void draw_soreness(const kit::Ui& ui, CheckInDraft& draft, kit::Flow& flow) {
    label(ui, flow, ui.words.text("How sore it was"));
    if (const auto pressed = kit::soreness_picker(ui, flow, "soreness", draft.soreness)) {
        // A second press on the answer takes it back: then it was not rated.
        draft.soreness = draft.soreness == pressed ? std::nullopt : pressed;
    }
}

void draw_signs(const kit::Ui& ui, CheckInDraft& draft, kit::Flow& flow) {
    label(ui, flow, ui.words.text("Warning signs"));
    std::vector<kit::Chip> chips;
    chips.push_back({std::string(ui.words.text("None of these")), {}});
    chips.front().options.chosen = draft.symptoms && draft.symptoms->empty();
    for (std::size_t i = 0; i < symptom_names.size(); ++i) {
        const auto symptom = static_cast<Symptom>(i);
        kit::Chip chip{std::string(words::symptom_word(ui.words, symptom)), {}};
        chip.options.chosen = draft.symptoms && draft.symptoms->contains(symptom);
        chips.push_back(std::move(chip));
    }
    if (const auto pressed = kit::chips(ui, flow, "signs", chips)) {
        draft.symptoms = *pressed == 0 ? with_none_pressed(draft.symptoms)
                                       : with_pressed(draft.symptoms, static_cast<Symptom>(*pressed - 1));
    }
}

void draw_when_and_note(const kit::Ui& ui, CheckInDraft& draft, bool accepted, kit::Flow& flow) {
    label(ui, flow, ui.words.text("When"));
    const ImRect when = flow.take(ui.px(look::control::height));
    kit::FieldOptions options;
    options.accepted = accepted;
    options.hint = ui.words.text("like 2026-03-07");
    const float day_right = when.Min.x + std::round(when.GetWidth() * 0.6F);
    (void)kit::text_field(ui, {when.Min.x, when.Min.y, day_right, when.Max.y}, ui.words.text("Date"),
                          draft.day_text, options);
    options.hint = ui.words.text("like 18:30");
    (void)kit::text_field(ui, {day_right + ui.px(look::space::xs), when.Min.y, when.Max.x, when.Max.y},
                          ui.words.text_in("time of day", "Time"), draft.time_text, options);
    label(ui, flow, ui.words.text("Note"));
    kit::FieldOptions note;
    note.multi_line = true;
    note.most_bytes = longest_note;
    (void)kit::text_field(ui, flow.take(ui.px(76)), ui.words.text("Note"), draft.note, note);
    kit::field_reading(ui, flow, draft.note);
}

void draw_body(const kit::Ui& ui, const Facts& facts, HistoryState& state, kit::Flow& flow) {
    CheckInDraft& draft = *state.editing;
    if (state.not_saved) {
        flow.gap(ui, look::space::m);
        (void)kit::error_banner(ui, flow, look::IconName::disk, ui.words.text("Not saved"),
                                words::sentence(ui.words, state.not_saved->failure), {});
    }
    if (draft.meanwhile == Meanwhile::changed) {
        flow.gap(ui, look::space::m);
        kit::info_strip(
            ui, flow, look::IconName::tier_info,
            ui.words.text("This check-in was changed elsewhere meanwhile. Saving replaces that."));
    }
    draw_place(ui, facts, draft, flow);
    draw_soreness(ui, draft, flow);
    draw_signs(ui, draft, flow);
    draw_when_and_note(ui, draft, state.complaint.empty(), flow);
    if (!state.complaint.empty()) {
        flow.gap(ui, look::space::s);
        kit::field_complaint(ui, flow, state.complaint);
    }
}

void save(const kit::Ui& ui, const Facts& facts, HistoryState& state, Wishes& wishes) {
    const auto checkin = checkin_of(*state.editing, facts);
    if (!checkin) {
        state.complaint = words::sentence(ui.words, checkin.error());
        return;
    }
    state.complaint.clear();
    wishes.emplace_back(Save{command_of(*state.editing, *checkin), Form::history});
}

}  // namespace

void draw_checkin_dialog(const kit::Ui& ui, const Facts& facts, HistoryState& state, Wishes& wishes) {
    if (!state.editing) {
        return;
    }
    look_again(*state.editing, facts.snapshot);
    if (state.editing->meanwhile == Meanwhile::gone) {
        state.editing.reset();
        state.not_saved.reset();
        state.complaint.clear();
        state.told = ui.words.text(
            "The check-in that was open here has been deleted elsewhere meanwhile. Nothing was saved.");
        return;
    }
    const bool editing = state.editing->original.has_value();
    const kit::DialogTexts texts{
        editing ? ui.words.text("Change this check-in") : ui.words.text("Add a check-in of the past"),
        {},
        editing ? ui.words.text("Save the change") : ui.words.text("Save the check-in"),
        editing ? ui.words.text("Leave it as it was") : ui.words.text("Add nothing"),
        true};
    const auto answer =
        kit::dialog(ui, "checkin", texts, [&](kit::Flow& flow) { draw_body(ui, facts, state, flow); });
    if (answer == kit::DialogAnswer::safe) {
        save(ui, facts, state, wishes);
    } else if (answer != kit::DialogAnswer::none) {
        // Esc is no decision: the same entry goes on when it is opened again.
        const bool shelve = answer == kit::DialogAnswer::closed && is_changed(*state.editing);
        state.shelved = shelve ? std::move(state.editing) : std::nullopt;
        state.editing.reset();
        state.not_saved.reset();
        state.complaint.clear();
    }
}

}  // namespace unknot::views
