#pragma once

#include "app/views/settings/settings.h"

#include <optional>
#include <string>
#include <string_view>

namespace unknot::views {

[[nodiscard]] std::string_view part_title(const words::Catalogue& words, SettingsPart part);

/// The list of the parts beside what it is about. Returns the part pressed.
[[nodiscard]] std::optional<SettingsPart> draw_part_list(const kit::Ui& ui, SettingsPart current,
                                                         kit::Flow& flow);

/// The same as a field that opens a list, for narrow windows.
[[nodiscard]] std::optional<SettingsPart> draw_part_choice(const kit::Ui& ui, SettingsPart current,
                                                           const ImRect& rect);

// ---- the parts themselves

void draw_look_part(const kit::Ui& ui, const Upkeep& upkeep, kit::Flow& flow, Wishes& wishes);
void draw_reminder_part(const kit::Ui& ui, const Facts& facts, const Upkeep& upkeep, kit::Flow& flow,
                        Wishes& wishes);
void draw_log_part(const kit::Ui& ui, const Facts& facts, const Upkeep& upkeep, SettingsState& state,
                   kit::Flow& flow, Wishes& wishes);
void draw_backups_part(const kit::Ui& ui, const Facts& facts, const Upkeep& upkeep, SettingsState& state,
                       kit::Flow& flow, Wishes& wishes);
void draw_areas_part(const kit::Ui& ui, const Facts& facts, SettingsState& state, kit::Flow& flow,
                     Wishes& wishes);
void draw_tools_part(const kit::Ui& ui, const Facts& facts, SettingsState& state, kit::Flow& flow,
                     Wishes& wishes);
void draw_deleted_part(const kit::Ui& ui, const Facts& facts, const Upkeep& upkeep, SettingsState& state,
                       kit::Flow& flow, Wishes& wishes);
void draw_erase_part(const kit::Ui& ui, const Facts& facts, const Upkeep& upkeep, SettingsState& state,
                     kit::Flow& flow, Wishes& wishes);
void draw_about_part(const kit::Ui& ui, const Upkeep& upkeep, kit::Flow& flow);

// ---- what several of them need

/// Why nothing can be changed in the log; empty where it can be.
[[nodiscard]] std::string_view why_not(const kit::Ui& ui, const Facts& facts);

/// Why no work on the files can begin now; empty where it can.
[[nodiscard]] std::string_view why_no_work(const kit::Ui& ui, const Facts& facts, const Upkeep& upkeep);

/// What the last work came to, above the part that it belongs to.
void draw_outcome(const kit::Ui& ui, SettingsState& state, kit::Flow& flow, Wishes& wishes);

/// What is being done, and since when: instead of a button that began it.
[[nodiscard]] std::string working_text(const kit::Ui& ui, Work work, std::int64_t seconds);

/// A moment: "Sat 21 Nov, 19:40".
[[nodiscard]] std::string moment_text(const kit::Ui& ui, const Instant& at, LocalDay today);

/// "34 sessions, 65 check-ins, from 3 January 2024 to 21 November".
[[nodiscard]] std::string contents_text(const kit::Ui& ui, const KeptContents& contents, LocalDay today);

/// Rows that can be restored from, at most `most` of them.
void draw_kept_files(const kit::Ui& ui, const Upkeep& upkeep, LocalDay today, std::string_view reason,
                     std::size_t most, kit::Flow& flow, Wishes& wishes);

void draw_path_dialog(const kit::Ui& ui, const Facts& facts, SettingsState& state, Wishes& wishes);

void draw_restore_dialog(const kit::Ui& ui, LocalDay today, SettingsState& state, Wishes& wishes);
void draw_merge_dialog(const kit::Ui& ui, std::optional<MergeDraft>& merging, Wishes& wishes);
void draw_area_dialog(const kit::Ui& ui, SettingsState& state, Wishes& wishes);
void draw_tool_dialog(const kit::Ui& ui, SettingsState& state, Wishes& wishes);
void draw_removal_dialog(const kit::Ui& ui, SettingsState& state, Wishes& wishes);

}  // namespace unknot::views
