#include "storage/logbook/raw_rows.h"

#include "storage/logbook/row.h"
#include "storage/sqlite/record_format.h"

#include <algorithm>
#include <array>
#include <optional>

namespace unknot::storage {

namespace {

/// The tables worth saving, with their columns before the checksum.
struct KnownTable {
    std::string_view name;
    std::size_t columns;
};
constexpr std::array<KnownTable, 7> known_tables{{{"session", 17},
                                                  {"checkin", 13},
                                                  {"own_area", 9},
                                                  {"profile", 9},
                                                  {"tool", 5},
                                                  {"area_place", 5},
                                                  {"tombstone", 3}}};
constexpr std::size_t most_columns = 18;
constexpr std::uint64_t largest_row = std::uint64_t{256} * 1024;
constexpr std::size_t usual_page = 4096;

RawValue value_of(std::uint64_t type, std::string_view bytes) {
    if (type == 0) {
        return std::monostate();
    }
    if (type >= first_text_type) {
        return std::string(bytes);
    }
    return integer_of(type, bytes, 0, bytes.size());
}

std::size_t page_size_of(std::string_view bytes) {
    const std::size_t written =
        bytes.size() < 18 ? 0 : static_cast<std::size_t>(big_endian(bytes.substr(16, 2)));
    const std::size_t size = written == 1 ? 65536 : written;
    const bool possible = size >= 512 && (size & (size - 1)) == 0;
    return possible ? size : usual_page;
}

/// How the columns of a record lie in its payload.
struct Layout {
    std::vector<std::uint64_t> types;
    std::uint64_t header = 0;
};

/// Reads a record's header; nothing where it is none of ours. Cheap: it is tried at every byte.
bool read_layout(std::string_view bytes, std::size_t at, std::uint64_t payload, Layout& layout) {
    const std::size_t begin = at;
    const auto header = read_varint(bytes, at);
    if (!header || *header < 4 || *header > std::uint64_t{2} + most_columns * 3 || *header > payload) {
        return false;
    }
    layout.types.clear();
    layout.header = *header;
    std::uint64_t body = 0;
    while (at < begin + *header) {
        const auto type = read_varint(bytes, at);
        if (!type || size_of_column(*type) == no_size || layout.types.size() == most_columns) {
            return false;
        }
        body += size_of_column(*type);
        layout.types.push_back(*type);
    }
    return at == begin + *header && body + *header == payload;
}

/// The whole payload of a record that begins at `at`: what does not fit on its page goes on in a chain of
/// others.
std::optional<std::string> read_payload(std::string_view bytes, std::size_t at, std::uint64_t payload,
                                        std::size_t page) {
    const std::uint64_t local = payload_on_page(payload, page);
    if (at + local + (local < payload ? 4 : 0) > bytes.size()) {
        return std::nullopt;
    }
    std::string whole(bytes.substr(at, local));
    std::uint64_t next = local < payload ? big_endian(bytes.substr(at + local, 4)) : 0;
    while (whole.size() < payload) {
        if (next < 2 || next * page > bytes.size()) {
            return std::nullopt;
        }
        const std::string_view overflow = bytes.substr((next - 1) * page, page);
        next = big_endian(overflow.substr(0, 4));
        whole += overflow.substr(4, std::min<std::uint64_t>(page - 4, payload - whole.size()));
    }
    return whole;
}

bool fits(const RawRow& row, std::int64_t checksum) {
    RowContent content(row.table);
    for (const RawValue& value : row.columns) {
        if (const auto* number = std::get_if<std::int64_t>(&value)) {
            content.add(*number);
        } else if (const auto* text = std::get_if<std::string>(&value)) {
            content.add(std::string_view(*text));
        } else {
            content.add_null();
        }
    }
    return content.checksum() == checksum;
}

std::optional<RawRow> row_of(const Layout& layout, std::string_view payload) {
    RawRow row;
    std::size_t at = layout.header;
    for (const std::uint64_t type : layout.types) {
        const auto size = static_cast<std::size_t>(size_of_column(type));
        row.columns.push_back(value_of(type, payload.substr(at, size)));
        at += size;
    }
    const auto* const checksum = std::get_if<std::int64_t>(&row.columns.back());
    if (checksum == nullptr) {
        return std::nullopt;
    }
    const std::int64_t wanted = *checksum;
    row.columns.pop_back();
    for (const KnownTable& table : known_tables) {
        row.table = table.name;
        if (table.columns == row.columns.size() && fits(row, wanted)) {
            return row;
        }
    }
    return std::nullopt;
}

bool is_known_size(std::size_t columns) {
    return std::any_of(known_tables.begin(), known_tables.end(),
                       [&](const KnownTable& table) { return table.columns + 1 == columns; });
}

}  // namespace

void each_raw_row(std::string_view bytes, const std::function<void(RawRow)>& take) {
    const std::size_t page = page_size_of(bytes);
    Layout layout;
    for (std::size_t begin = 0; begin < bytes.size(); ++begin) {
        std::size_t at = begin;
        const auto payload = read_varint(bytes, at);
        if (!payload || *payload < 8 || *payload > largest_row) {
            continue;
        }
        if (!read_varint(bytes, at) || !read_layout(bytes, at, *payload, layout) ||
            !is_known_size(layout.types.size())) {
            continue;
        }
        const auto whole = read_payload(bytes, at, *payload, page);
        if (auto row = whole ? row_of(layout, *whole) : std::nullopt) {
            take(std::move(*row));
        }
    }
}

bool looks_like_a_log(std::string_view bytes) {
    if (bytes.find("CREATE TABLE tombstone (") != std::string_view::npos) {
        return true;
    }
    bool found = false;
    each_raw_row(bytes.substr(0, std::size_t{4} * 1024 * 1024), [&](const RawRow&) { found = true; });
    return found;
}

}  // namespace unknot::storage
