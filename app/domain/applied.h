#pragma once

#include "app/domain/area.h"
#include "app/domain/instant.h"
#include "app/domain/record_id.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace unknot {

/// What a command did to a log, for the notice and for undo.
struct Applied {
    enum class What : std::uint8_t {
        logged_session,
        edited_session,
        recorded_checkins,
        edited_checkins,
        deleted_session,
        deleted_checkin,
        set_profile,
        put_area,
        imported,
        restored_session,
        restored_checkin,
        removed_for_good,  ///< cannot be taken back
        renamed_tool,
        retired_tool,
        offered_tool,  ///< a retired one again
        merged,        ///< another machine's log was joined with this one
        added_tool,
        removed_tool,  ///< retired while no session has it
    };
    What what = What::logged_session;
    bool undone = false;            ///< this is what an undo took back
    bool changed = true;            ///< false: it was all there already
    std::vector<RecordId> records;  ///< touched, at most 100 of them named
    std::size_t count = 0;          ///< how many were touched
    std::string area;               ///< of the first one
    std::string tool;               ///< added, renamed, retired, removed or offered: its name (the new one)
    Side side = Side::left;
    std::optional<Instant> at;  ///< of the first one
};

}  // namespace unknot
