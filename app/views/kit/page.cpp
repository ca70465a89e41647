#include "app/views/kit/page.h"

#include "app/views/kit/text.h"
#include "app/views/kit/thread.h"

#include <algorithm>
#include <array>

namespace unknot::kit {

namespace {

constexpr float low_window = 620;  // below, rail items shrink (LOOK)

void draw_word_with_count(const Ui& ui, const ImRect& rect, const Place& place, const look::TextStyle& style,
                          look::Colour colour) {
    const float width = text_width(ui, place.word, style);
    if (place.count == 0) {
        draw_text_centred(ui, rect, place.word, style, colour);
        return;
    }
    const std::string count = std::to_string(place.count);
    const float count_width = text_width(ui, count, look::type::small_bold);
    const float left = rect.GetCenter().x - (width + ui.px(5) + count_width) / 2;
    draw_text_middle(ui, rect, left, place.word, style, colour);
    draw_text_middle(ui, rect, left + width + ui.px(5), count, look::type::small_bold, ui.theme.accent);
}

bool rail_item(const Ui& ui, const ImRect& slot, const Place& place, bool current) {
    const float inset = ui.px(2);
    // A long word takes more of the rail's width.
    const float words = text_width(ui, place.word, look::type::small_bold) + ui.px(12);
    const float edge = std::clamp((slot.GetWidth() - words) / 2, ui.px(2), ui.px(12));
    const ImRect rect(slot.Min.x + edge, slot.Min.y + inset, slot.Max.x - edge, slot.Max.y - inset);
    const float radius = ui.px(12);
    const Press state = press(ui, rect, place.word, radius);
    if (current) {
        fill(rect, ui.theme.accent_soft, radius);
    } else {
        draw_press_state(ui, state, radius);
    }
    const look::Colour ink = current ? ui.theme.accent_soft_on : ui.theme.muted;
    const float icon = ui.px(look::control::icon_rail);
    const float content = icon + ui.px(6) + ui.px(20);
    const float top = std::round(rect.GetCenter().y - content / 2);
    draw_icon(place.icon, {std::round(rect.GetCenter().x - icon / 2), top}, icon, ink);
    const ImRect word(rect.Min.x, top + icon + ui.px(6), rect.Max.x, top + content);
    draw_word_with_count(ui, word, place, current ? look::type::small_bold : look::type::small, ink);
    return state.clicked;
}

PageArea draw_rail(const Ui& ui, std::span<const Place> places, std::size_t current) {
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    const float width = ui.px(look::control::rail);
    PageArea area{{width, 0, display.x, display.y}, {}};
    const float mark = ui.px(44);
    const bool low = ui.unit_height < low_window;
    draw_icon(look::IconName::mark, {std::round((width - mark) / 2), ui.px(low ? 10 : 26)}, mark,
              ui.theme.accent);
    float y = ui.px(low ? 64 : 92);
    const float each = (display.y - y - ui.px(12)) / static_cast<float>(places.size());
    const float item = std::min(ui.px(low ? 52 : 72), std::floor(each));
    float loop = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (i + 1 == places.size()) {
            y = std::max(y, display.y - item - ui.px(12));
        }
        const ImRect slot(0, y, width, y + item);
        if (i == current) {
            loop = slot.GetCenter().y;
        }
        if (rail_item(ui, slot, places[i], i == current)) {
            area.pressed = i;
        }
        y += item;
    }
    const std::array<ThreadLoop, 1> loops{{{loop, ui.px(17)}}};
    draw_thread({width, 0}, {width, display.y}, {1, 0}, loops, std::max(1.5F, 2 * ui.scale), ui.theme.accent);
    return area;
}

/// What stands for a place in the top bar: its word or, where the words of all have no room, its icon.
void draw_bar_place(const Ui& ui, const ImRect& rect, const Place& place, bool current, bool in_words) {
    const look::Colour ink = current ? ui.theme.accent_soft_on : ui.theme.muted;
    if (in_words) {
        draw_text_centred(ui, rect, place.word, current ? look::type::small_bold : look::type::small, ink);
        return;
    }
    const float icon = ui.px(look::control::icon_rail);
    const ImVec2 middle = rect.GetCenter();
    draw_icon(place.icon, {std::round(middle.x - icon / 2), std::round(middle.y - icon / 2)}, icon, ink);
}

PageArea draw_top_bar(const Ui& ui, std::span<const Place> places, std::size_t current) {
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    const float height = ui.px(look::control::top_bar);
    PageArea area{{0, height, display.x, display.y}, {}};
    const float mark = ui.px(28);
    draw_icon(look::IconName::mark, {ui.px(14), std::round((height - mark) / 2)}, mark, ui.theme.accent);
    float words = 0;
    for (const Place& place : places) {
        words += text_width(ui, place.word, look::type::small_bold);
    }
    const auto count = static_cast<float>(places.size());
    const float left = ui.px(52);
    const float whole = display.x - left - ui.px(8);
    const float least_pad = ui.px(3);
    const bool in_words = words + 2 * least_pad * count <= whole;
    const float pad = std::clamp((whole - words) / (2 * count), least_pad, ui.px(14));
    float x = left;
    float loop = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const float width = in_words ? text_width(ui, places[i].word, look::type::small_bold) + 2 * pad
                                     : std::floor(whole / count);
        const ImRect rect(x, ui.px(6), x + width, height - ui.px(6));
        const Press state = press(ui, rect, places[i].word, ui.px(look::radius::control));
        const bool is_current = i == current;
        if (is_current) {
            fill(rect, ui.theme.accent_soft, ui.px(look::radius::control));
            loop = rect.GetCenter().x;
        } else {
            draw_press_state(ui, state, ui.px(look::radius::control));
        }
        draw_bar_place(ui, rect, places[i], is_current, in_words);
        if (state.clicked) {
            area.pressed = i;
        }
        x += width;
    }
    const std::array<ThreadLoop, 1> loops{{{loop, ui.px(15)}}};
    draw_thread({0, height}, {display.x, height}, {0, 1}, loops, std::max(1.5F, 2 * ui.scale),
                ui.theme.accent);
    return area;
}

