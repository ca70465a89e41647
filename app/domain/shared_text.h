#pragma once

#include <compare>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace unknot {

/// A text that is never changed in place, so that many records can have the same one: a long log's records
/// name few areas and tools, and most have no note. It stands for a `std::string` wherever one is read.
class SharedText {
public:
    SharedText() = default;
    SharedText(std::string text)
        : text_(text.empty() ? nullptr : std::make_shared<const std::string>(std::move(text))) {}
    SharedText(std::string_view text) : SharedText(std::string(text)) {}
    SharedText(const char* text) : SharedText(std::string(text)) {}

    [[nodiscard]] const std::string& str() const { return text_ ? *text_ : nothing(); }
    operator const std::string&() const { return str(); }
    operator std::string_view() const { return str(); }

    [[nodiscard]] bool empty() const { return !text_; }

    friend bool operator==(const SharedText& a, const SharedText& b) {
        return a.text_ == b.text_ || a.str() == b.str();
    }
    friend bool operator==(const SharedText& a, const std::string& b) { return a.str() == b; }
    friend bool operator==(const SharedText& a, std::string_view b) { return a.str() == b; }
    friend bool operator==(const SharedText& a, const char* b) { return a.str() == b; }
    friend std::strong_ordering operator<=>(const SharedText& a, const SharedText& b) {
        return a.text_ == b.text_ ? std::strong_ordering::equal : a.str() <=> b.str();
    }

private:
    [[nodiscard]] static const std::string& nothing();

    std::shared_ptr<const std::string> text_;  ///< null where it is empty
};

}  // namespace unknot

template <>
struct std::hash<unknot::SharedText> {
    std::size_t operator()(const unknot::SharedText& text) const noexcept {
        return std::hash<std::string>{}(text.str());
    }
};
