#pragma once

#include "app/views/kit/press.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace unknot::kit {

/// One entry of the navigation.
struct Place {
    look::IconName icon = look::IconName::today;
    std::string word;
    std::size_t count = 0;  ///< a small number after the word, where it is not zero
};

/// What the navigation leaves for the page.
struct PageArea {
    ImRect rect;
    std::optional<std::size_t> pressed;
};

/// The rail at the left (or the bar on top, in narrow windows) with its thread, whose loop points at the
/// current place. The last place stands at the bottom of the rail. Call in the root window.
PageArea navigation(const Ui& ui, std::span<const Place> places, std::size_t current);

/// A page: a header that stays and content that scrolls.
///
///     Page page(ui, area, "today");
///     Flow header = page.header("Today", "Saturday 21 November");   // draws titles; returns the header's
///     line Flow flow = page.begin_content();
///     ...
///     page.end_content(flow.at.y);
class Page {
public:
    Page(const Ui& ui, const ImRect& area, std::string_view id);
    ~Page();
    Page(const Page&) = delete;
    Page& operator=(const Page&) = delete;

    /// Draws title and fact; returns the rectangle of the header's controls, 52 units high, whose right edge
    /// is the page's: buttons go from there to the left. In narrow windows the header scrolls with the page
    /// and controls that do not fit go below (`wraps` tells).
    ImRect header(std::string_view title, std::string_view fact, float controls_width);

    /// How wide controls may be that stand in one line with that title and that fact, in pixels.
    [[nodiscard]] float header_room(std::string_view title, std::string_view fact) const;

    /// Keeps a bar of `units` at the bottom of the page, outside what scrolls; returns its rectangle.
    ImRect bottom_bar(float units);

    /// The column of the content, below the header; everything after it scrolls.
    Flow begin_content();
    void end_content(float bottom);

    [[nodiscard]] float left() const { return left_; }
    [[nodiscard]] float right() const { return right_; }

    /// Scrolls so that screen y comes to the top.
    static void scroll_to(float y);

private:
    /// The words of a header in one line: the fact is left out where both have no room.
    struct HeaderWords {
        const look::TextStyle& title;
        const look::TextStyle& fact;
        float fact_left = 0;
        bool shows_fact = false;
        float right = 0;  ///< where they end
    };
    [[nodiscard]] HeaderWords measure_header(std::string_view title, std::string_view fact) const;

    const Ui& ui_;
    ImRect area_;
    float left_ = 0;
    float right_ = 0;
    float top_ = 0;
    float bottom_ = 0;
    bool in_content_ = false;
    std::string id_;
};

/// Two columns of a flow, `first` : `second` shares, with the column gap between. Where the window has one
/// column both are the flow itself, one below the other: then begin the second where the first ended.
struct Columns {
    Flow first;
    Flow second;
    bool side_by_side = false;
};
[[nodiscard]] Columns columns(const Ui& ui, const Flow& flow, float first, float second);

/// Equal or shared widths without regard to the window: for parts of a page that decide themselves.
[[nodiscard]] Columns split(const Ui& ui, const Flow& flow, float first_width);

/// The root window: whole display, no decoration, the ground colour. Ends with end_root.
void begin_root();
void end_root();

}  // namespace unknot::kit
