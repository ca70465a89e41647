#include "app/shell/dialogs.h"

#include <utility>

namespace unknot::shell {

DialogHands desktop_dialogs(const std::string& parent_window) {
    DialogHands hands;
    hands.look = platform::portal_offers;
    hands.choose = [parent_window](const platform::PathQuestion& question, const platform::Cancel& cancel) {
        return platform::choose_path(parent_window, question, cancel);
    };
    hands.print = [parent_window](const std::string& title, const platform::MakePdf& make,
                                  const platform::Cancel& cancel) {
        return platform::print_pdf(parent_window, title, make, cancel);
    };
    return hands;
}

Dialogs::Dialogs(DialogHands hands, const std::function<void()>& wake)
    : hands_(std::move(hands)), paths_(wake), prints_(wake) {}

Dialogs::~Dialogs() {
    // The workers wait for what they are doing.
    looking_.cancel();
    choosing_.cancel();
    printing_.cancel();
}

void Dialogs::look() {
    if (std::exchange(looked_, true)) {
        return;
    }
    paths_.add([this]() -> Worker::Then {
        const platform::PortalOffers found = hands_.look(looking_);
        return [this, found] { offers_ = found; };
    });
}

void Dialogs::choose(std::function<platform::PathQuestion()> question, std::function<void(ChosenPath)> then) {
    choosing_.cancel();
    choosing_ = platform::Cancel();
    paths_.add(
        [this, question = std::move(question), then = std::move(then), cancel = choosing_]() -> Worker::Then {
            if (cancel.cancelled()) {
                return [] {};
            }
            ChosenPath chosen = hands_.choose(question(), cancel);
            return [chosen = std::move(chosen), then, cancel] {
                if (!cancel.cancelled()) {
                    then(chosen);
                }
            };
        });
}

void Dialogs::print(
    const std::string& title,
    std::function<Result<std::optional<std::string>, std::string>(const platform::Cancel&)> make,
    std::function<void(Printed)> then) {
    printing_.cancel();
    printing_ = platform::Cancel();
    prints_.add(
        [this, title, make = std::move(make), then = std::move(then), cancel = printing_]() -> Worker::Then {
            if (cancel.cancelled()) {
                return [] {};
            }
            Printed printed = hands_.print(
                title, [make, cancel] { return make(cancel); }, cancel);
            return [printed = std::move(printed), then, cancel] {
                if (!cancel.cancelled()) {
                    then(printed);
                }
            };
        });
}

bool Dialogs::deliver() {
    const bool paths = paths_.deliver();
    return prints_.deliver() || paths;
}

}  // namespace unknot::shell
