#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace unknot {

/// Names one session or check-in, unique over both kinds. Records made here carry a UUID version 7;
/// imported ones keep any text that `is_acceptable_record_id` takes. Never reused.
struct RecordId {
    std::string text;

    friend auto operator<=>(const RecordId&, const RecordId&) = default;
    friend bool operator==(const RecordId&, const RecordId&) = default;
};

/// True for 1 to 64 bytes of printable ASCII or UTF-8 without spaces and control characters.
[[nodiscard]] bool is_acceptable_record_id(std::string_view text);

/// A UUID version 7 (RFC 9562, section 5.7) in lower case: `unix_ms` in its first 48 bits, so that ids sort
/// by when they were made; `random` fills the other 74 bits. The caller brings both: this code reads no
/// clock.
[[nodiscard]] RecordId make_record_id(std::int64_t unix_ms, const std::array<std::uint8_t, 10>& random);

}  // namespace unknot

template <>
struct std::hash<unknot::RecordId> {
    std::size_t operator()(const unknot::RecordId& id) const noexcept {
        return std::hash<std::string>{}(id.text);
    }
};
