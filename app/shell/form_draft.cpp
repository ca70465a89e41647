#include "app/shell/form_draft.h"

#include "app/domain/answers.h"

#include <nlohmann/json.hpp>

#include <array>

namespace unknot::shell {

namespace {

using nlohmann::json;
using views::LogDraft;

/// The draft without its id alone: an id is given before anything is answered, and answers nothing.
LogDraft without_id(LogDraft draft) {
    draft.id.reset();
    return draft;
}

std::optional<std::int64_t> form_number(const json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_number_integer() ? std::optional(found->get<std::int64_t>())
                                                               : std::nullopt;
}

std::string form_text(const json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool is_true(const json& object, const char* name, bool otherwise) {
    const auto found = object.find(name);
    return found != object.end() && found->is_boolean() ? found->get<bool>() : otherwise;
}

template <typename E, std::size_t count>
void put_answers(json& object, const char* name, const std::optional<AnswerSet<E>>& answer,
                 const std::array<std::string_view, count>& names) {
    if (!answer) {
        return;
    }
    object[name] = json::array();
    for (std::size_t i = 0; i < count; ++i) {
        if (answer->contains(static_cast<E>(i))) {
            object[name].push_back(std::string(names[i]));
        }
    }
}

template <typename E, std::size_t count>
std::optional<AnswerSet<E>> answers(const json& object, const char* name,
                                    const std::array<std::string_view, count>& names) {
    const auto found = object.find(name);
    if (found == object.end() || !found->is_array()) {
        return std::nullopt;
    }
    AnswerSet<E> set;
    for (const json& member : *found) {
        const auto value = member.is_string()
                               ? answer_named<E, count>(names, member.get_ref<const std::string&>())
                               : std::nullopt;
        if (!value) {
            return std::nullopt;  // half an answer would say that the rest was asked and is not there
        }
        set.insert(*value);
    }
    return set;
}

json draft_to_object(const LogDraft& draft) {
    json object{{"duration", draft.duration_text}, {"now", draft.at_now}, {"day", draft.day_text},
                {"time", draft.time_text},         {"tool", draft.tool},  {"note", draft.note},
                {"editing", draft.editing}};
    if (draft.id) {
        object["id"] = draft.id->text();
    }
    if (draft.place) {
        object["area"] = draft.place->area;
        object["side"] = std::string(name_of(draft.place->side));
    }
    if (draft.pressure) {
        object["pressure"] = number(*draft.pressure);
    }
    if (draft.before) {
        object["before"] = draft.before->value();
    }
    put_answers(object, "screening", draft.screening, screening_names);
    put_answers(object, "felt", draft.sensations, sensation_names);
    return object;
}

LogDraft draft_from_object(const json& object) {
    LogDraft draft;
    if (const std::string id = form_text(object, "id"); !id.empty()) {
        draft.id = RecordId{id};
    }
    const auto side = side_named(form_text(object, "side"));
    if (const std::string area = form_text(object, "area"); !area.empty() && side) {
        draft.place = TrackKey{area, *side};
    }
    if (const auto level = form_number(object, "pressure")) {
        draft.pressure = pressure_level(*level);
    }
    if (const auto before = form_number(object, "before")) {
        draft.before = Soreness::of(*before);
    }
    draft.screening = answers<Screening>(object, "screening", screening_names);
    draft.sensations = answers<Sensation>(object, "felt", sensation_names);
    draft.duration_text = form_text(object, "duration");
    draft.at_now = is_true(object, "now", true);
    draft.day_text = form_text(object, "day");
    draft.time_text = form_text(object, "time");
    draft.tool = form_text(object, "tool");
    draft.note = form_text(object, "note");
    draft.editing = is_true(object, "editing", false);
    return draft;
}

}  // namespace

bool FormDraft::empty() const {
    return without_id(fresh) == LogDraft{} && !edit;
}

FormDraft form_draft_of(const views::LogState& log) {
    FormDraft draft;
    draft.past = log.when_first;
    draft.edit = log.shelved;
    if (!log.draft.editing) {
        draft.fresh = log.draft;
        return draft;
    }
    draft.fresh = log.aside.value_or(LogDraft{});
    if (log.original != nullptr && log.draft != views::draft_of(*log.original)) {
        draft.edit = log.draft;
    }
    return draft;
}

void put_back(const FormDraft& draft, const Snapshot& snapshot, views::LogState& log) {
    const bool saved = draft.fresh.id && snapshot.find_session(*draft.fresh.id) != nullptr;
    if (!saved && !draft.fresh.editing) {
        log.draft = draft.fresh;
        log.when_first = draft.past;
    }
    if (draft.edit && draft.edit->editing && draft.edit->id && snapshot.find_session(*draft.edit->id)) {
        log.shelved = draft.edit;
    }
}

std::string form_to_json(const FormDraft& draft) {
    json object{{"new", draft_to_object(draft.fresh)}, {"past", draft.past}};
    if (draft.edit) {
        object["edit"] = draft_to_object(*draft.edit);
    }
    // Half a character, which a keyboard can leave, must not cost the rest.
    return object.dump(-1, ' ', false, json::error_handler_t::replace);
}

FormDraft form_from_json(std::string_view text) {
    FormDraft draft;
    const json object = json::parse(text, nullptr, false);
    if (!object.is_object()) {
        return draft;
    }
    if (const auto fresh = object.find("new"); fresh != object.end() && fresh->is_object()) {
        draft.fresh = draft_from_object(*fresh);
    }
    draft.past = is_true(object, "past", false);
    if (const auto edit = object.find("edit"); edit != object.end() && edit->is_object()) {
        draft.edit = draft_from_object(*edit);
    }
    return draft;
}

}  // namespace unknot::shell
