#pragma once

#include "app/domain/shared_text.h"

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace unknot {

/// Names one session or check-in, unique over both kinds. Records made here carry a UUID version 7;
/// imported ones keep any text that `is_acceptable_record_id` takes. Never reused. Ordered as their texts
/// are.
class RecordId {
public:
    /// No id: its text is empty.
    RecordId() = default;
    RecordId(std::string_view text);

    [[nodiscard]] std::string text() const;
    [[nodiscard]] bool empty() const { return !is_uuid() && other_.empty(); }

    friend std::strong_ordering operator<=>(const RecordId& a, const RecordId& b) {
        // The texts of two UUIDs are ordered as their bytes are.
        return a.is_uuid() && b.is_uuid() ? a.uuid_ <=> b.uuid_ : a.text() <=> b.text();
    }
    friend bool operator==(const RecordId&, const RecordId&) = default;
    friend struct std::hash<RecordId>;
    friend RecordId make_record_id(std::int64_t unix_ms, const std::array<std::uint8_t, 10>& random);

private:
    [[nodiscard]] bool is_uuid() const { return uuid_ != no_uuid; }

    /// A UUID of zeros is kept as a text: the same id has one form only.
    static constexpr std::array<std::uint64_t, 2> no_uuid{};

    // Nearly every id of a long log is a UUID as we write it. Its bytes are a fifth of what its text takes.
    std::array<std::uint64_t, 2> uuid_{};  ///< the first byte the highest
    SharedText other_;                     ///< any other text
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
        // The second half is random in ids of ours; what others made is mixed with the first.
        return id.is_uuid() ? std::hash<std::uint64_t>{}(id.uuid_[1] ^ (id.uuid_[0] * 0x9E3779B97F4A7C15U))
                            : std::hash<unknot::SharedText>{}(id.other_);
    }
};