/// Dear ImGui takes Alt, pressed alone, for the way to a menu bar, and ends the typing for it. There is no
/// such bar, but AltGr makes letters, and with a dead key it looks as if it were pressed alone. Keys that
/// have an owner are left alone.
void keep_alt_for_letters() {
    const ImGuiID owner = ImHashStr("##letters");
    ImGui::SetKeyOwner(ImGuiKey_LeftAlt, owner);
    ImGui::SetKeyOwner(ImGuiKey_RightAlt, owner);
}

}  // namespace

PageArea navigation(const Ui& ui, std::span<const Place> places, std::size_t current) {
    const Scope scope("navigation");
    return ui.narrow() ? draw_top_bar(ui, places, current) : draw_rail(ui, places, current);
}

Page::Page(const Ui& ui, const ImRect& area, std::string_view id)
    : ui_(ui), area_(area), top_(area.Min.y), bottom_(area.Max.y), id_(id) {
    const float edge = ui.px(ui.narrow() ? look::space::m : look::control::page_pad);
    const float most = ui.px(look::control::content_max);
    const float spare = std::max(0.0F, area.GetWidth() - 2 * edge - most);
    left_ = std::round(area.Min.x + edge + spare / 2);
    right_ = std::round(area.Max.x - edge - spare / 2);
}

Page::~Page() {
    if (in_content_) {
        end_content(top_);
    }
}

Page::HeaderWords Page::measure_header(std::string_view title, std::string_view fact) const {
    HeaderWords words{ui_.narrow() ? look::type::title : look::type::display,
                      ui_.narrow() ? look::type::small : look::type::lead};
    const float title_right = left_ + text_width(ui_, title, words.title);
    words.fact_left = title_right + ui_.px(look::space::m);
    const float fact_right = words.fact_left + text_width(ui_, fact, words.fact);
    words.shows_fact = fact_right <= right_;
    words.right = words.shows_fact ? fact_right : title_right;
    return words;
}

