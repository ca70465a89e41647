#include "app/sample/ending.h"
#include "app/sample/sample.h"
#include "app/sample/slots.h"

#include <algorithm>
#include <array>
#include <map>

namespace unknot::sample {

namespace {

constexpr int longest_days = 36'400;  ///< a century, give or take: no record lies before 1900
constexpr int shortest_days = 7;
constexpr int evening_percent = 45;    ///< evenings with a session
constexpr int morning_percent = 60;    ///< mornings on which quiet areas are rated too
constexpr int forgotten_percent = 12;  ///< ordinary ratings that were not given
constexpr int before_recorded_percent = 75;
constexpr int recent_days = 30;   ///< the log's end is kept well, so that today is clear
constexpr int special_every = 8;  ///< one story in so many is a special one

struct Named {
    std::string_view name;
    Extent extent;
};
constexpr std::array<Named, 5> named_extents{{{"week", {10, 24}},
                                              {"year", {260, 1'000}},
                                              {"decade", {2'600, 10'000}},
                                              {"century", {26'000, 100'000}},
                                              {"million", {100'000, 1'000'000}}}};

int days_of(const Extent& extent, LocalDay today) {
    const LocalDay earliest = *local_day(CalendarDate{1900, 1, 3});
    const auto wanted =
        static_cast<std::int64_t>(std::max(extent.sessions * 7 / 5, extent.checkins * 4 / 11));
    const int longest = std::clamp(today - earliest, 1, longest_days);
    return static_cast<int>(std::clamp<std::int64_t>(wanted, std::min(shortest_days, longest), longest));
}

std::size_t sessions_in(const Story& story) {
    return static_cast<std::size_t>(
        std::count_if(story.steps.begin(), story.steps.end(), [](const Step& step) { return step.session; }));
}

void sort_batch(Batch& batch) {
    std::stable_sort(batch.sessions.begin(), batch.sessions.end(),
                     [](const Session& a, const Session& b) { return earlier(a.started_at, b.started_at); });
    std::stable_sort(batch.checkins.begin(), batch.checkins.end(),
                     [](const CheckIn& a, const CheckIn& b) { return earlier(a.at, b.at); });
}

}  // namespace

std::optional<Extent> extent_named(std::string_view name) {
    const auto found = std::find_if(named_extents.begin(), named_extents.end(),
                                    [&](const Named& named) { return named.name == name; });
    return found == named_extents.end() ? std::nullopt : std::optional(found->extent);
}

struct Generator::Impl {
    Impl(const Extent& wanted, std::uint64_t seed, const Instant& as_of, const words::Catalogue& words)
        : extent(wanted),
          today(local_day(as_of)),
          days(days_of(wanted, today)),
          day(today - days),
          dice(seed),
          scribe(seed + 1, as_of, words),
          slots(slots_for(wanted, today)) {
        plan_endings();
    }

    struct Planned {
        std::size_t slot = 0;
        Step step;
        bool ordinary = true;
        bool ending = false;  ///< not from the days' share
    };

    void plan_endings();
    void live_day(Batch& batch);
    void follow_plans(Batch& batch);
    void begin_stories(Batch& batch);
    void rate_quiet_areas(Batch& batch);
    [[nodiscard]] std::size_t share(std::size_t total, int of_days) const;
    [[nodiscard]] bool is_last_day() const { return day == today - 1; }
    /// The very last evening is the endings': else all that is still to do would be due today.
    [[nodiscard]] int session_days() const { return std::max(1, days - 1); }
    [[nodiscard]] bool is_last_evening() const { return today - day <= days - session_days() + 1; }
    [[nodiscard]] std::optional<std::size_t> free_slot(int story_days);
    void begin(std::size_t slot, const Story& story, bool is_ordinary, Batch& batch);
    [[nodiscard]] std::optional<std::size_t> quiet_slot();

    Extent extent;  ///< without the endings
    LocalDay today;
    int days;
    LocalDay day;  ///< the next one to live
    Dice dice;
    Scribe scribe;
    std::vector<Slot> slots;
    const std::vector<Story> ordinary = ordinary_stories();
    const std::vector<Story> special = special_stories();
    std::map<LocalDay, std::vector<Planned>> plans;
    std::size_t sessions = 0;  ///< done and planned
    std::size_t checkins = 0;  ///< done
    std::size_t stories = 0;
    std::size_t specials = 0;
    std::size_t quiet_turn = 0;
};

/// A log too small for them ends as it happens.
void Generator::Impl::plan_endings() {
    const std::vector<Ending> all = endings();
    Extent needed;
    for (const Ending& ending : all) {
        const std::size_t of_story = sessions_in(ending.story);
        needed.sessions += of_story;
        needed.checkins += ending.story.steps.size() - of_story;
    }
    if (extent.sessions < needed.sessions || extent.checkins < needed.checkins) {
        return;
    }
    extent.sessions -= needed.sessions;
    extent.checkins -= needed.checkins;
    for (std::size_t slot = 0; slot < all.size(); ++slot) {  // the first slots are theirs
        for (const Step& step : all[slot].story.steps) {
            plans[today - all[slot].days_ago + step.day].push_back({slot, step, false, true});
        }
    }
}

/// How many of `total` should have been written by the end of this day, the last of them after `of_days`.
std::size_t Generator::Impl::share(std::size_t total, int of_days) const {
    const int lived = std::min(of_days, days - (today - day) + 1);
    return total * static_cast<std::size_t>(lived) / static_cast<std::size_t>(of_days);
}

void Generator::Impl::live_day(Batch& batch) {
    scribe.begin_day(day);
    follow_plans(batch);
    begin_stories(batch);
    rate_quiet_areas(batch);
    plans.erase(day);
    day = day + 1;
}

void Generator::Impl::follow_plans(Batch& batch) {
    const auto found = plans.find(day);
    if (found == plans.end()) {
        return;
    }
    for (const Planned& planned : found->second) {
        const bool rating = !planned.step.session;
        const bool well_kept = !planned.ordinary || today - day <= recent_days;
        if (rating && !planned.ending) {
            if (checkins == extent.checkins || (!well_kept && dice.chance(forgotten_percent))) {
                continue;
            }
            ++checkins;
        }
        scribe.write(slots[planned.slot], planned.step, planned.ordinary, batch);
    }
}

/// An area without a story whose next `story_days` days are its own; the dearest ones more often.
std::optional<std::size_t> Generator::Impl::free_slot(int story_days) {
    const int count = static_cast<int>(slots.size());
    const auto first = static_cast<std::size_t>(std::min(dice.roll(count), dice.roll(count)));
    for (std::size_t i = 0; i < slots.size(); ++i) {
        const std::size_t at = (first + i) % slots.size();
        if (slots[at].busy_until < day && day + story_days < slots[at].free_until) {
            return at;
        }
    }
    return std::nullopt;
}

void Generator::Impl::begin_stories(Batch& batch) {
    const std::size_t due = share(extent.sessions, session_days());
    if (sessions >= due || (!is_last_evening() && !dice.chance(evening_percent))) {
        return;
    }
    const std::size_t today_at_most =
        is_last_evening() ? due
                          : std::max<std::size_t>(3, 3 * extent.sessions / static_cast<std::size_t>(days));
    const std::size_t until = std::min(due, sessions + today_at_most);
    while (sessions < until) {
        const Story& rare = special[specials % special.size()];
        const bool special_turn =
            stories++ % special_every == 3 && sessions + sessions_in(rare) <= extent.sessions;
        const auto for_rare = special_turn ? free_slot(rare.last_day()) : std::nullopt;
        if (for_rare) {
            ++specials;
            begin(*for_rare, rare, false, batch);
        } else if (const auto slot = free_slot(is_last_day() ? 0 : 1)) {
            const int which = dice.roll(static_cast<int>(ordinary.size()));
            begin(*slot, ordinary[static_cast<std::size_t>(which)], true, batch);
        } else {
            // Everything is being looked after: one more session on an area that is not an ending's.
            begin(slots.size() - 1, {{session_on(0, 2, 1)}}, true, batch);
        }
    }
}

/// Its first evening is now, the rest is planned.
void Generator::Impl::begin(std::size_t slot, const Story& story, bool is_ordinary, Batch& batch) {
    for (Step step : story.steps) {
        const bool well_kept = !is_ordinary || today - day <= recent_days;
        if (step.session && !well_kept && !dice.chance(before_recorded_percent)) {
            step.soreness.reset();
        }
        if (step.day == 0) {
            scribe.write(slots[slot], step, is_ordinary, batch);
        } else {
            plans[day + step.day].push_back({slot, step, is_ordinary, false});
        }
    }
    sessions += sessions_in(story);
    slots[slot].busy_until = day + story.last_day() + dice.roll(3);
}

/// Nothing happens there, and nothing else will come of it: one of the areas in turn.
std::optional<std::size_t> Generator::Impl::quiet_slot() {
    for (std::size_t i = 0; i < slots.size(); ++i) {
        quiet_turn = (quiet_turn + 1) % slots.size();
        if (slots[quiet_turn].busy_until < day && day < slots[quiet_turn].free_until) {
            return quiet_turn;
        }
    }
    return is_last_day() ? std::optional(slots.size() - 1) : std::nullopt;
}

void Generator::Impl::rate_quiet_areas(Batch& batch) {
    if (!is_last_day() && !dice.chance(morning_percent)) {
        return;
    }
    while (checkins < share(extent.checkins, days)) {
        const auto slot = quiet_slot();
        if (!slot) {
            return;
        }
        const int soreness = std::max(0, slots[*slot].usual - dice.roll(2));
        scribe.write(slots[*slot], rated_on(0, soreness), true, batch);
        ++checkins;
    }
}

Generator::Generator(const Extent& extent, std::uint64_t seed, const Instant& as_of,
                     const words::Catalogue& words)
    : impl_(std::make_unique<Impl>(extent, seed, as_of, words)), own_areas_(own_areas_for(extent, words)) {}

Generator::~Generator() = default;

Batch Generator::next(std::size_t about) {
    Batch batch;
    while (impl_->day < impl_->today && (batch.size() < about || batch.size() == 0)) {
        impl_->live_day(batch);
    }
    sort_batch(batch);
    return batch;
}

}  // namespace unknot::sample
