#include "app/shell/picture_desk.h"

#include "app/report/chart_picture.h"

#include <utility>

namespace unknot::shell {

PictureDesk::PictureDesk(PictureHand hand, std::function<void()> wake)
    : hand_(std::move(hand)), worker_(std::move(wake)) {}

void PictureDesk::copy(const views::CopyPicture& wish, const Instant& now,
                       std::function<void(const Result<Done, std::string>&)> then) {
    worker_.add([this, draw = wish.draw, now, then = std::move(then)]() -> Worker::Then {
        auto picture = report::chart_picture(draw, now);
        const auto done =
            picture
                ? hand_({{"image/png", std::move(picture->png)}, {"image/svg+xml", std::move(picture->svg)}})
                : Result<Done, std::string>(Failed{picture.error()});
        return [done, then] { then(done); };
    });
}

}  // namespace unknot::shell
