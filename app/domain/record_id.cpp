#include "app/domain/record_id.h"

#include "app/domain/text.h"

#include <algorithm>
#include <bit>

namespace unknot {

namespace {

constexpr std::size_t longest_id = 64;

/// The same byte eight times.
constexpr std::uint64_t each_byte(std::uint8_t byte) {
    return 0x0101010101010101U * byte;
}

/// Reads eight hexadecimal digits in lower case, all at once: a long log has a million to read. False where
/// one is none.
[[nodiscard]] bool read_digits(const std::array<char, 8>& digits, std::uint64_t& number) {
    auto text = std::bit_cast<std::uint64_t>(digits);
    if constexpr (std::endian::native == std::endian::little) {
        text = __builtin_bswap64(text);  // the first digit is the highest byte
    }
    const std::uint64_t letters = text >> 6U & each_byte(1);
    const std::uint64_t values = (text & each_byte(0x0F)) + letters * 9;
    // Written back they must be the same text: this is what finds that they were other characters.
    const std::uint64_t above_nine = (values + each_byte(6)) >> 4U & each_byte(1);
    const std::uint64_t again = values + each_byte('0') + above_nine * ('a' - '0' - 10);
    number = (values | values >> 4U) & 0x00FF00FF00FF00FFU;
    number = (number | number >> 8U) & 0x0000FFFF0000FFFFU;
    number = (number | number >> 16U) & 0xFFFFFFFFU;
    return again == text && (values & each_byte(0xF0)) == 0;
}

/// Four characters and four more.
[[nodiscard]] std::array<char, 8> eight(const char* first, const char* second) {
    std::array<char, 8> both{};
    std::copy_n(first, 4, both.begin());
    std::copy_n(second, 4, both.begin() + 4);
    return both;
}

void put_digits(std::uint64_t number, int digits, std::string& text) {
    for (int at = digits - 1; at >= 0; --at) {
        text += "0123456789abcdef"[number >> (4 * static_cast<unsigned>(at)) & 0xFU];
    }
}

/// Where RFC 9562 has hyphens in a UUID.
constexpr std::size_t uuid_length = 36;
constexpr std::array<std::size_t, 4> hyphens{8, 13, 18, 23};

/// False where the text is not a UUID as we write one: with letters in upper case it is another id.
[[nodiscard]] bool read_uuid(std::string_view text, std::array<std::uint64_t, 2>& uuid) {
    if (text.size() != uuid_length) {
        return false;
    }
    for (const std::size_t at : hyphens) {
        if (text[at] != '-') {
            return false;
        }
    }
    const char* const begin = text.data();
    std::array<std::uint64_t, 4> parts{};
    const bool digits = read_digits(eight(begin, begin + 4), parts[0]) &&
                        read_digits(eight(begin + 9, begin + 14), parts[1]) &&
                        read_digits(eight(begin + 19, begin + 24), parts[2]) &&
                        read_digits(eight(begin + 28, begin + 32), parts[3]);
    uuid = {parts[0] << 32U | parts[1], parts[2] << 32U | parts[3]};
    return digits;
}

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

    RecordId id;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        id.uuid_[i / 8] = id.uuid_[i / 8] << 8U | bytes[i];
    }
    return id;
}

RecordId::RecordId(std::string_view text) {
    std::array<std::uint64_t, 2> uuid{};
    if (read_uuid(text, uuid) && uuid != no_uuid) {
        uuid_ = uuid;
    } else {
        other_ = text;
    }
}

std::string RecordId::text() const {
    if (!is_uuid()) {
        return other_.str();
    }
    std::string text;
    text.reserve(uuid_length);
    put_digits(uuid_[0] >> 32U, 8, text);
    text += '-';
    put_digits(uuid_[0] >> 16U, 4, text);
    text += '-';
    put_digits(uuid_[0], 4, text);
    text += '-';
    put_digits(uuid_[1] >> 48U, 4, text);
    text += '-';
    put_digits(uuid_[1], 12, text);
    return text;
}

}  // namespace unknot
