#include "app/domain/area.h"

#include "generated/areas_table.h"

#include <algorithm>

namespace unknot {

namespace {

std::vector<Area> built_in_areas() {
    std::vector<Area> areas;
    areas.reserve(tables::areas.size());
    for (const auto& row : tables::areas) {
        areas.push_back(Area{.id = row.id,
                             .name = row.name,
                             .muscle = row.muscle,
                             .region = row.region,
                             .sides = {.left = row.left, .right = row.right, .center = row.center},
                             .front = row.front,
                             .back = row.back});
    }
    return areas;
}

/// Levenshtein distance: insertions, deletions and replacements between two short texts.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        row[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U);
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
            diagonal = above;
        }
    }
    return row[b.size()];
}

}  // namespace

std::optional<Side> side_named(std::string_view name) {
    for (std::size_t i = 0; i < side_names.size(); ++i) {
        if (side_names[i] == name) {
            return static_cast<Side>(i);
        }
    }
    return std::nullopt;
}

bool AreaSides::has(Side side) const {
    switch (side) {
        case Side::left: return left;
        case Side::right: return right;
        case Side::center: return center;
        case Side::both: return left && right;
    }
    return false;
}

void AreaSides::add(Side side) {
    left = left || side == Side::left || side == Side::both;
    right = right || side == Side::right || side == Side::both;
    center = center || side == Side::center;
}

AreaCatalogue::AreaCatalogue(std::vector<Area> own) : areas_(built_in_areas()) {
    for (Area& area : own) {
        areas_.push_back(std::move(area));
    }
}

const Area* AreaCatalogue::find(std::string_view id) const {
    const auto found =
        std::find_if(areas_.begin(), areas_.end(), [&](const Area& area) { return area.id == id; });
    return found == areas_.end() ? nullptr : &*found;
}

std::vector<Area> AreaCatalogue::own() const {
    std::vector<Area> own;
    std::copy_if(areas_.begin(), areas_.end(), std::back_inserter(own),
                 [](const Area& area) { return area.own; });
    return own;
}

AreaCatalogue AreaCatalogue::with_own(const std::vector<Area>& own) const {
    std::vector<Area> all = this->own();
    for (const Area& area : own) {
        std::erase_if(all, [&](const Area& there) { return there.id == area.id; });
        all.push_back(area);
    }
    return AreaCatalogue(std::move(all));
}

std::vector<std::string> AreaCatalogue::nearest(std::string_view id) const {
    // A mistyped id of any length is compared by its beginning only: the cost must not grow with hostile
    // input.
    const std::string_view asked = id.substr(0, 80);
    std::vector<std::pair<std::size_t, std::string>> ranked;
    for (const Area& area : areas_) {
        const std::size_t distance = edit_distance(asked, area.id);
        if (distance <= std::max<std::size_t>(3, area.id.size() / 2)) {
            ranked.emplace_back(distance, area.id);
        }
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < std::min<std::size_t>(3, ranked.size()); ++i) {
        ids.push_back(ranked[i].second);
    }
    return ids;
}

std::string to_text(const TrackKey& key) {
    return key.area + "/" + std::string(name_of(key.side));
}

}  // namespace unknot
