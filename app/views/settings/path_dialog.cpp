#include "app/views/kit/button.h"
#include "app/views/kit/field.h"
#include "app/views/kit/overlay.h"
#include "app/views/kit/text.h"
#include "app/views/settings/parts.h"

#include <string>

namespace unknot::views {

namespace {

struct PathWords {
    std::string_view title;
    std::string_view meaning;
    std::string_view field;
    std::string_view keep;  ///< the safe answer
    std::string_view doing;
};

PathWords path_words(const kit::Ui& ui, PathDraft::For what) {
    switch (what) {
        case PathDraft::For::move:
            return {ui.words.text("Move the log to which folder?"),
                    ui.words.text("It is copied and every row compared before the old file is taken away. "
                                  "Backups stay where they are."),
                    ui.words.text("Folder"), ui.words.text("Leave it where it is"), ui.words.text("Move it")};
        case PathDraft::For::other_log:
            return {ui.words.text("Use which log?"),
                    ui.words.text("The file of a log that is there already. This one stays as it is."),
                    ui.words.text("File"), ui.words.text("Stay with this one"), ui.words.text("Use it")};
        case PathDraft::For::backups_folder:
            return {ui.words.text("Keep backups in which folder?"),
                    ui.words.text(
                        "New ones are made there. Those that are there already stay in the old folder."),
                    ui.words.text("Folder"), ui.words.text("Leave it as it is"),
                    ui.words.text("Use this folder")};
        case PathDraft::For::backup_file:
            return {ui.words.text("Back up to which file?"),
                    ui.words.text(
                        "A new file, that Unknot never removes. It holds everything, deleted records of "
                        "the last 90 days too."),
                    ui.words.text("File"), ui.words.text("Make none"), ui.words.text("Back up")};
        case PathDraft::For::merge:
            return {ui.words.text("Join which log with this one?"),
                    ui.words.text("The log of another machine, or a backup of it. It is only read. What "
                                  "joining would change is shown first."),
                    ui.words.text("File"), ui.words.text("Join none"), ui.words.text("Look into it")};
        case PathDraft::For::import:
            return {ui.words.text("Import which file?"),
                    ui.words.text("A log.json, sessions.csv or checkins.csv. It is only read. What importing "
                                  "would change is shown first. A file can be dropped on the window too."),
                    ui.words.text("File"), ui.words.text("Import none"), ui.words.text("Look into it")};
    }
    return {};
}

WorkOrder order_of(const PathDraft& draft) {
    switch (draft.what) {
        case PathDraft::For::move: return {Work::move, draft.path, draft.keep_aside};
        case PathDraft::For::merge: return {Work::look_at_other, draft.path, false};
        default: return {Work::back_up_to, draft.path, false};
    }
}

void take_path(const PathDraft& draft, Wishes& wishes) {
    switch (draft.what) {
        case PathDraft::For::move:
        case PathDraft::For::merge:
        case PathDraft::For::backup_file: wishes.emplace_back(Begin{order_of(draft)}); break;
        case PathDraft::For::other_log: wishes.emplace_back(UseLog{draft.path}); break;
        case PathDraft::For::import: wishes.emplace_back(OpenFiles{{draft.path}}); break;
        case PathDraft::For::backups_folder: wishes.emplace_back(KeepBackupsIn{draft.path}); break;
    }
}

void draw_old_file_row(const kit::Ui& ui, PathDraft& draft, kit::Flow& flow) {
    flow.gap(ui, look::space::m);
    const std::string_view meaning =
        draft.keep_aside ? ui.words.text("It stays in the old folder under another name.")
                         : ui.words.text("It is removed once the new one is verified and in use.");
    if (kit::toggle_row(ui, flow, ui.words.text("Keep the old file aside"), meaning, draft.keep_aside)) {
        draft.keep_aside = !draft.keep_aside;
    }
}

/// A file that is made is asked for by its folder: whether another one may go is then never the question.
bool wants_folder(PathFor what) {
    return what == PathFor::move || what == PathFor::backups_folder || what == PathFor::backup_file;
}

/// The field and, where the desktop has a dialog for it, a button that opens that: beside the field, or below
/// it where there is little room.
void draw_path_field(const kit::Ui& ui, const Facts& facts, const PathWords& words, PathDraft& draft,
                     kit::Flow& flow, Wishes& wishes) {
    constexpr float least_field = 220;
    const bool folder = wants_folder(draft.what);
    const bool asks = folder ? facts.desktop.folders : facts.desktop.files;
    const std::string_view choose = ui.words.text("Choose\u2026");
    const float height = ui.px(look::control::height);
    const float button = kit::button_width(ui, choose);
    const bool beside = asks && flow.width - button - ui.px(look::space::s) >= ui.px(least_field);
    ImRect field = flow.take(height);
    ImRect place(field.Max.x - button, field.Min.y, field.Max.x, field.Max.y);
    field.Max.x = beside ? place.Min.x - ui.px(look::space::s) : field.Max.x;
    kit::FieldOptions options;
    options.icon = look::IconName::folder;
    options.hint = ui.words.text("a path from / on, or from ~/");
    options.accepted = draft.complaint.empty();
    if (kit::text_field(ui, field, words.field, draft.path, options).changed) {
        draft.complaint.clear();
    }
    if (asks && !beside) {
        flow.gap(ui, look::space::xs);
        place = flow.take(height);
    }
    if (asks && kit::button(ui, place, choose)) {
        wishes.emplace_back(ChoosePath{draft.what, folder, std::string(words.title), draft.path});
    }
}

}  // namespace

void draw_path_dialog(const kit::Ui& ui, const Facts& facts, SettingsState& state, Wishes& wishes) {
    if (!state.path) {
        return;
    }
    PathDraft& draft = *state.path;
    const PathWords words = path_words(ui, draft.what);
    // A field decides about the whole disk: what it says is only done by the button that says so.
    const kit::DialogTexts texts{words.title, words.meaning, words.keep, words.doing, !draft.path.empty()};
    const auto answer = kit::dialog(ui, "path", texts, [&](kit::Flow& flow) {
        flow.gap(ui, look::space::m);
        draw_path_field(ui, facts, words, draft, flow, wishes);
        if (!draft.complaint.empty()) {
            flow.gap(ui, look::space::xs);
            kit::field_complaint(ui, flow, draft.complaint);
        }
        if (draft.what == PathDraft::For::move) {
            draw_old_file_row(ui, draft, flow);
        }
    });
    if (answer == kit::DialogAnswer::other) {
        if (draft.path.front() != '/' && !draft.path.starts_with("~/")) {
            draft.complaint = ui.words.text("A path begins with / or ~/.");
            return;
        }
        take_path(draft, wishes);
    }
    if (answer != kit::DialogAnswer::none) {
        state.path.reset();
    }
}

void path_chosen(SettingsState& state, PathFor what, const std::filesystem::path& path) {
    if (!state.path || state.path->what != what) {
        return;
    }
    std::filesystem::path chosen = path;
    if (what == PathFor::backup_file) {
        const std::filesystem::path typed = std::filesystem::path(state.path->path).filename();
        chosen /= typed.empty() ? std::filesystem::path("unknot-backup.db") : typed;
    }
    state.path->path = chosen.string();
    state.path->complaint.clear();
}

}  // namespace unknot::views
