#include "app/words/letters.h"

#include <array>
#include <cstddef>

namespace unknot::words {

namespace {

/// What stands for U+00C0 to U+00FF in a search; empty: the character itself (the signs for times and divided
/// by).
constexpr std::array<std::string_view, 64> latin_1{
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",   // À to Ï
    "d", "n", "o", "o", "o", "o", "o",  "",  "o", "u", "u", "u", "u", "y", "th", "ss",  // Ð to ß
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",   // à to ï
    "d", "n", "o", "o", "o", "o", "o",  "",  "o", "u", "u", "u", "u", "y", "th", "y"};  // ð to ÿ

constexpr unsigned char latin_1_lead = 0xC3;  // of U+00C0 to U+00FF in UTF-8
constexpr unsigned char latin_a_lead = 0xC5;  // of Œ (C5 92) and œ (C5 93)

unsigned char byte_at(std::string_view text, std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : '\0';
}

}  // namespace

std::string capitalised(std::string_view text) {
    std::string raised(text);
    const unsigned char first = byte_at(text, 0);
    const unsigned char second = byte_at(text, 1);
    if (first >= 'a' && first <= 'z') {
        raised[0] = static_cast<char>(first - 'a' + 'A');
    } else if (first == latin_1_lead && second >= 0xA0 && second <= 0xBE && second != 0xB7) {
        raised[1] = static_cast<char>(second - 0x20);
    }
    return raised;
}

std::string folded(std::string_view text) {
    std::string small;
    small.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const unsigned char first = byte_at(text, i);
        const unsigned char second = byte_at(text, i + 1);
        if (first >= 'A' && first <= 'Z') {
            small += static_cast<char>(first - 'A' + 'a');
        } else if (first == latin_1_lead && second >= 0x80 && second <= 0xBF &&
                   !latin_1.at(second - 0x80U).empty()) {
            small += latin_1.at(second - 0x80U);
            ++i;
        } else if (first == latin_a_lead && (second == 0x92 || second == 0x93)) {
            small += "oe";
            ++i;
        } else {
            small += static_cast<char>(first);
        }
    }
    return small;
}

}  // namespace unknot::words
