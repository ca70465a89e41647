#pragma once

#include "app/views/kit/press.h"
#include "app/views/kit/tier.h"

#include <optional>
#include <string_view>

namespace unknot::kit {

/// A card as wide as the flow. What is drawn while it lives goes inside `inner`; when it ends, its surface is
/// drawn behind that and the flow stands below it. Never inside another card.
class Card {
public:
    /// `pad_units`: between edge and content. `band` colours are drawn by `band` below.
    explicit Card(const Ui& ui, Flow& outer, float pad_units = look::control::card_pad);
    ~Card();
    Card(const Card&) = delete;
    Card& operator=(const Card&) = delete;

    Flow inner;

    /// Gives the card a least height in pixels.
    void at_least(float height) { least_height_ = height; }

    /// Fills the card from its top down to `bottom` (screen y) with a colour: the band of a flag. Draws under
    /// what is inside.
    void band_to(float bottom, look::Colour colour);

    /// A line between two parts, with `units` above and below it.
    void divide(float units = look::space::m);

private:
    const Ui& ui_;
    Flow& outer_;
    ImVec2 top_left_;
    float pad_;
    float least_height_ = 0;
    float band_bottom_ = 0;
    look::Colour band_colour_{};
};

/// A section's title above its card, with a muted remark flush right.
void section_title(const Ui& ui, Flow& flow, std::string_view title, std::string_view remark = {});

/// The thread with one loop, what it means, and one thing to do. Returns true where `action` (may be empty)
/// was pressed.
bool empty_state(const Ui& ui, Flow& flow, std::string_view title, std::string_view line,
                 std::string_view action, std::optional<look::IconName> icon = std::nullopt);

/// An error above the form it belongs to: what happened, what is safe and what to do, the system's words, one
/// button. True when that was pressed.
bool error_banner(const Ui& ui, Flow& flow, look::IconName icon, std::string_view title,
                  std::string_view text, std::string_view action);

/// A line of information on a sunken strip, with an icon; wrapped only where it does not fit on one line.
void info_strip(const Ui& ui, Flow& flow, look::IconName icon, std::string_view text);

/// How much of something is done, 0 to 1, as a bar as wide as the flow.
void progress_bar(const Ui& ui, Flow& flow, double done);

/// How high `info_strip` would be, in pixels.
[[nodiscard]] float info_strip_height(const Ui& ui, float width, std::string_view text);

/// A pill with a tier's badge, word and count; true when pressed.
bool tier_pill(const Ui& ui, const ImVec2& at, guidance::Tier tier, std::string_view label, float* right);

}  // namespace unknot::kit
