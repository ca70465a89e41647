#pragma once

#include "app/domain/area.h"
#include "app/domain/records.h"
#include "app/words/catalogue.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace unknot::sample {

/// How much a sample log holds.
struct Extent {
    std::size_t sessions = 0;
    std::size_t checkins = 0;

    friend bool operator==(const Extent&, const Extent&) = default;
};

/// The extents that have a name: "week", "year", "decade", "century", "million". Nothing for any other name.
[[nodiscard]] std::optional<Extent> extent_named(std::string_view name);

/// The most that a sample log may hold of either.
constexpr std::size_t most_records = 10'000'000;

/// Records of a sample log, those of some days.
struct Batch {
    std::vector<Session> sessions;
    std::vector<CheckIn> checkins;

    [[nodiscard]] std::size_t size() const { return sessions.size() + checkins.size(); }
};

/// Makes up a person's log that ends with the evening before the day of `as_of`: evenings with one to three
/// areas, ratings on the next mornings, days without, and by and by every course that the rules know. Its
/// last days leave something to see: ratings that are due, an area to pause, one to go easy on, one that
/// nobody rated, settled ones. Its notes, tools and own area are named in
/// the language of `words`. Pure: the same arguments give the same records.
class Generator {
public:
    Generator(const Extent& extent, std::uint64_t seed, const Instant& as_of,
              const words::Catalogue& words = {});
    ~Generator();
    Generator(const Generator&) = delete;
    Generator& operator=(const Generator&) = delete;

    /// The areas that the person added; they must be in the log before the records.
    [[nodiscard]] const std::vector<Area>& own_areas() const { return own_areas_; }

    /// The records of the next days, oldest first: at least `about` of them unless the log ends. Empty at the
    /// end.
    [[nodiscard]] Batch next(std::size_t about);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
    std::vector<Area> own_areas_;
};

}  // namespace unknot::sample
