#include "app/views/today/next_session.h"

#include "app/views/kit/button.h"
#include "app/views/kit/card.h"
#include "app/views/kit/text.h"
#include "app/views/kit/tier.h"
#include "app/views/today/attention.h"

#include <algorithm>

namespace unknot::views {

namespace {

using kit::Flow;
using kit::Ui;

constexpr float row_pad = 11;         // above and below a row's first line: together one list row high
constexpr float icon_to_word = 30;    // from the icon's left edge to the word's
constexpr float name_share = 0.505F;  // of a wide row
constexpr float wide_row = 420;       // units from which name and advice stand side by side

look::IconName icon_of(words::NextKind kind) {
    switch (kind) {
        case words::NextKind::seek_care: return look::IconName::tier_seek_care;
        case words::NextKind::leave_out:
        case words::NextKind::rest: return look::IconName::rest;
        case words::NextKind::ask_first:
        case words::NextKind::check_in_first: return look::IconName::ask;
        case words::NextKind::start_light:
        case words::NextKind::step_by_step:
        case words::NextKind::lighter: return look::IconName::lighter;
        case words::NextKind::as_before: return look::IconName::keep;
    }
    return look::IconName::ask;
}

/// Icon, word and limit within `flow`: the limit flush right on the word's line where it fits, else below.
void draw_advice(const Ui& ui, const words::NextParts& parts, Flow& flow) {
    const float line = kit::line_height(ui, look::type::body);
    const float left = flow.at.x + ui.px(icon_to_word);
    const ImVec2 icon_at(flow.at.x, flow.at.y + ui.px(2));
    if (parts.kind == words::NextKind::seek_care) {
        kit::draw_badge(ui, guidance::Tier::seek_care, icon_at, ui.px(look::control::icon));
    } else {
        kit::draw_icon(icon_of(parts.kind), icon_at, ui.px(look::control::icon), ui.theme.text);
    }
    kit::draw_text(ui, {left, flow.at.y}, parts.word, look::type::body_bold, ui.theme.text);
    const float word_right = left + kit::text_width(ui, parts.word, look::type::body_bold);
    const float limit = kit::text_width(ui, parts.limit, look::type::small);
    if (word_right + ui.px(look::space::s) + limit <= flow.right()) {
        kit::draw_text_right(ui, flow.right(), flow.at.y + ui.px(2), parts.limit, look::type::small,
                             ui.theme.muted);
        flow.at.y += line;
        return;
    }
    Flow below{{left, flow.at.y + line}, flow.right() - left};
    kit::paragraph(ui, below, parts.limit, look::type::small, ui.theme.muted);
    flow.at.y = below.at.y;
}

void draw_row(const Ui& ui, const NextRow& row, Flow& flow) {
    flow.gap(ui, row_pad);
    if (flow.width < ui.px(wide_row)) {
        kit::paragraph(ui, flow, row.name, look::type::body, ui.theme.text);
        draw_advice(ui, row.parts, flow);
    } else {
        const float share = std::round(flow.width * name_share);
        Flow name{flow.at, share - ui.px(look::space::s)};
        Flow advice{{flow.at.x + share, flow.at.y}, flow.width - share};
        kit::paragraph(ui, name, row.name, look::type::body, ui.theme.text);
        draw_advice(ui, row.parts, advice);
        flow.at.y = std::max(name.at.y, advice.at.y);
    }
    flow.gap(ui, row_pad);
}

}  // namespace

void draw_next_sessions(const Ui& ui, TodayState& state, Flow& flow) {
    const std::vector<NextRow>& rows = state.lists.next_rows();
    if (rows.empty()) {
        return;
    }
    kit::section_title(ui, flow, ui.words.text("Next session"));
    kit::Card card(ui, flow);
    Flow& inner = card.inner;
    inner.at.y -= ui.px(look::control::card_pad - 4);
    bool first = true;
    std::size_t hidden = 0;
    for (const NextRow& row : rows) {
        if (row.of_long_ago && !state.all_next) {
            ++hidden;
            continue;
        }
        if (!first) {
            kit::horizontal_line(inner.at.x, inner.right(), inner.at.y, ui.theme.line);
        }
        first = false;
        draw_row(ui, row, inner);
    }
    if (hidden > 0) {
        kit::ButtonOptions quiet;
        quiet.kind = kit::ButtonKind::quiet;
        const std::string label =
            ui.words.plural("Show {0} area of longer ago", "Show {0} areas of longer ago", hidden);
        if (kit::button_at(ui, {inner.at.x - ui.px(10), inner.at.y}, label, quiet)) {
            state.all_next = true;
        }
        inner.at.y += ui.px(look::control::height);
    }
    inner.at.y -= ui.px(look::control::card_pad - 4);
}

}  // namespace unknot::views
