#include "app/views/guide/parts.h"

#include "app/views/kit/text.h"
#include "app/views/kit/tier.h"
#include "app/words/article.h"
#include "app/words/flags.h"
#include "app/words/notices.h"
#include "app/words/rules.h"

#include <algorithm>
#include <string>
#include <vector>

namespace unknot::views {

namespace {

using words::Moment;

std::optional<Moment> moment_of(GuidePart part) {
    switch (part) {
        case GuidePart::before_you_start: return Moment::before;
        case GuidePart::how_hard_to_press: return Moment::pressure;
        case GuidePart::while_you_press: return Moment::during;
        case GuidePart::afterwards: return Moment::after;
        case GuidePart::when_to_stop: return Moment::stop;
        case GuidePart::when_to_seek_care: return Moment::seek_care;
        case GuidePart::habits: return Moment::habits;
        case GuidePart::using_unknot:
        case GuidePart::rules_in_numbers:
        case GuidePart::about: return std::nullopt;
    }
    return std::nullopt;
}

void divide(const kit::Ui& ui, kit::Flow& flow) {
    flow.gap(ui, 14);
    kit::horizontal_line(flow.at.x, flow.right(), flow.at.y, ui.theme.line);
    flow.at.y += 1;
    flow.gap(ui, 14);
}

void draw_statement(const kit::Ui& ui, kit::Flow& flow, std::string_view says, std::string_view section) {
    kit::paragraph(ui, flow, says, look::type::body, ui.theme.text);
    flow.gap(ui, 2);
    kit::paragraph(ui, flow, section, look::type::small, ui.theme.muted);
}

void draw_statements(const kit::Ui& ui, kit::Flow& flow, Moment moment) {
    bool first = true;
    for (const words::Statement& statement : words::statements(ui.words, moment)) {
        if (!first) {
            divide(ui, flow);
        }
        first = false;
        draw_statement(ui, flow, statement.says, statement.section);
    }
}

/// What the article does not say belongs where somebody decides where to press.
void draw_silent_places(const kit::Ui& ui, kit::Flow& flow) {
    divide(ui, flow);
    kit::rich_paragraph(
        ui, flow,
        ui.words.text("**The article names no dangers of single places.** On the front of the neck, in the "
                      "groin and at the back of the knee its general advice may not fit."),
        look::type::body, look::type::body_bold, ui.theme.text);
    flow.gap(ui, 2);
    kit::paragraph(ui, flow, ui.words.text("Our note, not the article\u2019s"), look::type::small,
                   ui.theme.muted);
}

void draw_rule(const kit::Ui& ui, kit::Flow& flow, const words::RuleText& rule) {
    const float indent = ui.px(30);
    kit::Flow text{{flow.at.x + indent, flow.at.y}, flow.width - indent};
    if (rule.tier == guidance::Tier::none) {
        ImGui::GetWindowDrawList()->AddCircleFilled({flow.at.x + ui.px(10), flow.at.y + ui.px(12)}, ui.px(3),
                                                    kit::to_u32(ui.theme.muted));
        kit::paragraph(ui, text, rule.text, look::type::body, ui.theme.text);
    } else {
        kit::draw_badge(ui, rule.tier, {flow.at.x, flow.at.y + ui.px(2)}, ui.px(20));
        const std::string line = ui.words.say_in("advice, then what leads to it", "**{0}:** {1}",
                                                 words::tier_word(ui.words, rule.tier), rule.text);
        kit::rich_paragraph(ui, text, line, look::type::body, look::type::body_bold, ui.theme.text);
    }
    flow.at.y = text.at.y;
    flow.gap(ui, look::space::xs);
}

void draw_rules(const kit::Ui& ui, kit::Flow& flow) {
    kit::paragraph(ui, flow, ui.words.text("The numbers are ours. The article gives none."),
                   look::type::body_bold, ui.theme.text);
    for (const words::RuleGroup& group : words::rules_in_words(ui.words)) {
        flow.gap(ui, look::space::m);
        kit::paragraph(ui, flow, group.heading, look::type::head, ui.theme.text);
        flow.gap(ui, look::space::xs);
        for (const words::RuleText& rule : group.rules) {
            draw_rule(ui, flow, rule);
        }
    }
}

void draw_sources(const kit::Ui& ui, kit::Flow& flow) {
    kit::paragraph(ui, flow, ui.words.text("The article"), look::type::head, ui.theme.text);
    flow.gap(ui, look::space::xs);
    kit::paragraph(
        ui, flow,
        ui.words.say("The statements are those of \u201c{0}\u201d, a general information article, in "
                     "our words. It draws on:",
                     words::article_title()),
        look::type::body, ui.theme.text);
    flow.gap(ui, look::space::xxs);
    for (const std::string_view source : words::article_sources()) {
        kit::paragraph(ui, flow, source, look::type::small, ui.theme.muted);
        flow.gap(ui, look::space::xxs);
    }
}

void draw_notice(const kit::Ui& ui, kit::Flow& flow, const words::Notice& notice) {
    flow.gap(ui, look::space::xs);
    kit::rich_paragraph(
        ui, flow, ui.words.say_in("a library and its licence", "**{0}**, {1}", notice.name, notice.licence),
        look::type::body, look::type::body_bold, ui.theme.text);
    kit::paragraph(ui, flow, notice.notice, look::type::small, ui.theme.muted);
}

void draw_about(const kit::Ui& ui, kit::Flow& flow) {
    draw_notice(ui, flow, words::own_notice());
    flow.gap(ui, look::space::l);
    draw_sources(ui, flow);
    flow.gap(ui, look::space::l);
    kit::paragraph(ui, flow, ui.words.text("What it is built on"), look::type::head, ui.theme.text);
    for (const words::Notice& notice : words::notices()) {
        draw_notice(ui, flow, notice);
    }
    for (const words::LicenceText& licence : words::licence_texts()) {
        flow.gap(ui, look::space::l);
        kit::paragraph(ui, flow, ui.words.say("The licence {0}", licence.name), look::type::body_bold,
                       ui.theme.text);
        kit::paragraph(ui, flow, licence.text, look::type::small, ui.theme.muted);
    }
}

void draw_part(const kit::Ui& ui, kit::Flow& flow, GuidePart part) {
    kit::paragraph(ui, flow, part_title(ui.words, part), look::type::title, ui.theme.text);
    flow.gap(ui, look::space::s);
    if (const auto moment = moment_of(part)) {
        draw_statements(ui, flow, *moment);
    }
    switch (part) {
        case GuidePart::before_you_start: draw_silent_places(ui, flow); break;
        case GuidePart::using_unknot: draw_user_guide(ui, flow); break;
        case GuidePart::rules_in_numbers: draw_rules(ui, flow); break;
        case GuidePart::about: draw_about(ui, flow); break;
        default: break;
    }
}

}  // namespace

std::string_view part_title(const words::Catalogue& words, GuidePart part) {
    switch (part) {
        case GuidePart::before_you_start: return words.text("Before you start");
        case GuidePart::how_hard_to_press: return words.text("How hard to press");
        case GuidePart::while_you_press: return words.text("While you press");
        case GuidePart::afterwards: return words.text("Afterwards");
        case GuidePart::when_to_stop: return words.text("When to stop");
        case GuidePart::when_to_seek_care: return words.text("When to seek care");
        case GuidePart::habits: return words.text("Habits");
        case GuidePart::using_unknot: return words.text("How to use Unknot");
        case GuidePart::rules_in_numbers: return words.text("The rules, in numbers");
        case GuidePart::about: return words.text("About");
    }
    return {};
}

GuidePart part_with(std::string_view statement) {
    const words::Catalogue any;
    for (std::size_t i = 0; i < guide_part_count; ++i) {
        const auto part = static_cast<GuidePart>(i);
        const auto moment = moment_of(part);
        const auto all = moment ? words::statements(any, *moment) : std::vector<words::Statement>();
        if (std::any_of(all.begin(), all.end(),
                        [&](const words::Statement& one) { return one.id == statement; })) {
            return part;
        }
    }
    return GuidePart::before_you_start;
}

PartTops draw_parts(const kit::Ui& ui, kit::Flow& flow, float top) {
    PartTops tops{};
    for (std::size_t i = 0; i < guide_part_count; ++i) {
        if (i > 0) {
            divide(ui, flow);
            flow.gap(ui, look::space::s);
        }
        tops[i] = flow.at.y - top;
        draw_part(ui, flow, static_cast<GuidePart>(i));
    }
    return tops;
}

GuidePart part_at(const PartTops& tops, float y) {
    std::size_t found = 0;
    for (std::size_t i = 0; i < tops.size(); ++i) {
        if (tops[i] <= y) {
            found = i;
        }
    }
    return static_cast<GuidePart>(found);
}

}  // namespace unknot::views
