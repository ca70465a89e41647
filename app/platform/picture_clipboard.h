#pragma once

#include "app/domain/result.h"

#include <memory>
#include <string>
#include <vector>

namespace unknot::platform {

/// One of the forms in which a thing on the clipboard can be had.
struct ClipboardForm {
    std::string type;  ///< "image/png"
    std::string bytes;
};

/// Puts pictures on the clipboard of the X11 display that the environment names (ICCCM 2, "Peer-to-Peer
/// Communication by Means of Selections"); GLFW's clipboard takes text only. Who pastes asks for the bytes
/// later, so a thread and a hidden window of their own answer until somebody else copies something.
class PictureClipboard {
public:
    PictureClipboard();
    /// Hands what is there to the desktop's clipboard manager, where there is one, and ends.
    ~PictureClipboard();
    PictureClipboard(const PictureClipboard&) = delete;
    PictureClipboard& operator=(const PictureClipboard&) = delete;

    /// From now on the clipboard holds this. Fails with the reason, in English, where there is no X11 display
    /// or it gives the clipboard to somebody else.
    [[nodiscard]] Result<Done, std::string> put(std::vector<ClipboardForm> forms);

private:
    class Owner;
    std::unique_ptr<Owner> owner_;  ///< of what was put there last
};

}  // namespace unknot::platform
