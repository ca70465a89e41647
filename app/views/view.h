#pragma once

#include "app/domain/commands.h"
#include "app/domain/snapshot.h"
#include "app/guidance/guidance.h"
#include "app/words/catalogue.h"

#include <optional>
#include <string>
#include <vector>

namespace unknot::views {

struct Look;  // kit/look.h: fonts, scale, colours of the theme in use

/// The screens, in the order of the rail.
enum class Screen : std::uint8_t { today, log, history, guide };

/// What every panel draws from. Nothing in it changes during a frame.
struct Frame {
    const Snapshot& log;
    const guidance::Guidance& guidance;
    const words::Catalogue& words;
    const Look& look;
    Instant now;
    LocalDay today;
    bool read_only = false;  ///< the log can only be read: nothing that saves is offered
};

/// Asks the Log screen to open with this filled in.
struct LogRequest {
    std::string area;
    Side side = Side::left;
    bool because_of_repeat = false;  ///< "Repeat last" was refused: say why on top
};

/// What a panel asks for. The shell carries it out between frames, never inside one.
struct Outcome {
    std::optional<Command> command;
    std::optional<Screen> go_to;
    std::optional<LogRequest> open_log;
    std::optional<RecordId> edit_record;  ///< open this record's editor (History)
    bool undo = false;
    bool repeat_last = false;
    bool start_timer = false;
    bool open_sample = false;  ///< look around a sample log
    bool leave_sample = false;
    std::optional<double> wake_in_s;  ///< draw again after this many seconds though nothing happens
};

/// Joins what two parts of a screen asked for; the first one's answers win.
[[nodiscard]] Outcome joined(Outcome first, Outcome second);

}  // namespace unknot::views
