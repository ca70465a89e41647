#pragma once

#include "app/views/kit/press.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace unknot::kit {

struct FieldOptions {
    std::string_view hint;               ///< never the only label
    std::optional<look::IconName> icon;  ///< inside, at the left
    bool accepted = true;                ///< false: the outline says that the text is not accepted
    bool multi_line = false;
    bool secret = false;                              ///< shows dots; single line
    bool take_focus = false;                          ///< puts the keyboard's focus here in this frame
    std::size_t most_bytes = std::size_t{64} * 1024;  ///< longer input is not taken
};

/// What happened to a field.
struct FieldEdit {
    bool changed = false;
    bool entered = false;  ///< Enter was pressed (single line)
    bool active = false;   ///< it has the keyboard
    bool left = false;     ///< it lost the keyboard after an edit
};

/// A text field. `label` is its id and what tests and the keyboard find it by.
FieldEdit text_field(const Ui& ui, const ImRect& rect, std::string_view label, std::string& text,
                     const FieldOptions& options = {});

/// How a field's text is read, below it, where the field itself can only show its characters one by one:
/// shaped and in the order of its script. Takes no room for any other text.
void field_reading(const Ui& ui, Flow& flow, std::string_view text);

/// The line below a field whose text is not accepted: bold, says what is accepted.
void field_complaint(const Ui& ui, Flow& flow, std::string_view text);

struct DropdownItem {
    std::string label;
    std::string detail;  ///< muted, flush right; may be empty
    bool chosen = false;
};

struct DropdownOptions {
    std::optional<look::IconName> icon;
    bool searchable = false;    ///< a field on top that filters; for long lists
    std::string_view if_empty;  ///< muted, where nothing is chosen
    bool stays_open = false;    ///< several are chosen one after the other
};

/// A field that opens a list. `shown`: what stands in it. Returns the item pressed.
std::optional<std::size_t> dropdown(const Ui& ui, const ImRect& rect, std::string_view label,
                                    std::string_view shown, std::span<const DropdownItem> items,
                                    const DropdownOptions& options = {});

/// The id of a dropdown's list, to open it with `open_menu` from the same window and scope.
[[nodiscard]] std::string dropdown_menu_id(std::string_view label);

/// Opens a popup of rows below a rectangle while `id`'s popup is open; used by dropdowns and row menus.
/// Enter in the field of a searchable one takes the first row that was found. A press closes it unless it
/// `stays_open`. Returns the item pressed.
std::optional<std::size_t> menu(const Ui& ui, const ImRect& anchor, std::string_view id,
                                std::span<const DropdownItem> items, bool searchable,
                                bool stays_open = false);
void open_menu(std::string_view id);

}  // namespace unknot::kit
