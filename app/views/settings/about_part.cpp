#include "app/views/kit/card.h"
#include "app/views/kit/text.h"
#include "app/views/settings/parts.h"
#include "app/words/article.h"
#include "app/words/notices.h"

namespace unknot::views {

namespace {

void draw_named(const kit::Ui& ui, kit::Flow& flow, const words::Notice& notice) {
    kit::rich_paragraph(
        ui, flow, ui.words.say_in("a library and its licence", "**{0}**, {1}", notice.name, notice.licence),
        look::type::body, look::type::body_bold, ui.theme.text);
    kit::paragraph(ui, flow, notice.notice, look::type::small, ui.theme.muted);
}

void draw_own_card(const kit::Ui& ui, const Upkeep& upkeep, kit::Flow& flow) {
    kit::Card card(ui, flow);
    const words::Notice own = words::own_notice();
    kit::paragraph(ui, card.inner, ui.words.say_in("name and version", "{0} {1}", own.name, upkeep.version),
                   look::type::head, ui.theme.text);
    kit::paragraph(ui, card.inner, ui.words.say_in("licence and holder", "{0}. {1}", own.licence, own.notice),
                   look::type::small, ui.theme.muted);
    card.inner.gap(ui, look::space::s);
    kit::paragraph(ui, card.inner, words::long_disclaimer(ui.words), look::type::body, ui.theme.text);
    card.inner.gap(ui, look::space::xs);
    kit::paragraph(
        ui, card.inner,
        ui.words.text("It works on this machine alone: it opens no network connection of any kind."),
        look::type::body, ui.theme.text);
}

}  // namespace

void draw_about_part(const kit::Ui& ui, const Upkeep& upkeep, kit::Flow& flow) {
    draw_own_card(ui, upkeep, flow);
    flow.gap(ui, look::space::l);
    kit::section_title(ui, flow, ui.words.text("What it is built on"));
    {
        kit::Card card(ui, flow);
        for (const words::Notice& notice : words::notices()) {
            if (&notice != words::notices().data()) {
                card.inner.gap(ui, look::space::s);
            }
            draw_named(ui, card.inner, notice);
        }
    }
    for (const words::LicenceText& licence : words::licence_texts()) {
        flow.gap(ui, look::space::l);
        kit::section_title(ui, flow, ui.words.say("The licence {0}", licence.name));
        kit::Card card(ui, flow);
        kit::paragraph(ui, card.inner, licence.text, look::type::small, ui.theme.muted);
    }
}

}  // namespace unknot::views
