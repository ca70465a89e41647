#pragma once

#include "app/views/kit/press.h"

#include <optional>
#include <string_view>

namespace unknot::kit {

/// What became of a notice in this frame.
enum class ToastState : std::uint8_t {
    shown,
    pressed,  ///< its action
    waits,    ///< not shown: it would cover a dialog's buttons
};

/// The notice at the bottom, or at the top where a dialog is in the way: what happened and one action
/// ("Undo"). `opacity` fades it in. `held` tells whether it is pointed at or focused, which makes it stay.
ToastState toast(const Ui& ui, std::string_view text, std::string_view action, float opacity, bool& held);

/// What was pressed in a dialog.
enum class DialogAnswer : std::uint8_t { none, safe, other, closed };

struct DialogTexts {
    std::string_view title;  ///< the question
    std::string_view text;
    std::string_view safe;   ///< primary, has the focus
    std::string_view other;  ///< says what it does; may be empty
    bool other_enabled = true;
};

/// A dialog over the scrim, 392 to 520 wide. `body` (may be empty) draws between text and buttons, within the
/// flow it is given. Esc closes it, but first
/// leaves a field that is typed into. Call each frame while it is open.
template <typename Body>
DialogAnswer dialog(const Ui& ui, std::string_view id, const DialogTexts& texts, Body&& body);
DialogAnswer dialog(const Ui& ui, std::string_view id, const DialogTexts& texts);

/// The parts that `dialog` is made of.
Flow begin_dialog(const Ui& ui, std::string_view id, const DialogTexts& texts);
DialogAnswer end_dialog(const Ui& ui, Flow& flow, const DialogTexts& texts);

template <typename Body>
DialogAnswer dialog(const Ui& ui, std::string_view id, const DialogTexts& texts, Body&& body) {
    Flow flow = begin_dialog(ui, id, texts);
    body(flow);
    return end_dialog(ui, flow, texts);
}

}  // namespace unknot::kit
