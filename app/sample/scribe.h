#pragma once

#include "app/sample/dice.h"
#include "app/sample/sample.h"
#include "app/sample/stories.h"
#include "app/words/catalogue.h"

#include <string>

namespace unknot::sample {

/// An area on a side (or both) that the person looks after.
struct Slot {
    std::string area;
    Side side = Side::left;
    int usual = 0;        ///< what it is rated on quiet days, 0 to 2
    LocalDay busy_until;  ///< the last day of its story
    LocalDay free_until;  ///< the day from which it belongs to an ending
};

/// Writes steps down as records, with the times, tools, notes and answers that a person would add.
class Scribe {
public:
    /// Tools and notes are said in the language of `words`.
    Scribe(std::uint64_t seed, const Instant& as_of, const words::Catalogue& words);

    /// A new day begins; evening sessions follow one another.
    void begin_day(LocalDay day);

    /// `ordinary`: what the step leaves open is sometimes asked and answered, sometimes not.
    void write(const Slot& slot, const Step& step, bool ordinary, Batch& batch);

private:
    void write_session(const Slot& slot, const Step& step, bool ordinary, Batch& batch);
    void write_rating(const Slot& slot, const Step& step, bool ordinary, Batch& batch);
    [[nodiscard]] Instant at(int minute_of_day);
    [[nodiscard]] Instant entered_after(const Instant& moment);
    [[nodiscard]] RecordId new_id(const Instant& entered);

    Dice dice_;
    Instant as_of_;
    words::Catalogue words_;
    LocalDay day_;
    int evening_ = 0;  ///< the minute of the day at which the next session can begin
};

}  // namespace unknot::sample
