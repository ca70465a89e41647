#include "app/shell/user_textures.h"

#include <imgui_internal.h>

#include <algorithm>

namespace unknot::shell {

UserTextures::~UserTextures() {
    // No frame is drawn any more: what the renderer holds goes with its context.
    for (auto* list : {&alive_, &dying_}) {
        for (ImTextureData* texture : *list) {
            forget(texture);
        }
    }
}

ImTextureData& UserTextures::make(int width, int height) {
    auto* texture = IM_NEW(ImTextureData)();
    texture->Create(ImTextureFormat_RGBA32, width, height);
    ImGui::RegisterUserTexture(texture);
    alive_.push_back(texture);
    return *texture;
}

void UserTextures::give_back(ImTextureData& texture) {
    alive_.erase(std::find(alive_.begin(), alive_.end(), &texture));
    dying_.push_back(&texture);
}

void UserTextures::begin_frame() {
    std::vector<ImTextureData*> still;
    for (ImTextureData* texture : dying_) {
        if (texture->Status == ImTextureStatus_OK) {
            texture->UnusedFrames = 1;  // the renderer waits for this
            texture->SetStatus(ImTextureStatus_WantDestroy);
        }
        if (texture->Status == ImTextureStatus_WantDestroy) {
            still.push_back(texture);
        } else {
            forget(texture);  // destroyed, or never uploaded
        }
    }
    dying_ = std::move(still);
}

void UserTextures::forget(ImTextureData* texture) {
    if (texture->RefCount > 0) {
        ImGui::UnregisterUserTexture(texture);
    }
    // The list of the last frame still names it until the next one ends.
    ImGui::GetPlatformIO().Textures.find_erase(texture);
    IM_DELETE(texture);
}

}  // namespace unknot::shell
