#include "app/shell/picture_desk.h"

#include "app/press/press.h"

#include <utility>

namespace unknot::shell {

namespace {

Result<Done, std::string> put(const PictureHand& hand, const press::Draw& draw, const Instant& now) {
    std::vector<platform::ClipboardForm> forms;
    for (const auto& [format, type] : {std::pair(paper::PictureFormat::png, "image/png"),
                                       std::pair(paper::PictureFormat::svg, "image/svg+xml")}) {
        auto file = press::picture_file(draw, format, {{}, now});
        if (!file) {
            return Failed{file.error()};
        }
        forms.push_back({type, *std::move(file)});
    }
    return hand(std::move(forms));
}

}  // namespace

PictureDesk::PictureDesk(PictureHand hand, std::function<void()> wake)
    : hand_(std::move(hand)), worker_(std::move(wake)) {}

void PictureDesk::copy(const views::CopyPicture& wish, const Instant& now,
                       std::function<void(const Result<Done, std::string>&)> then) {
    worker_.add([this, draw = wish.draw, now, then = std::move(then)]() -> Worker::Then {
        const Result<Done, std::string> done = put(hand_, draw, now);
        return [done, then] { then(done); };
    });
}

}  // namespace unknot::shell
