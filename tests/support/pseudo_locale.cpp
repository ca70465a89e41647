#include "tests/support/pseudo_locale.h"

#include "generated/words_table.h"

#include <algorithm>
#include <array>

namespace unknot::tests {

namespace {

constexpr std::string_view plain_vowels = "aeiouAEIOU";
constexpr std::array<std::string_view, 10> accented{"á", "ë", "ï", "ô", "ü", "Á", "Ë", "Ï", "Ô", "Ü"};

/// The English of a key, without its context.
std::string_view english(std::string_view key) {
    const std::size_t end = key.find('\x04');
    return end == std::string_view::npos ? key : key.substr(end + 1);
}

/// Texts that say no words: numbers that the program reads, units, and forms that only join others.
bool stays(std::string_view text) {
    return std::none_of(text.begin(), text.end(),
                        [](char c) { return plain_vowels.find(c) != std::string_view::npos; });
}

}  // namespace

std::string pseudo(std::string_view text) {
    if (stays(text)) {
        return std::string(text);
    }
    const std::size_t wanted = (text.size() * 7 + 4) / 5;  // 40 % more, brackets counted
    std::size_t length = text.size() + 2;
    std::string out = "[";
    bool field = false;
    for (const char c : text) {
        field = c == '{' || (field && c != '}');
        const std::size_t vowel = field ? std::string_view::npos : plain_vowels.find(c);
        if (vowel == std::string_view::npos) {
            out += c;
            continue;
        }
        out += accented.at(vowel);
        if (length < wanted) {
            out += accented.at(vowel);
            ++length;
        }
    }
    // Where the vowels were too few.
    for (; length < wanted; ++length) {
        out += "ï";
    }
    return out + "]";
}

PseudoLocale::PseudoLocale() {
    for (const words::Translation& german : unknot::tables::de) {
        const std::string& text = texts_.emplace_back(pseudo(english(german.key)));
        rows_.push_back({german.key, text, german.plural.empty() ? std::string_view() : text});
    }
}

bool goes_around_the_catalogue(std::string_view shown) {
    return shown.find_first_of(plain_vowels) != std::string_view::npos;
}

}  // namespace unknot::tests
