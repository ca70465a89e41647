#include "app/views/kit/text.h"
#include "app/views/report/cards.h"
#include "app/words/records.h"

#include <algorithm>

namespace unknot::views {

namespace {

constexpr float card_edge = 20;
constexpr float heading_units = 49;  ///< from the card's top to the page's
constexpr float most_page_units = 900;

/// Width for a height of 1. The paper's, not that of the picture at hand: what is drawn decides how large a
/// picture is asked for, and must not be decided by it.
float aspect_of(const ReportState& state) {
    constexpr float a4 = 210.0F / 297;
    constexpr float letter = 8.5F / 11;
    return state.choice.paper == ReportPaper::a4 ? a4 : letter;
}

/// The page within what the card leaves, in the middle, as large as it can be.
ImRect page_rect(const kit::Ui& ui, const ReportState& state, const ImRect& room) {
    const float aspect = aspect_of(state);
    const float width =
        std::floor(std::min({room.GetWidth(), room.GetHeight() * aspect, ui.px(most_page_units)}));
    const float height = std::floor(width / aspect);
    const float left = std::round(room.GetCenter().x - width / 2);
    return {left, room.Min.y, left + width, room.Min.y + height};
}

void draw_page(const kit::Ui& ui, const ReportState& state, const ImRect& page) {
    // Paper is white, whatever the window's colours.
    constexpr look::Colour paper{255, 255, 255, 255};
    kit::draw_shadow(ui, page, ui.px(2));
    kit::fill(page, paper, ui.px(2));
    if (state.preview && state.preview->page) {
        ImGui::GetWindowDrawList()->AddImage(*state.preview->page, page.Min, page.Max);
    }
    kit::outline(page, ui.theme.line, 1, ui.px(2));
}

std::string_view heading_of(const kit::Ui& ui, const ReportState& state) {
    if (!state.choice.has_pdf()) {
        return ui.words.text("What leaves");
    }
    if (state.preview && !state.preview->page) {
        return ui.words.text("The first page cannot be shown; it can be saved all the same");
    }
    return state.preview && !state.preview_old ? ui.words.text("The first page as it will leave")
                                               : ui.words.text("The first page is being made\u2026");
}

std::string_view about(const words::Catalogue& words, ReportFormat format) {
    switch (format) {
        case ReportFormat::xlsx:
            return words.text(
                "A workbook with the sheets Summary, Sessions, Soreness and Flags, for people.");
        case ReportFormat::fhir:
            return words.text(
                "One FHIR R4 document for clinical programs: sessions as procedures, soreness as "
                "observations, flags as detected issues.");
        case ReportFormat::csv:
            return words.text(
                "A folder with the tables sessions, check-ins and flags, and a description of their "
                "columns.");
        case ReportFormat::json: return words.text("One file that Unknot takes back with \"import\".");
        case ReportFormat::pdf:
        case ReportFormat::all: break;
    }
    return {};
}

void draw_contents_text(const kit::Ui& ui, const ReportState& state, const ImRect& room) {
    kit::Flow flow{room.Min, room.GetWidth()};
    kit::paragraph(ui, flow, about(ui.words, state.choice.format), look::type::body, ui.theme.text);
    if (!state.preview) {
        return;
    }
    flow.gap(ui, look::space::s);
    kit::paragraph(ui, flow, words::counts_text(ui.words, state.preview->sessions, state.preview->checkins),
                   look::type::body_bold, ui.theme.text);
    kit::paragraph(ui, flow, ui.words.plural("{0} flag", "{0} flags", state.preview->flags),
                   look::type::body_bold, ui.theme.text);
}

ImRect room_of(const kit::Ui& ui, const ImRect& card) {
    return {card.Min.x + ui.px(card_edge), card.Min.y + ui.px(heading_units), card.Max.x - ui.px(card_edge),
            card.Max.y - ui.px(card_edge)};
}

}  // namespace

void draw_page_card(const kit::Ui& ui, const Facts& /*facts*/, ReportState& state, const ImRect& card) {
    kit::fill(card, ui.theme.sunken, ui.px(look::radius::card));
    kit::Flow heading{{card.Min.x + ui.px(card_edge), card.Min.y + ui.px(15)},
                      card.GetWidth() - 2 * ui.px(card_edge)};
    const std::string_view title = heading_of(ui, state);
    const std::string_view more = ui.words.text("To read every page: save it, then open it");
    const bool fits = kit::text_width(ui, title, look::type::small_bold) + ui.px(look::space::l) +
                          kit::text_width(ui, more, look::type::small) <=
                      heading.width;
    if (fits && state.choice.has_pdf()) {
        kit::draw_text_right(ui, heading.right(), heading.at.y, more, look::type::small, ui.theme.muted);
    }
    kit::paragraph(ui, heading, title, look::type::small_bold, ui.theme.muted);
    const ImRect room = room_of(ui, card);
    const ImRect page = page_rect(ui, state, room);
    state.page_pixels = static_cast<int>(page.GetWidth() * ImGui::GetIO().DisplayFramebufferScale.x);
    if (state.choice.has_pdf()) {
        draw_page(ui, state, page);
    } else {
        draw_contents_text(ui, state, room);
    }
}

float page_card_height(const kit::Ui& ui, const ReportState& state, float width) {
    if (!state.choice.has_pdf()) {
        return ui.px(240);
    }
    const float page = std::min(width - 2 * ui.px(card_edge), ui.px(most_page_units));
    return ui.px(heading_units + card_edge) + std::ceil(page / aspect_of(state));
}

}  // namespace unknot::views
