#pragma once

#include "app/look/theme.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace unknot::kit {

/// Which drawing a key is of; the rest of a key says how it looks.
enum class ShapeKind : std::uint32_t { fill, outline, icon, badge, mini_body, body_view };

/// All that a drawing depends on but where it stands: equal keys, equal triangles.
class ShapeKey {
public:
    explicit ShapeKey(ShapeKind kind) { add(static_cast<std::uint32_t>(kind)); }

    ShapeKey& add(std::uint32_t part) {
        IM_ASSERT(count_ < parts_.size());
        parts_[count_++] = part;
        return *this;
    }
    ShapeKey& add(float part) { return add(std::bit_cast<std::uint32_t>(part)); }
    ShapeKey& add(look::Colour part) { return add(IM_COL32(part.r, part.g, part.b, part.a)); }
    ShapeKey& add(std::uint64_t part) {
        return add(static_cast<std::uint32_t>(part)).add(static_cast<std::uint32_t>(part >> 32U));
    }

    friend bool operator==(const ShapeKey&, const ShapeKey&) = default;
    [[nodiscard]] std::size_t hash() const {
        std::uint64_t mixed = 0;
        for (const std::uint32_t part : parts_) {
            mixed = (mixed ^ part) * 0x9E3779B97F4A7C15U;
            mixed ^= mixed >> 32U;
        }
        return static_cast<std::size_t>(mixed);
    }

private:
    std::array<std::uint32_t, 12> parts_{};
    std::size_t count_ = 0;
};

/// Drawings as the triangles that they come to. The window draws the same icons, rounded surfaces and bodies
/// in every frame: the first time Dear ImGui makes them, after that they are copied to where they stand now.
/// Belongs to the Dear ImGui context that is current when it is made, and ends before that; in a context
/// without one everything is drawn anew.
class ShapeCache {
public:
    ShapeCache() { ImGui::GetIO().UserData = this; }
    ~ShapeCache() { ImGui::GetIO().UserData = nullptr; }
    ShapeCache(const ShapeCache&) = delete;
    ShapeCache& operator=(const ShapeCache&) = delete;

    /// The current context's; null where it has none.
    [[nodiscard]] static ShapeCache* current() { return static_cast<ShapeCache*>(ImGui::GetIO().UserData); }

    /// Before each frame: lets go of what the last one did not show, where much is kept.
    void begin_frame();

    /// Draws what is kept under the key, with its origin at `at`; false where nothing is.
    bool draw(ImDrawList& list, const ShapeKey& key, const ImVec2& at);

    /// Where a list stands before something is drawn into it, and what was drawn into it since: that is kept
    /// under the key.
    struct Mark {
        int vertices, indices, commands;
        unsigned int first;  ///< the number of its first vertex
    };
    [[nodiscard]] static Mark mark(const ImDrawList& list);
    void keep(const ImDrawList& list, const Mark& before, const ShapeKey& key, const ImVec2& at);

    [[nodiscard]] std::size_t kept_bytes() const { return bytes_; }

private:
    struct Hash {
        std::size_t operator()(const ShapeKey& key) const { return key.hash(); }
    };
    struct Shape {
        std::vector<ImDrawVert> vertices;  ///< the origin at 0, 0
        std::vector<ImDrawIdx> indices;    ///< the first vertex is number 0
        int frame = 0;                     ///< the last one that showed it
    };
    void follow_atlas();

    std::unordered_map<ShapeKey, Shape, Hash> shapes_;
    std::size_t bytes_ = 0;
    int frame_ = 0;
    ImVec2 white_{};  ///< where the atlas has its white pixel and its lines: triangles name both
    ImVec4 line_{};
};

/// Draws into the current window's list what `draw(list, at)` draws, with its origin at `at`; `draw` is only
/// called where that is not kept yet.
template <typename Draw>
void draw_kept(const ShapeKey& key, const ImVec2& at, const Draw& draw) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ShapeCache* const cache = ShapeCache::current();
    if (cache == nullptr) {
        draw(list, at);
    } else if (!cache->draw(list, key, at)) {
        const ShapeCache::Mark before = ShapeCache::mark(list);
        draw(list, at);
        cache->keep(list, before, key, at);
    }
}

/// False where nothing of the rectangle, and of `more` pixels round it, can be seen in the current window.
[[nodiscard]] inline bool in_sight(const ImRect& rect, float more = 0) {
    const ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 from = list.GetClipRectMin();
    const ImVec2 to = list.GetClipRectMax();
    return rect.Max.y + more >= from.y && rect.Min.y - more <= to.y && rect.Max.x + more >= from.x &&
           rect.Min.x - more <= to.x;
}

}  // namespace unknot::kit
