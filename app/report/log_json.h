#pragma once

#include "app/domain/snapshot.h"
#include "app/report/selection.h"
#include "app/report/sink.h"

#include <optional>

namespace unknot::report {

/// Writes log.json: what import takes back. Without a selection the whole log, lossless; with one the records
/// it holds and the own areas they are on, what was left out named ("omitted"). The same log gives the same
/// bytes. Sets are arrays, what was not asked or not recorded is absent.
void write_log_json(const Snapshot& snapshot, const std::optional<Selection>& selection, const Sink& sink);

}  // namespace unknot::report
