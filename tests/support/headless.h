#pragma once

#include <imgui.h>

namespace unknot::tests {

/// A Dear ImGui context without a window: frames are laid out and drawn into lists that nobody shows.
class Headless {
public:
    Headless(float width, float height);
    ~Headless();
    Headless(const Headless&) = delete;
    Headless& operator=(const Headless&) = delete;

    /// Ends a frame as a window does, and answers what it asks of a renderer with textures.
    static void render();
};

}  // namespace unknot::tests
