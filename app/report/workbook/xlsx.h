#pragma once

#include "app/report/course.h"
#include "app/report/extract.h"
#include "app/report/sink.h"
#include "app/words/catalogue.h"

#include <optional>

namespace unknot::report {

/// log.xlsx: sheets Summary, Sessions, Soreness and Flags, for people, in the language of `words`. Times are
/// those of the wall clock where they were recorded. No cell is a formula, whatever somebody typed. Its
/// properties hold nothing about the machine; the same log and clock give the same bytes. A step of `course`
/// a record. Throws NotMade and Stopped.
void write_xlsx(const Extract& extract, const words::Catalogue& words,
                const std::optional<LocalDay>& birth_date, Course& course, const Sink& sink);

}  // namespace unknot::report
