#include "tests/support/item_recorder.h"

#include <cstring>

using unknot::tests::ItemRecorder;

// Dear ImGui's test hooks; the context's TestEngine is our recorder.

void ImGuiTestEngineHook_ItemAdd(ImGuiContext* context, ImGuiID id, const ImRect& rect,
                                 const ImGuiLastItemData*) {
    if (auto* recorder = static_cast<ItemRecorder*>(context->TestEngine); recorder != nullptr && id != 0) {
        recorder->item_added(id, rect);
    }
}

void ImGuiTestEngineHook_ItemInfo(ImGuiContext* context, ImGuiID id, const char* label,
                                  ImGuiItemStatusFlags) {
    if (auto* recorder = static_cast<ItemRecorder*>(context->TestEngine); recorder != nullptr && id != 0) {
        recorder->item_named(id, label);
    }
}

void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}

const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) {
    return nullptr;
}

namespace unknot::tests {

void ItemRecorder::attach() {
    ImGuiContext& context = *ImGui::GetCurrentContext();
    context.TestEngine = this;
    context.TestEngineHookItems = true;
}

void ItemRecorder::begin_frame() {
    added_.clear();
    items_.clear();
    texts_.clear();
}

void ItemRecorder::item_added(ImGuiID id, const ImRect& rect) {
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    const ImGuiItemFlags flags = context.LastItemData.ItemFlags;
    added_[id] = {id,
                  {},
                  rect,
                  context.CurrentWindow,
                  (context.CurrentItemFlags & ImGuiItemFlags_Disabled) != 0,
                  false,
                  (flags & ImGuiItemFlags_AllowOverlap) != 0};
}

void ItemRecorder::item_named(ImGuiID id, std::string_view label) {
    const auto found = added_.find(id);
    if (found == added_.end() || label.empty()) {
        return;
    }
    SeenItem item = found->second;
    // A field's label is "##name": people read the name beside it.
    item.label = label.starts_with("##") ? label.substr(2) : label;
    item.control =
        item.window->ID != id && item.window->GetID(label.data(), label.data() + label.size()) == id;
    items_.push_back(std::move(item));
}

void ItemRecorder::text_drawn(std::string_view text, const ImRect& rect, const ImRect& clip) {
    texts_.push_back({std::string(text), rect, clip, ImGui::GetCurrentContext()->CurrentWindow});
}

const SeenItem* ItemRecorder::find(std::string_view label, std::size_t nth) const {
    for (const SeenItem& item : items_) {
        if (item.label == label && nth-- == 0) {
            return &item;
        }
    }
    return nullptr;
}

}  // namespace unknot::tests
