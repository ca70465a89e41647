#pragma once

#include "app/domain/result.h"
#include "app/platform/portal.h"
#include "app/shell/worker.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace unknot::shell {

/// What somebody chose in a dialog: nothing where they chose none; the reason where there was no dialog.
using ChosenPath = Result<std::optional<std::filesystem::path>, std::string>;

/// What came of printing: false where somebody chose not to; the reason where it was not possible.
using Printed = Result<bool, std::string>;

/// The desktop's own dialogs, as platform/portal.h has them; tests have a stand-in. Each is called on a
/// thread of its own and waits until `cancel` or an answer ends it.
struct DialogHands {
    std::function<platform::PortalOffers(const platform::Cancel& cancel)> look = [](const platform::Cancel&) {
        return platform::PortalOffers{};
    };
    std::function<ChosenPath(const platform::PathQuestion&, const platform::Cancel& cancel)> choose =
        [](const platform::PathQuestion&, const platform::Cancel&) -> ChosenPath {
        return Failed{std::string("there is no desktop")};
    };
    std::function<Printed(const std::string& title, const platform::MakePdf&, const platform::Cancel& cancel)>
        print = [](const std::string&, const platform::MakePdf&, const platform::Cancel&) -> Printed {
        return Failed{std::string("there is no desktop")};
    };
};

/// The portal's dialogs over a window, which it knows under this name: "x11:2a00007", or an empty one.
[[nodiscard]] DialogHands desktop_dialogs(const std::string& parent_window);

/// Keeps the desktop's dialogs on threads of their own, so that the window never waits for one. A question
/// closes the dialog of the one before of its kind.
class Dialogs {
public:
    /// `wake` is called on another thread when something is there for `deliver`.
    Dialogs(DialogHands hands, const std::function<void()>& wake);
    /// Closes what is open.
    ~Dialogs();
    Dialogs(const Dialogs&) = delete;
    Dialogs& operator=(const Dialogs&) = delete;

    /// Asks, once, which dialogs there are.
    void look();
    /// What there is, as far as the desktop has answered.
    [[nodiscard]] const platform::PortalOffers& offers() const { return offers_; }

    /// Asks for a path; `question` is made on the other thread. `then` gets the answer from `deliver`, unless
    /// another question came in between.
    void choose(std::function<platform::PathQuestion()> question, std::function<void(ChosenPath)> then);

    /// Shows the print dialog, then prints what `make` makes; it is given what asks it to stop. `then` as in
    /// `choose`.
    void print(const std::string& title,
               std::function<Result<std::optional<std::string>, std::string>(const platform::Cancel&)> make,
               std::function<void(Printed)> then);

    /// Hands on what was answered. True where there was something.
    bool deliver();
    /// True until everything that was asked is answered and delivered.
    [[nodiscard]] bool busy() const { return paths_.busy() || prints_.busy(); }

private:
    DialogHands hands_;
    bool looked_ = false;
    platform::PortalOffers offers_;
    platform::Cancel looking_;
    platform::Cancel choosing_;
    platform::Cancel printing_;
    Worker paths_;   ///< last, as the next: their threads use what is above
    Worker prints_;  ///< of its own: a long report on its way to the printer holds up no other dialog
};

}  // namespace unknot::shell
