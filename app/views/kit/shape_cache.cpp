#include "app/views/kit/shape_cache.h"

#include <algorithm>

namespace unknot::kit {

namespace {

/// Several screens' worth; what the frame before showed stays all the same.
constexpr std::size_t most_shape_bytes = std::size_t{4} * 1024 * 1024;

bool same(const ImVec2& a, const ImVec2& b) {
    return a.x == b.x && a.y == b.y;
}

bool same(const ImVec4& a, const ImVec4& b) {
    return a.x == b.x && a.y == b.y && a.z == b.z && a.w == b.w;
}

}  // namespace

void ShapeCache::begin_frame() {
    if (bytes_ > most_shape_bytes) {
        std::erase_if(shapes_, [this](const auto& kept) { return kept.second.frame < frame_; });
        bytes_ = 0;
        for (const auto& [key, shape] : shapes_) {
            bytes_ += shape.vertices.size() * sizeof(ImDrawVert) + shape.indices.size() * sizeof(ImDrawIdx);
        }
    }
    ++frame_;
}

/// The font atlas moves its parts when it grows, in the middle of a frame too.
void ShapeCache::follow_atlas() {
    const ImDrawListSharedData& data = *ImGui::GetDrawListSharedData();
    const ImVec4 line = data.TexUvLines != nullptr ? data.TexUvLines[1] : ImVec4();
    if (!same(white_, data.TexUvWhitePixel) || !same(line_, line)) {
        white_ = data.TexUvWhitePixel;
        line_ = line;
        shapes_.clear();
        bytes_ = 0;
    }
}

bool ShapeCache::draw(ImDrawList& list, const ShapeKey& key, const ImVec2& at) {
    follow_atlas();
    const auto found = shapes_.find(key);
    if (found == shapes_.end()) {
        return false;
    }
    Shape& shape = found->second;
    shape.frame = frame_;
    list.PrimReserve(static_cast<int>(shape.indices.size()), static_cast<int>(shape.vertices.size()));
    ImDrawVert* vertices = list._VtxWritePtr;
    // Field by field: copied whole, each goes through memory twice.
    for (const ImDrawVert& kept : shape.vertices) {
        vertices->pos = {kept.pos.x + at.x, kept.pos.y + at.y};
        vertices->uv = kept.uv;
        vertices->col = kept.col;
        ++vertices;
    }
    const auto first = static_cast<ImDrawIdx>(list._VtxCurrentIdx);
    list._IdxWritePtr =
        std::transform(shape.indices.begin(), shape.indices.end(), list._IdxWritePtr,
                       [first](ImDrawIdx index) { return static_cast<ImDrawIdx>(index + first); });
    list._VtxWritePtr = vertices;
    list._VtxCurrentIdx += static_cast<unsigned int>(shape.vertices.size());
    return true;
}

ShapeCache::Mark ShapeCache::mark(const ImDrawList& list) {
    return {list.VtxBuffer.Size, list.IdxBuffer.Size, list.CmdBuffer.Size, list._VtxCurrentIdx};
}

void ShapeCache::keep(const ImDrawList& list, const Mark& before, const ShapeKey& key, const ImVec2& at) {
    const int count = list.VtxBuffer.Size - before.vertices;
    const bool in_one_piece = list.CmdBuffer.Size == before.commands &&
                              list._VtxCurrentIdx == before.first + static_cast<unsigned int>(count);
    if (!in_one_piece) {
        return;  // a list counts its vertices anew where it has too many: next time then
    }
    Shape shape;
    shape.frame = frame_;
    shape.vertices.assign(list.VtxBuffer.Data + before.vertices, list.VtxBuffer.Data + list.VtxBuffer.Size);
    for (ImDrawVert& vertex : shape.vertices) {
        vertex.pos.x -= at.x;
        vertex.pos.y -= at.y;
    }
    shape.indices.assign(list.IdxBuffer.Data + before.indices, list.IdxBuffer.Data + list.IdxBuffer.Size);
    for (ImDrawIdx& index : shape.indices) {
        index = static_cast<ImDrawIdx>(index - before.first);
    }
    bytes_ += shape.vertices.size() * sizeof(ImDrawVert) + shape.indices.size() * sizeof(ImDrawIdx);
    shapes_.insert_or_assign(key, std::move(shape));
}

}  // namespace unknot::kit
