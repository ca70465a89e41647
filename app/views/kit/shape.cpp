#include "app/views/kit/shape.h"

#include <algorithm>

namespace unknot::kit {

namespace {

/// Across an edge, one long; nothing for an edge without length.
ImVec2 across(const ImVec2& from, const ImVec2& to) {
    const ImVec2 along(to.x - from.x, to.y - from.y);
    const float length = std::hypot(along.x, along.y);
    return length > 0 ? ImVec2(along.y / length, -along.x / length) : ImVec2(0, 0);
}

/// Twice the ring's area, negative where it turns the other way.
float turned_area(std::span<const ImVec2> ring) {
    float area = 0;
    ImVec2 from = ring.back();
    for (const ImVec2& to : ring) {
        area += from.x * to.y - from.y * to.x;
        from = to;
    }
    return area;
}

/// From a corner half a pixel outwards, so far that both edges move by it; sharp corners are cut short.
ImVec2 half_pixel_out(const ImVec2& before, const ImVec2& at, const ImVec2& after, float outwards) {
    const ImVec2 first = across(before, at);
    const ImVec2 second = across(at, after);
    const ImVec2 sum((first.x + second.x) / 2, (first.y + second.y) / 2);
    const float squared = std::max(sum.x * sum.x + sum.y * sum.y, 0.25F);
    return {sum.x / squared * outwards / 2, sum.y / squared * outwards / 2};
}

}  // namespace

void fill_triangles(std::span<const ImVec2> ring, std::span<const std::uint16_t> triangles,
                    look::Colour colour) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const std::size_t count = ring.size();
    const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
    const ImU32 inside = to_u32(colour);
    const ImU32 nothing = inside & ~static_cast<ImU32>(IM_COL32_A_MASK);
    list.PrimReserve(static_cast<int>(triangles.size() + 6 * count), static_cast<int>(2 * count));
    // Each corner is two points: one inside, and one outside where the colour has faded away.
    const unsigned first = list._VtxCurrentIdx;
    const auto index = [&](std::size_t corner, unsigned outer) {
        list.PrimWriteIdx(static_cast<ImDrawIdx>(first + 2 * static_cast<unsigned>(corner) + outer));
    };
    for (const std::uint16_t corner : triangles) {
        index(corner, 0);
    }
    const float outwards = turned_area(ring) > 0 ? 1.0F : -1.0F;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t next = (i + 1) % count;
        const ImVec2 out = half_pixel_out(ring[(i + count - 1) % count], ring[i], ring[next], outwards);
        index(i, 0);
        index(next, 0);
        index(next, 1);
        index(next, 1);
        index(i, 1);
        index(i, 0);
        list.PrimWriteVtx({ring[i].x - out.x, ring[i].y - out.y}, white, inside);
        list.PrimWriteVtx({ring[i].x + out.x, ring[i].y + out.y}, white, nothing);
    }
}

}  // namespace unknot::kit
