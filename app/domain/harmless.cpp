#include "app/domain/harmless.h"

#include "app/domain/seeded_fault.h"
#include "app/domain/text.h"

#include <array>
#include <cstdio>

namespace unknot {

namespace {

void append_escaped(std::string& out, char32_t c) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "[U+%04X]", static_cast<unsigned>(c));
    out += text.data();
}

bool commands_terminal(char32_t c) {
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    const bool turns =
        (c >= 0x200E && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return control || turns || c == 0x061C || c == 0x2028 || c == 0x2029;
}

}  // namespace

std::string harmless(std::string_view text) {
    if (seeded(Fault::shows_control_characters)) {
        return std::string(text);
    }
    if (!is_valid_utf8(text)) {
        std::string ascii;
        for (const char c : text) {
            ascii += c >= 0x20 && c < 0x7F ? c : '?';
        }
        return ascii;
    }
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t begin = i;
        const char32_t c = next_code_point(text, i);
        if (c == '\n' || c == '\t') {
            out += ' ';
        } else if (commands_terminal(c)) {
            append_escaped(out, c);
        } else {
            out += text.substr(begin, i - begin);
        }
    }
    return out;
}

}  // namespace unknot
