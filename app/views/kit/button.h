#pragma once

#include "app/views/kit/press.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace unknot::kit {

enum class ButtonKind : std::uint8_t {
    primary,  ///< one a screen
    plain,
    quiet,  ///< text in the accent colour, no frame
};

struct ButtonOptions {
    ButtonKind kind = ButtonKind::plain;
    std::optional<look::IconName> icon;
    float height_units = look::control::height;
    std::string_view second_line;  ///< small, muted, under the label
    bool enabled = true;
    std::string_view tooltip;  ///< also says why where it is not enabled
    bool icon_only = false;    ///< the label is its name and tooltip, not drawn
};

/// As wide as the label, the icon and the padding need, in pixels.
[[nodiscard]] float button_width(const Ui& ui, std::string_view label, const ButtonOptions& options = {});

/// True when pressed.
bool button(const Ui& ui, const ImRect& rect, std::string_view label, const ButtonOptions& options = {});

/// A button at a place, as wide as it needs.
bool button_at(const Ui& ui, const ImVec2& at, std::string_view label, const ButtonOptions& options = {});

/// A button whose right edge is at `right`; moves `right` to the left of it, with a gap.
bool button_before(const Ui& ui, float& right, float y, std::string_view label,
                   const ButtonOptions& options = {});

/// Two to four short words that exclude each other, equally wide in `rect`. Returns the one pressed.
std::optional<std::size_t> segmented(const Ui& ui, const ImRect& rect, std::string_view id,
                                     std::span<const std::string> words, std::optional<std::size_t> chosen);

/// The same over the whole width of the flow; in several rows where the words have no room in one.
std::optional<std::size_t> segmented(const Ui& ui, Flow& flow, std::string_view id,
                                     std::span<const std::string> words, std::optional<std::size_t> chosen);

/// As wide as the words need in one row.
[[nodiscard]] float segmented_width(const Ui& ui, std::span<const std::string> words);

/// A switch, 40 x 24 units, its top right at (right, y). True when pressed.
bool toggle(const Ui& ui, float right, float y, std::string_view label, bool on);

/// A switch at the right of the flow, beside what it is and, smaller, what its setting means. True when
/// pressed.
bool toggle_row(const Ui& ui, Flow& flow, std::string_view label, std::string_view meaning, bool on);

/// A round chip that grows by a tick when chosen.
struct ChipOptions {
    bool chosen = false;
    bool enabled = true;
    std::string_view key;  ///< a key shown behind the word
};
[[nodiscard]] float chip_width(const Ui& ui, std::string_view label, const ChipOptions& options);
bool chip(const Ui& ui, const ImVec2& at, std::string_view label, const ChipOptions& options);

/// Chips one after another that wrap within the flow. Returns the one pressed.
struct Chip {
    std::string label;
    ChipOptions options;
};
std::optional<std::size_t> chips(const Ui& ui, Flow& flow, std::string_view id, std::span<const Chip> all);

}  // namespace unknot::kit
