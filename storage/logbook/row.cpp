#include "storage/logbook/row.h"

#include <xxhash.h>

#include <algorithm>

namespace unknot::storage {

namespace {

/// A letter for the type, and eight bytes.
constexpr std::size_t head_size = 9;

void put_head(char* to, char type, std::uint64_t value) {
    *to++ = type;
    for (int byte = 0; byte < 8; ++byte) {
        *to++ = static_cast<char>(value & 0xFFU);
        value >>= 8U;
    }
}

}  // namespace

char* RowContent::room_for(std::size_t more) {
    const std::size_t begin = size_;
    size_ += more;
    if (large_.empty() && size_ <= small_.size()) {
        return small_.data() + begin;
    }
    if (large_.empty()) {
        large_.assign(small_.data(), begin);
    }
    large_.resize(size_);
    return large_.data() + begin;
}

void RowContent::add(std::int64_t value) {
    put_head(room_for(head_size), 'i', static_cast<std::uint64_t>(value));
}

void RowContent::add(std::string_view value) {
    char* const to = room_for(head_size + value.size());
    put_head(to, 't', value.size());
    std::copy(value.begin(), value.end(), to + head_size);
}

void RowContent::add_null() {
    *room_for(1) = 'n';
}

std::int64_t RowContent::checksum() const {
    return static_cast<std::int64_t>(XXH3_64bits(large_.empty() ? small_.data() : large_.data(), size_));
}

RowWriter& RowWriter::put(std::int64_t value) {
    content_.add(value);
    statement_.bind(++parameter_, value);
    return *this;
}

RowWriter& RowWriter::put(std::string_view value) {
    content_.add(value);
    statement_.bind(++parameter_, value);
    return *this;
}

RowWriter& RowWriter::put(const std::optional<std::int64_t>& value) {
    return value ? put(*value) : put_null();
}

RowWriter& RowWriter::put_null() {
    content_.add_null();
    statement_.bind_null(++parameter_);
    return *this;
}

void RowWriter::finish() {
    statement_.bind(++parameter_, content_.checksum());
    statement_.run();
}

std::int64_t RowReader::integer() {
    const std::int64_t value = row_.integer(column_++);
    content_.add(value);
    return value;
}

std::optional<std::int64_t> RowReader::optional_integer() {
    if (row_.is_null(column_)) {
        ++column_;
        content_.add_null();
        return std::nullopt;
    }
    return integer();
}

std::string RowReader::text() {
    const std::string_view value = row_.text(column_++);
    content_.add(value);
    return std::string(value);
}

std::optional<std::string> RowReader::optional_text() {
    if (row_.is_null(column_)) {
        ++column_;
        content_.add_null();
        return std::nullopt;
    }
    return text();
}

void RowReader::finish(const std::string& id) {
    if (row_.is_null(column_) || row_.integer(column_) != content_.checksum()) {
        throw DamagedRecord{id};
    }
    ++column_;
}

}  // namespace unknot::storage
