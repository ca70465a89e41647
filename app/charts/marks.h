#pragma once

#include "app/charts/picture.h"

/// The small marks that several charts share.
namespace unknot::charts {

/// How far the baseline of a small text lies below the middle of its capitals.
constexpr float small_text_drop = 5;
constexpr float body_text_drop = 5.75F;

/// What a badge lies on: the band over a flag, whose fill it must stand out from, or plain paper.
enum class BadgeGround : std::uint8_t { band, plain };

/// A tier's badge, `size` wide and high, round `centre`.
void add_badge(Picture& picture, Point centre, float size, guidance::Tier tier,
               BadgeGround ground = BadgeGround::band);

/// The clock turning back that marks what was entered late.
void add_late_mark(Picture& picture, Point centre, float size);

/// The ball in a surface that stands for sessions.
void add_session_icon(Picture& picture, Point centre, float size);

/// A filled tick, a ringed cross, a dotted question mark (LOOK, Tally).
void add_settled_mark(Picture& picture, Point centre, float radius);
void add_longer_mark(Picture& picture, Point centre, float radius);
void add_unknown_mark(Picture& picture, Point centre, float radius);

/// `text` in the middle of `width`, its lines below one another round the height `y`.
void add_centred_text(Picture& picture, std::string_view text, Point centre, float width, TextRole role,
                      const Measure& measure);

/// The parts of `line` that lie between `left` and `right`; cut where it crosses them.
[[nodiscard]] std::vector<std::vector<Point>> clipped(const std::vector<Point>& line, float left,
                                                      float right);

}  // namespace unknot::charts
