#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

namespace unknot::storage {

// How SQLite writes rows into pages: its documentation, "Database File Format", sections 1.5, 1.6 and 2.1.
// Pure; of bytes that may be anybody's.

/// The number that these bytes are, at most eight, the first the highest.
[[nodiscard]] inline std::uint64_t big_endian(std::string_view bytes) {
    std::uint64_t value = 0;
    for (const char byte : bytes) {
        value = value << 8U | static_cast<unsigned char>(byte);
    }
    return value;
}

/// The variable-length number at `at`, which then is behind it; nothing where the bytes end before it does.
[[nodiscard]] inline std::optional<std::uint64_t> read_varint(std::string_view bytes, std::size_t& at) {
    if (at < bytes.size() && (static_cast<unsigned char>(bytes[at]) & 0x80U) == 0) {
        return static_cast<unsigned char>(bytes[at++]);  // nearly all of them
    }
    std::uint64_t value = 0;
    for (int count = 0; count < 9; ++count) {
        if (at >= bytes.size()) {
            return std::nullopt;
        }
        const auto byte = static_cast<unsigned char>(bytes[at++]);
        if (count == 8) {
            return value << 8U | byte;
        }
        value = value << 7U | (byte & 0x7FU);
        if ((byte & 0x80U) == 0) {
            return value;
        }
    }
    return std::nullopt;
}

/// A column's type is text from here on where it is odd.
constexpr std::uint64_t first_text_type = 13;

/// More than any column has: the size of types that no log holds (fractions, blobs).
constexpr std::uint64_t no_size = std::uint64_t{1} << 63U;

[[nodiscard]] constexpr std::uint64_t size_of_text(std::uint64_t type) {
    return type >= first_text_type && type % 2 == 1 ? (type - first_text_type) / 2 : no_size;
}

/// The sizes of columns whose type is one byte, which nearly all are.
constexpr std::array<std::uint64_t, 128> small_sizes = [] {
    std::array<std::uint64_t, 128> sizes{0, 1, 2, 3, 4, 6, 8, no_size, 0, 0};
    for (std::size_t type = 10; type < sizes.size(); ++type) {
        sizes[type] = size_of_text(type);
    }
    return sizes;
}();

/// The bytes of a column of this type; `no_size` for types that no log holds.
[[nodiscard]] inline std::uint64_t size_of_column(std::uint64_t type) {
    return type < small_sizes.size() ? small_sizes[type] : size_of_text(type);
}

/// The whole number of a column of type 1 to 6, 8 or 9, whose bytes are those of a row's payload from `begin`
/// to `end`.
[[nodiscard]] inline std::int64_t integer_of(std::uint64_t type, std::string_view payload, std::size_t begin,
                                             std::size_t end) {
    if (begin == end) {
        return type == 9 ? 1 : 0;
    }
    std::uint64_t value = 0;
    if (std::endian::native == std::endian::little && end >= sizeof value) {
        // What lies before the column falls out below. Byte by byte it is much of what reading a log takes.
        std::memcpy(&value, payload.data() + end - sizeof value, sizeof value);
        value = __builtin_bswap64(value);
    } else {
        value = big_endian(payload.substr(begin, end - begin));
    }
    const unsigned above = 64U - static_cast<unsigned>(end - begin) * 8U;
    return static_cast<std::int64_t>(value << above) >> above;
}

/// How many bytes of a row's payload are on its own page; the rest is in a chain of others. `usable`: the
/// bytes of a page without those that are reserved.
[[nodiscard]] inline std::uint64_t payload_on_page(std::uint64_t payload, std::size_t usable) {
    const std::uint64_t most = usable - 35;
    if (payload <= most) {
        return payload;
    }
    const std::uint64_t least = (usable - 12) * 32 / 255 - 23;
    const std::uint64_t some = least + (payload - least) % (usable - 4);
    return some <= most ? some : least;
}

}  // namespace unknot::storage