float Page::header_room(std::string_view title, std::string_view fact) const {
    return right_ - measure_header(title, fact).right - ui_.px(look::space::l);
}

ImRect Page::header(std::string_view title, std::string_view fact, float controls_width) {
    const bool narrow = ui_.narrow();
    const float control = ui_.px(look::control::large);
    top_ += ui_.px(narrow ? 18 : 20);
    const HeaderWords words = measure_header(title, fact);
    const float line = line_height(ui_, words.title);
    const ImRect row(left_, top_, right_, top_ + std::max(control, line));
    draw_text(ui_, {left_, std::round(row.GetCenter().y - line / 2)}, title, words.title, ui_.theme.text);
    // Both stand on one baseline: the title's is where its face puts it.
    const float title_middle = row.GetCenter().y;
    if (words.shows_fact) {
        const ImRect fact_row(words.fact_left, title_middle - ui_.px(10) + ui_.px(narrow ? 2 : 4),
                              words.right, title_middle + ui_.px(10) + ui_.px(narrow ? 2 : 4));
        draw_text_middle(ui_, fact_row, words.fact_left, fact, words.fact, ui_.theme.muted);
    }
    top_ = row.Max.y + ui_.px(look::space::m);
    if (controls_width > 0 && words.right + ui_.px(look::space::l) + controls_width > right_) {
        const ImRect below(left_, top_, right_, top_ + control);
        top_ = below.Max.y + ui_.px(look::space::m);
        return below;
    }
    return {words.right + ui_.px(look::space::l), row.Min.y, right_, row.Min.y + control};
}

ImRect Page::bottom_bar(float units) {
    const float height = ui_.px(units);
    bottom_ -= height;
    return {area_.Min.x, bottom_, area_.Max.x, bottom_ + height};
}

Flow Page::begin_content() {
    // The window reaches to the edges, so that focus rings and shadows are not cut off at the column's.
    ImGui::SetCursorScreenPos({area_.Min.x + 1, top_ - ui_.px(4)});
    ImGui::BeginChild(id_.c_str(), {area_.GetWidth() - 1, std::max(1.0F, bottom_ - top_ + ui_.px(4))},
                      ImGuiChildFlags_NavFlattened, ImGuiWindowFlags_NoBackground);
    in_content_ = true;
    const float y = ImGui::GetCursorScreenPos().y + ui_.px(4);
    return {{left_, y}, right_ - left_};
}

void Page::end_content(float bottom) {
    extend_content({left_, bottom + ui_.px(look::space::m)});
    ImGui::EndChild();
    in_content_ = false;
}

void Page::scroll_to(float y) {
    ImGui::SetScrollY(ImGui::GetScrollY() + y - ImGui::GetWindowPos().y);
}

Columns columns(const Ui& ui, const Flow& flow, float first, float second) {
    const LayoutMode mode = ui.layout();
    if (mode == LayoutMode::top_bar || mode == LayoutMode::one_column) {
        return {flow, flow, false};
    }
    const float gap = ui.px(look::control::column_gap);
    const float room = flow.width - gap;
    Columns both = split(ui, flow, std::round(room * first / (first + second)));
    both.side_by_side = true;
    return both;
}

Columns split(const Ui& ui, const Flow& flow, float first_width) {
    const float gap = ui.px(look::control::column_gap);
    Columns both{flow, flow, true};
    both.first.width = first_width;
    both.second.at.x = flow.at.x + first_width + gap;
    both.second.width = flow.width - first_width - gap;
    return both;
}

void begin_root() {
    keep_alt_for_letters();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    // The ground is there: each frame begins with it. To paint it once more over everything is the dearest
    // thing in a frame where no graphics card helps.
    ImGui::Begin("##root", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse |
                     ImGuiWindowFlags_NoBackground);
    ImGui::PopStyleVar(2);
}

void end_root() {
    ImGui::End();
}

}  // namespace unknot::kit
