#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unknot {

/// Where on the area. `both` is a session or check-in on left and right at once: it feeds both tracks.
enum class Side : std::uint8_t { left, right, center, both };

constexpr std::array<std::string_view, 4> side_names{"left", "right", "center", "both"};

[[nodiscard]] constexpr std::string_view name_of(Side side) {
    return side_names[static_cast<std::size_t>(side)];
}
[[nodiscard]] std::optional<Side> side_named(std::string_view name);

/// Which sides an area has.
struct AreaSides {
    bool left = false;
    bool right = false;
    bool center = false;

    /// `both` is had where left and right are.
    [[nodiscard]] bool has(Side side) const;
    /// From now on it has this one too; `both` gives left and right.
    void add(Side side);
    friend bool operator==(const AreaSides&, const AreaSides&) = default;
};

/// The two drawings of the body.
enum class BodyView : std::uint8_t { front, back };

/// Where an own area is marked on a drawing of the body, in thousandths of its width from the drawing's left
/// edge and of its height from the top: 0 to 1000 each.
struct MapPlace {
    BodyView view = BodyView::front;
    std::int32_t x = 0;
    std::int32_t y = 0;

    friend bool operator==(const MapPlace&, const MapPlace&) = default;
};

/// An area of the body. Built-in ones come from areas.json; own ones were added by the user. An id never
/// changes once released and is never reused; a retired area keeps its records and its name.
struct Area {
    std::string id;  ///< built-in: snake case; own: "own_" and a UUID (or its first digits)
    std::string
        name;  ///< English for built-in areas (words has the phrases), the user's own words for own ones
    std::string muscle;  ///< empty for own areas
    std::string region;
    AreaSides sides;
    bool front = false;  ///< drawn on the front view
    bool back = false;   ///< drawn on the back view
    bool own = false;
    bool retired = false;                              ///< offered no more for new records
    std::optional<MapPlace> map_place = std::nullopt;  ///< own areas only; empty: not marked on the map

    friend bool operator==(const Area&, const Area&) = default;
};

/// All areas that a log knows: the built-in ones in their own order, then the user's.
class AreaCatalogue {
public:
    /// The built-in areas and `own`.
    explicit AreaCatalogue(std::vector<Area> own = {});

    [[nodiscard]] const Area* find(std::string_view id) const;
    [[nodiscard]] const std::vector<Area>& all() const { return areas_; }
    [[nodiscard]] std::vector<Area> own() const;

    /// These areas and `own`, each in the place of the own one of its id where there is one.
    [[nodiscard]] AreaCatalogue with_own(const std::vector<Area>& own) const;

    /// The ids nearest to a mistyped one, best first, at most three, for a helpful refusal.
    [[nodiscard]] std::vector<std::string> nearest(std::string_view id) const;

private:
    std::vector<Area> areas_;
};

/// One line of ratings: an area on one side. Never `both`.
struct TrackKey {
    std::string area;
    Side side = Side::left;

    friend auto operator<=>(const TrackKey&, const TrackKey&) = default;
};

/// "upper_trapezius/left", as files and the reference model write it.
[[nodiscard]] std::string to_text(const TrackKey& key);

}  // namespace unknot
