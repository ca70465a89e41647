#pragma once

#include "app/views/kit/ui.h"
#include "app/views/view.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace unknot::views {

/// The parts of Settings, in order.
enum class SettingsPart : std::uint8_t { look, reminder, log, backups, areas, tools, deleted, erase, about };
constexpr std::size_t settings_part_count = 9;

/// A dialog that asks for a place on the disk.
struct PathDraft {
    using For = PathFor;
    For what = For::move;
    std::string path;
    bool keep_aside = true;  ///< move: the old file
    std::string complaint;   ///< why the path was not taken; empty = nothing to say
};

/// An own area as it is being written.
struct AreaDraft {
    Area area;
    bool is_new = true;
    std::string complaint;
};

/// A tool's name as it is being written.
struct ToolDraft {
    std::string from;  ///< the name it has; empty: it is a new tool
    std::string to;
    std::string complaint;
};

/// Another machine's log that would be joined with this one.
struct MergeDraft {
    std::filesystem::path file;
    MergeCounts counts;                              ///< what that would do
    std::vector<std::filesystem::path> opened = {};  ///< the file, where it was opened or dropped
};

/// What Settings remembers between frames.
struct SettingsState {
    SettingsPart part = SettingsPart::look;  ///< the one that is shown
    std::optional<NotSaved> not_saved;
    std::optional<WorkDone> done;   ///< the last work that has something to say: it stays until the next
    std::optional<PathDraft> path;  ///< the dialog that asks for a place
    std::optional<KeptContents> restoring;  ///< the dialog that shows what would be restored
    std::optional<MergeDraft> merging;      ///< the dialog that shows what a merge would do
    std::optional<AreaDraft> area;          ///< the dialog that adds or edits an own area
    std::optional<ToolDraft> tool;          ///< the dialog that adds or renames a tool
    std::optional<RecordId> removing;       ///< the dialog before a deleted record is removed for good
    std::string erase_word;                 ///< what was typed to confirm
};

void draw_settings(const kit::Ui& ui, const Facts& facts, const Upkeep& upkeep, SettingsState& state,
                   const ImRect& area, Wishes& wishes);

/// The dialogs of Settings that the page of a log that cannot be used has as well: a place on the disk, what
/// would be restored.
void draw_settings_dialogs(const kit::Ui& ui, const Facts& facts, SettingsState& state, Wishes& wishes);

/// A command of this screen was carried out: its dialog is done with.
void settings_saved(SettingsState& state);

/// The desktop's dialog named a place: it stands in the dialog that asked for it, where that is open still.
void path_chosen(SettingsState& state, PathFor what, const std::filesystem::path& path);

/// Long work has ended: what it came to is shown, or asked about.
void work_ended(SettingsState& state, WorkDone done);

}  // namespace unknot::views
