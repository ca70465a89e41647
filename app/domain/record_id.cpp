#include "app/domain/record_id.h"

#include "app/domain/text.h"

namespace unknot {

namespace {

constexpr std::size_t longest_id = 64;

}  // namespace

bool is_acceptable_record_id(std::string_view text) {
    if (text.empty() || text.size() > longest_id || !is_valid_utf8(text)) {
        return false;
    }
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= 0x20 || byte == 0x7F) {
            return false;
        }
    }
    return !has_invisible_or_space(text);
}

RecordId make_record_id(std::int64_t unix_ms, const std::array<std::uint8_t, 10>& random) {
    std::array<std::uint8_t, 16> bytes{};
    const auto ms = static_cast<std::uint64_t>(unix_ms);
    for (std::size_t i = 0; i < 6; ++i) {
        bytes[i] = static_cast<std::uint8_t>(ms >> (8 * (5 - i)));
    }
    for (std::size_t i = 0; i < random.size(); ++i) {
        bytes[6 + i] = random[i];
    }
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0FU) | 0x70U);  // version 7
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3FU) | 0x80U);  // variant of RFC 9562

    constexpr std::string_view digits = "0123456789abcdef";
    RecordId id;
    id.text.reserve(36);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) {
            id.text += '-';
        }
        id.text += digits[bytes[i] >> 4];
        id.text += digits[bytes[i] & 0x0FU];
    }
    return id;
}

}  // namespace unknot
