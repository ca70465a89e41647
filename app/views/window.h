#pragma once

#include "app/views/guide/guide.h"
#include "app/views/history/history.h"
#include "app/views/kit/ui.h"
#include "app/views/log/log.h"
#include "app/views/opening/opening.h"
#include "app/views/report/report.h"
#include "app/views/settings/settings.h"
#include "app/views/today/today.h"
#include "app/views/trends/trends.h"
#include "app/views/view.h"

#include <optional>
#include <string>

namespace unknot::views {

/// A notice with its Undo. It stays for 10 seconds, longer while it is pointed at or focused.
struct Notice {
    std::string text;
    bool can_undo = false;
    double shown_at = 0;                              ///< seconds of the window's clock
    bool held = false;                                ///< pointed at or focused in the last frame
    std::optional<WorkOrder> undo_by = std::nullopt;  ///< work that takes it back, where a command cannot
};

/// Everything that the window remembers between frames, owned by the shell.
struct UiState {
    Screen screen = Screen::today;
    TodayState today;
    LogState log;
    TrendsState trends;
    HistoryState history;
    ReportState report;
    GuideState guide;
    SettingsState settings;
    FirstStartState first_start;
    OpeningState opening;
    std::optional<Notice> notice;
    bool keys_shown = false;  ///< the list of keys
};

/// Draws the whole window: navigation, the current screen, what lies over it. `problem`: why the log cannot
/// be used, which is then all that is shown. `seconds` is the window's clock.
void draw_window(const kit::Ui& ui, const Facts& facts, const Upkeep& upkeep,
                 const std::optional<Failure>& problem, UiState& state, double seconds, Wishes& wishes);

/// A command of `form` was carried out: the form is done with, and the notice says what happened.
void command_applied(const kit::Ui& ui, const Snapshot& snapshot, UiState& state, Form form,
                     const Applied& applied, double seconds);

/// A command of `form` was not carried out: the form keeps everything, and says what to do.
void command_failed(UiState& state, Form form, NotSaved not_saved);

/// Long work has ended: the notice says what it came to where that is all there is to say; Settings shows or
/// asks the rest.
void work_done(const kit::Ui& ui, UiState& state, const WorkDone& done, double seconds);

/// Goes to a screen, as the navigation does; what was left in forms stays there.
void go_to(UiState& state, Screen screen);
/// Opens Log for a place or a record.
void open_log(const Facts& facts, UiState& state, const OpenLog& wish);
/// Opens the Guide at the part with that statement.
void open_guide(UiState& state, const OpenGuide& wish);
/// Opens History with that area's records and no other filter.
void open_history(UiState& state, const OpenHistory& wish);

}  // namespace unknot::views
