#pragma once

#include "app/domain/instant.h"
#include "app/domain/result.h"
#include "app/platform/picture_clipboard.h"
#include "app/press/press.h"
#include "app/shell/worker.h"
#include "app/views/view.h"

#include <functional>
#include <string>
#include <vector>

namespace unknot::shell {

/// Puts a picture in its forms on the clipboard; fails with the reason. Tests have a stand-in.
using PictureHand = std::function<Result<Done, std::string>(std::vector<platform::ClipboardForm>)>;

/// Draws charts for the clipboard on a thread of its own, so that the window never waits for it.
class PictureDesk {
public:
    /// `hand` may be empty: then there is nowhere to put one. `wake` is called on another thread when
    /// something is there for `deliver`.
    PictureDesk(PictureHand hand, std::function<void()> wake);

    [[nodiscard]] bool takes_pictures() const { return static_cast<bool>(hand_); }

    /// Draws a chart and puts it on the clipboard; `then` gets what came of it from `deliver`.
    void copy(const views::CopyPicture& wish, const Instant& now,
              std::function<void(const Result<Done, std::string>&)> then);

    /// Hands on what is done. True where there was something.
    bool deliver() { return worker_.deliver(); }
    [[nodiscard]] bool busy() const { return worker_.busy(); }

private:
    [[nodiscard]] Result<Done, std::string> put(const press::Draw& draw, const Instant& now) const;

    PictureHand hand_;
    Worker worker_;  ///< last: its thread uses what is above
};

}  // namespace unknot::shell
