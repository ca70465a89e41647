#pragma once

#include "app/settings/draft_store.h"
#include "app/shell/form_draft.h"
#include "app/shell/session.h"

#include <optional>
#include <string>

namespace unknot::shell {

/// Keeps the running timer and what is typed into the Log form in files of their own, so that both survive
/// closing the window, and a crash up to the last second. Looks at one's own log only, never at the sample.
class DraftKeeper {
public:
    /// `state_folder`: where drafts are kept; empty: nowhere. `log`: the file they belong to.
    DraftKeeper(const std::filesystem::path& state_folder, std::filesystem::path log);

    /// Brings back what was kept.
    void load(Session& session);

    /// Keeps what has changed, what is typed at most once a second: a file is on the disk before this
    /// returns. `seconds`: the window's clock. A problem comes back in the system's words.
    [[nodiscard]] std::optional<std::string> keep(Session& session, double seconds);

    /// The same, at once: the window closes.
    [[nodiscard]] std::optional<std::string> keep_now(Session& session);

    /// When `keep` has something to do though nothing happens.
    [[nodiscard]] std::optional<double> next(double seconds) const;

private:
    void follow(Session& session);
    [[nodiscard]] std::optional<std::string> keep_timer(Session& session);
    [[nodiscard]] std::optional<std::string> keep_form(Session& session);

    bool nowhere_;
    settings::DraftStore store_;
    std::filesystem::path log_;
    views::Timer kept_timer_;
    FormDraft kept_form_;
    double kept_at_ = 0;    ///< seconds of the window's clock
    bool waiting_ = false;  ///< the form has changed and is not kept yet
};

}  // namespace unknot::shell
