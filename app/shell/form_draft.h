#pragma once

#include "app/views/log/log.h"

#include <optional>
#include <string>
#include <string_view>

namespace unknot::shell {

/// What is typed into the Log form and not saved: a new session, and an edit that was begun.
struct FormDraft {
    views::LogDraft fresh;                ///< the new session; equal to `LogDraft{}` where nothing is typed
    bool past = false;                    ///< it is an entry of the past: "when" stands first
    std::optional<views::LogDraft> edit;  ///< of a record that is there; its changes are not saved

    [[nodiscard]] bool empty() const;
    friend bool operator==(const FormDraft&, const FormDraft&) = default;
};

/// What the form holds now. An edit that changes nothing is none.
[[nodiscard]] FormDraft form_draft_of(const views::LogState& log);

/// Puts a draft into a form that nobody has touched. What the log holds already was saved and does not come
/// back: a new session whose id is there is dropped, and so is the edit of a record that has gone.
void put_back(const FormDraft& draft, const Snapshot& snapshot, views::LogState& log);

/// The draft as a JSON object, so that it survives closing the window.
[[nodiscard]] std::string form_to_json(const FormDraft& draft);

/// Reads what `form_to_json` wrote; fields that say something else are left unanswered.
[[nodiscard]] FormDraft form_from_json(std::string_view text);

}  // namespace unknot::shell
