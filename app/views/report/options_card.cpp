#include "app/views/kit/button.h"
#include "app/views/kit/card.h"
#include "app/views/kit/field.h"
#include "app/views/kit/text.h"
#include "app/views/report/cards.h"
#include "app/words/languages.h"
#include "app/words/phrases.h"

#include <algorithm>
#include <array>
#include <span>

namespace unknot::views {

namespace {

constexpr float row_units = 40;
constexpr float field_gap = 6;

void draw_label(const kit::Ui& ui, kit::Flow& flow, std::string_view text) {
    kit::draw_text(ui, flow.at, text, look::type::body_bold, ui.theme.text);
    flow.at.y += kit::line_height(ui, look::type::body_bold);
    flow.gap(ui, field_gap);
}

ImRect control_row(const kit::Ui& ui, kit::Flow& flow) {
    return flow.take(ui.px(look::control::height));
}

void complain(const kit::Ui& ui, kit::Flow& flow, const std::string& complaint) {
    if (!complaint.empty()) {
        flow.gap(ui, look::space::xxs);
        kit::field_complaint(ui, flow, complaint);
    }
}

void draw_dates(const kit::Ui& ui, ReportChoice& choice, kit::Flow& flow, bool accepted) {
    flow.gap(ui, look::space::xs);
    const float half = std::floor((flow.width - ui.px(look::space::s)) / 2);
    const float line = kit::line_height(ui, look::type::small);
    kit::draw_text(ui, flow.at, ui.words.text("From"), look::type::small, ui.theme.muted);
    kit::draw_text(ui, {flow.right() - half, flow.at.y}, ui.words.text("To"), look::type::small,
                   ui.theme.muted);
    flow.at.y += line + ui.px(look::space::xxs);
    const ImRect row = control_row(ui, flow);
    kit::FieldOptions options;
    options.hint = ui.words.text("like 2026-03-07");
    options.accepted = accepted;
    (void)kit::text_field(ui, {row.Min.x, row.Min.y, row.Min.x + half, row.Max.y}, ui.words.text("From"),
                          choice.from, options);
    (void)kit::text_field(ui, {row.Max.x - half, row.Min.y, row.Max.x, row.Max.y}, ui.words.text("To"),
                          choice.to, options);
}

void draw_period(const kit::Ui& ui, const Facts& facts, ReportChoice& choice, kit::Flow& flow) {
    draw_label(ui, flow, ui.words.text("Period"));
    const std::array<std::string, 4> periods{
        std::string(ui.words.text("3 weeks")), std::string(ui.words.text("3 months")),
        std::string(ui.words.text_in("range of days", "All")), std::string(ui.words.text("Dates"))};
    if (const auto pressed =
            kit::segmented(ui, flow, "period", periods, static_cast<std::size_t>(choice.period))) {
        choice.period = static_cast<ReportPeriod>(*pressed);
    }
    const std::string complaint = days_complaint(ui.words, choice);
    if (choice.period == ReportPeriod::dates) {
        draw_dates(ui, choice, flow, complaint.empty());
    }
    if (!complaint.empty()) {
        complain(ui, flow, complaint);
        return;
    }
    flow.gap(ui, look::space::xxs);
    const auto [first, last] = shown_days(choice, facts.snapshot, facts.today);
    kit::paragraph(ui, flow, words::period_text(ui.words, first, last), look::type::small, ui.theme.muted);
}

std::string areas_shown(const kit::Ui& ui, const Facts& facts, const ReportChoice& choice) {
    if (choice.areas.empty()) {
        return std::string(ui.words.text("All areas with entries"));
    }
    if (choice.areas.size() == 1) {
        return words::area_name(ui.words, *facts.snapshot.catalogue, choice.areas.front());
    }
    return ui.words.plural("{0} area", "{0} areas", choice.areas.size());
}

void draw_areas(const kit::Ui& ui, const Facts& facts, ReportChoice& choice, kit::Flow& flow) {
    draw_label(ui, flow, ui.words.text("Areas"));
    std::vector<std::string> ids;
    std::vector<kit::DropdownItem> items{{std::string(ui.words.text("All areas")), {}, choice.areas.empty()}};
    for (const auto& [id, records] : facts.snapshot.areas) {
        ids.push_back(id);
        const bool chosen = std::binary_search(choice.areas.begin(), choice.areas.end(), id);
        items.push_back({words::area_name(ui.words, *facts.snapshot.catalogue, id),
                         std::to_string(records->sessions.size() + records->checkins.size()), chosen});
    }
    kit::DropdownOptions options;
    options.searchable = items.size() > 8;
    options.stays_open = true;
    const auto pressed = kit::dropdown(ui, control_row(ui, flow), ui.words.text("Areas of the report"),
                                       areas_shown(ui, facts, choice), items, options);
    if (pressed && *pressed == 0) {
        choice.areas.clear();
    } else if (pressed) {
        switch_area(choice, ids.at(*pressed - 1), ids);
    }
}

/// A line of "What goes into it": the word, what is so, and a switch; true where that was pressed.
bool draw_switch(const kit::Ui& ui, kit::Flow& flow, std::string_view word, std::string_view is, bool on) {
    const ImRect row = flow.take(ui.px(row_units));
    kit::horizontal_line(row.Min.x, row.Max.x, row.Min.y, ui.theme.line);
    kit::draw_text_middle(ui, row, row.Min.x, word, look::type::body, ui.theme.text);
    const float right = row.Max.x - ui.px(40 + look::space::s);
    kit::draw_text_middle(ui, row, right - kit::text_width(ui, is, look::type::small), is, look::type::small,
                          ui.theme.muted);
    return kit::toggle(ui, row.Max.x, std::round(row.GetCenter().y - ui.px(12)), word, on);
}

/// A line of the same that nobody chooses; the word wraps.
void draw_always(const kit::Ui& ui, kit::Flow& flow, std::string_view word, std::string_view is) {
    const float beside = kit::text_width(ui, is, look::type::small) + ui.px(look::space::s);
    const float words = kit::paragraph_height(ui, word, look::type::body, flow.width - beside);
    const ImRect row = flow.take(std::max(ui.px(row_units), words + ui.px(2 * look::space::xs)));
    kit::horizontal_line(row.Min.x, row.Max.x, row.Min.y, ui.theme.line);
    kit::Flow text{{row.Min.x, std::round(row.GetCenter().y - words / 2)}, flow.width - beside};
    kit::paragraph(ui, text, word, look::type::body, ui.theme.text);
    kit::draw_text_middle(ui, row, row.Max.x - kit::text_width(ui, is, look::type::small), is,
                          look::type::small, ui.theme.muted);
}

void draw_person(const kit::Ui& ui, ReportChoice& choice, kit::Flow& flow) {
    kit::FieldOptions name;
    name.hint = ui.words.text("Name");
    name.most_bytes = 800;
    (void)kit::text_field(ui, control_row(ui, flow), ui.words.text("Name"), choice.name, name);
    flow.gap(ui, look::space::xs);
    const std::string complaint = birth_complaint(ui.words, choice);
    kit::FieldOptions birth;
    birth.hint = ui.words.text("Date of birth, like 1980-03-07");
    birth.accepted = complaint.empty();
    (void)kit::text_field(ui, control_row(ui, flow), ui.words.text("Date of birth"), choice.birth_date,
                          birth);
    complain(ui, flow, complaint);
    flow.gap(ui, look::space::s);
}

void draw_password(const kit::Ui& ui, ReportChoice& choice, kit::Flow& flow) {
    const std::string complaint = password_complaint(ui.words, choice);
    kit::FieldOptions options;
    options.hint = ui.words.text("Whoever opens the PDF types this");
    options.accepted = complaint.empty();
    options.secret = true;
    options.most_bytes = 127;  // AES-256 of PDF takes no more
    (void)kit::text_field(ui, control_row(ui, flow), ui.words.text("The password itself"), choice.password,
                          options);
    complain(ui, flow, complaint);
    if (choice.format == ReportFormat::all) {
        flow.gap(ui, look::space::xxs);
        kit::paragraph(ui, flow, ui.words.text("Only the PDF is locked; the other files are not."),
                       look::type::small, ui.theme.muted);
    }
    flow.gap(ui, look::space::s);
}

void draw_contents(const kit::Ui& ui, ReportChoice& choice, kit::Flow& flow) {
    draw_label(ui, flow, ui.words.text("What goes into it"));
    const bool health = choice.has_pdf() || choice.format == ReportFormat::json;
    const std::string_view always = ui.words.text("always in");
    if (health) {
        draw_always(ui, flow, ui.words.text("Flags, sessions, soreness, warning signs, health questions"),
                    always);
    } else {
        draw_always(ui, flow, ui.words.text("Flags, sessions, soreness, warning signs"), always);
        draw_always(ui, flow, ui.words.text("Health questions"), ui.words.text("not in this format"));
    }
    const auto said = [&](bool on) { return on ? ui.words.text("goes along") : ui.words.text("left out"); };
    if (draw_switch(ui, flow, ui.words.text("Notes"), said(choice.notes), choice.notes)) {
        choice.notes = !choice.notes;
    }
    if (draw_switch(ui, flow, ui.words.text("Name and date of birth"), said(choice.person), choice.person)) {
        choice.person = !choice.person;
    }
    if (choice.person) {
        draw_person(ui, choice, flow);
    }
    if (choice.has_pdf()) {
        const std::string_view is =
            choice.locked ? ui.words.text_in("password", "asked for") : ui.words.text_in("password", "none");
        if (draw_switch(ui, flow, ui.words.text("Password of the PDF"), is, choice.locked)) {
            choice.locked = !choice.locked;
        }
        if (choice.locked) {
            draw_password(ui, choice, flow);
        }
    }
    kit::horizontal_line(flow.at.x, flow.right(), flow.at.y, ui.theme.line);
}

constexpr std::array<ReportFormat, 4> other_formats{ReportFormat::xlsx, ReportFormat::fhir, ReportFormat::csv,
                                                    ReportFormat::json};

/// A quiet button on the title's line opens the list of the formats that are asked for seldom.
void draw_other_formats(const kit::Ui& ui, ReportChoice& choice, const kit::Flow& flow) {
    const std::string_view word = ui.words.text("Another format\u2026");
    kit::ButtonOptions options;
    options.kind = kit::ButtonKind::quiet;
    options.height_units = look::control::compact;
    const float width = kit::button_width(ui, word, options);
    const float middle = flow.at.y + kit::line_height(ui, look::type::body_bold) / 2;
    const float top = std::round(middle - ui.px(look::control::compact) / 2);
    const ImRect rect(flow.right() - width, top, flow.right(), top + ui.px(look::control::compact));
    constexpr std::string_view list = "formats##menu";
    if (kit::button(ui, rect, word, options)) {
        kit::open_menu(list);
    }
    std::vector<kit::DropdownItem> items;
    items.reserve(other_formats.size());
    for (const ReportFormat format : other_formats) {
        items.push_back({std::string(format_word(ui.words, format)), {}, choice.format == format});
    }
    const ImRect anchor(flow.at.x, rect.Min.y, flow.right(), rect.Max.y);
    if (const auto pressed = kit::menu(ui, anchor, list, items, false)) {
        choice.format = other_formats.at(*pressed);
    }
}

void draw_format(const kit::Ui& ui, ReportChoice& choice, kit::Flow& flow) {
    draw_other_formats(ui, choice, flow);
    draw_label(ui, flow, ui.words.text("Format"));
    const std::array<std::string, 2> words{std::string(format_word(ui.words, ReportFormat::pdf)),
                                           std::string(format_word(ui.words, ReportFormat::all))};
    const std::optional<std::size_t> chosen =
        choice.has_pdf() ? std::optional(static_cast<std::size_t>(choice.format)) : std::nullopt;
    if (const auto pressed = kit::segmented(ui, flow, "format", words, chosen)) {
        choice.format = static_cast<ReportFormat>(*pressed);
    }
    if (choice.format == ReportFormat::pdf) {
        return;
    }
    flow.gap(ui, look::space::xxs);
    if (choice.format == ReportFormat::all) {
        kit::paragraph(ui, flow, ui.words.text("A folder: the PDF, a spreadsheet, tables, FHIR and JSON."),
                       look::type::small, ui.theme.muted);
    } else {
        kit::paragraph(ui, flow, format_word(ui.words, choice.format), look::type::body_bold,
                       ui.theme.accent);
    }
}

/// The controls at the right end of a line, one after the other from the left.
class EndOfLine {
public:
    EndOfLine(const ImRect& row, float left) : row_(row), left_(left) {}
    ImRect next(float width, float gap) {
        const ImRect rect(left_, row_.Min.y, left_ + width, row_.Max.y);
        left_ += width + gap;
        return rect;
    }

private:
    ImRect row_;
    float left_;
};

void draw_paper(const kit::Ui& ui, ReportChoice& choice, const ImRect& rect,
                std::span<const std::string> papers) {
    if (const auto pressed =
            kit::segmented(ui, rect, "paper", papers, static_cast<std::size_t>(choice.paper))) {
        choice.paper = static_cast<ReportPaper>(*pressed);
    }
}

void draw_language(const kit::Ui& ui, ReportChoice& choice, const ImRect& rect) {
    const std::string_view current = choice.language.empty() ? ui.words.language() : choice.language;
    std::vector<kit::DropdownItem> items;
    for (const std::string_view language : words::languages()) {
        items.push_back({std::string(words::own_name(language)), {}, language == current});
    }
    if (const auto pressed = kit::dropdown(ui, rect, ui.words.text("Language of the report"),
                                           words::own_name(current), items)) {
        choice.language = words::languages()[*pressed];
    }
}

/// Paper and language in one line, where they have room beside their label; else below it.
void draw_print(const kit::Ui& ui, ReportChoice& choice, kit::Flow& flow) {
    const bool paper = choice.has_pdf();
    const bool language = words::languages().size() > 1 && choice.format != ReportFormat::json;
    if (!paper && !language) {
        return;
    }
    const std::string_view label = !language ? ui.words.text("Paper")
                                   : !paper  ? ui.words.text("Language")
                                             : ui.words.text("Paper, language");
    const std::array<std::string, 2> papers{std::string(ui.words.text_in("paper", "A4")),
                                            std::string(ui.words.text_in("paper", "Letter"))};
    const float gap = ui.px(look::space::xs);
    const float paper_width = paper ? ui.px(116) : 0;
    const float language_width = language ? ui.px(122) : 0;
    const float controls = paper_width + language_width + (paper && language ? gap : 0);
    flow.gap(ui, look::space::xs);
    ImRect row = flow.take(ui.px(look::control::compact));
    kit::draw_text_middle(ui, row, row.Min.x, label, look::type::body, ui.theme.text);
    if (kit::text_width(ui, label, look::type::body) + gap + controls > flow.width) {
        row = flow.take(ui.px(look::control::compact));
    }
    EndOfLine line(row, std::max(row.Min.x, row.Max.x - controls));
    if (paper) {
        draw_paper(ui, choice, line.next(paper_width, gap), papers);
    }
    if (language) {
        draw_language(ui, choice, line.next(language_width, gap));
    }
}

}  // namespace

void draw_options_card(const kit::Ui& ui, const Facts& facts, ReportState& state, kit::Flow& flow,
                       float least_height, Wishes& wishes) {
    kit::Card card(ui, flow);
    card.at_least(least_height);
    kit::Flow& inner = card.inner;
    inner.at.y -= ui.px(look::space::xxs);
    const ReportChoice before = state.choice;
    draw_period(ui, facts, state.choice, inner);
    inner.gap(ui, look::space::s);
    draw_areas(ui, facts, state.choice, inner);
    inner.gap(ui, look::space::s);
    draw_contents(ui, state.choice, inner);
    inner.gap(ui, look::space::s);
    draw_format(ui, state.choice, inner);
    draw_print(ui, state.choice, inner);
    if (before != state.choice) {
        state.outcome.reset();
    }
    card.divide(look::space::s);
    draw_saving(ui, facts, state, inner, wishes);
}

}  // namespace unknot::views
