#include "app/sample/slots.h"

#include "app/sample/ending.h"

#include <algorithm>
#include <array>

namespace unknot::sample {

namespace {

constexpr std::size_t own_area_from = 100;     ///< sessions
constexpr std::size_t whole_body_from = 1000;  ///< sessions
constexpr const char* own_area_id = "own_5a3c1e70";

struct Favourite {
    const char* area;
    Side side;
};
constexpr std::array<Favourite, 8> favourites{{{"upper_trapezius", Side::right},
                                               {"shoulder_blade", Side::left},
                                               {"thigh_front", Side::both},
                                               {"buttock", Side::right},
                                               {"levator_scapulae", Side::left},
                                               {"jaw", Side::both},
                                               {"mid_back", Side::center},
                                               {"hand", Side::right}}};

/// Whether a slot has records for that side: its own, or those of both.
bool looked_after(const std::vector<Slot>& slots, const std::string& area, Side side) {
    return std::any_of(slots.begin(), slots.end(), [&](const Slot& slot) {
        return slot.area == area && (slot.side == side || slot.side == Side::both);
    });
}

void add_rest_of_body(std::vector<Slot>& slots, LocalDay today) {
    const AreaCatalogue catalogue;
    for (const Area& area : catalogue.all()) {
        for (const Side side : {Side::left, Side::right, Side::center}) {
            if (area.sides.has(side) && !looked_after(slots, area.id, side)) {
                slots.push_back({area.id, side, static_cast<int>(slots.size() % 3), {}, today});
            }
        }
    }
}

}  // namespace

std::vector<Slot> slots_for(const Extent& extent, LocalDay today) {
    std::vector<Slot> slots;
    for (const Ending& ending : endings()) {
        slots.push_back({std::string(ending.area), ending.side, 1, {}, today - ending_days});
    }
    for (const Area& area : own_areas_for(extent, {})) {
        slots.push_back({area.id, Side::left, 1, {}, today});
    }
    for (const Favourite& favourite : favourites) {
        slots.push_back({favourite.area, favourite.side, static_cast<int>(slots.size() % 3), {}, today});
    }
    if (extent.sessions >= whole_body_from) {
        add_rest_of_body(slots, today);
    }
    for (Slot& slot : slots) {
        slot.busy_until = LocalDay{-1'000'000};  // long before any log
    }
    return slots;
}

std::vector<Area> own_areas_for(const Extent& extent, const words::Catalogue& words) {
    if (extent.sessions < own_area_from) {
        return {};
    }
    Area area;
    area.id = own_area_id;
    area.name = words.text("Beside the old scar");
    area.region = "own";
    area.sides = {.left = true, .right = false, .center = false};
    area.own = true;
    return {area};
}

}  // namespace unknot::sample
