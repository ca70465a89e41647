#pragma once

#include <imgui.h>

#include <vector>

namespace unknot::shell {

/// Textures of our own beside Dear ImGui's: made while a frame is drawn, uploaded before it is shown, and
/// destroyed by the renderer once no frame needs them.
class UserTextures {
public:
    UserTextures() = default;
    ~UserTextures();
    UserTextures(const UserTextures&) = delete;
    UserTextures& operator=(const UserTextures&) = delete;

    /// Clear pixels (RGBA, straight alpha), to be filled before the frame ends.
    [[nodiscard]] ImTextureData& make(int width, int height);

    /// Gives one back; this frame may still show it.
    void give_back(ImTextureData& texture);

    /// Before each frame: has what was given back destroyed, and forgets what is.
    void begin_frame();

    /// Alive or waiting to be destroyed.
    [[nodiscard]] std::size_t count() const { return alive_.size() + dying_.size(); }

private:
    static void forget(ImTextureData* texture);

    std::vector<ImTextureData*> alive_;
    std::vector<ImTextureData*> dying_;
};

}  // namespace unknot::shell
