#include "app/shell/picture_desk.h"

#include "app/press/press.h"

#include <utility>

namespace unknot::shell {

/// In the colours of paper, whatever the window's are: two pixels for each unit, and as vectors.
Result<Done, std::string> PictureDesk::put(const press::Draw& draw, const Instant& now) const {
    auto png = press::picture_file(draw, paper::PictureFormat::png, {{}, now});
    if (!png) {
        return Failed{png.error()};
    }
    auto svg = press::picture_file(draw, paper::PictureFormat::svg, {{}, now});
    if (!svg) {
        return Failed{svg.error()};
    }
    return hand_({{"image/png", *std::move(png)}, {"image/svg+xml", *std::move(svg)}});
}

PictureDesk::PictureDesk(PictureHand hand, std::function<void()> wake)
    : hand_(std::move(hand)), worker_(std::move(wake)) {}

void PictureDesk::copy(const views::CopyPicture& wish, const Instant& now,
                       std::function<void(const Result<Done, std::string>&)> then) {
    worker_.add([this, draw = wish.draw, now, then = std::move(then)]() -> Worker::Then {
        const Result<Done, std::string> done = put(draw, now);
        return [done, then] { then(done); };
    });
}

}  // namespace unknot::shell
