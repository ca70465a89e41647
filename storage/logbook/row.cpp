#include "storage/logbook/row.h"

#include <xxhash.h>

#include <array>

namespace unknot::storage {

namespace {

void append_little_endian(std::string& bytes, std::uint64_t value) {
    std::array<char, 8> digits{};
    for (char& digit : digits) {
        digit = static_cast<char>(value & 0xFFU);
        value >>= 8U;
    }
    bytes.append(digits.data(), digits.size());
}

}  // namespace

void RowContent::add(std::int64_t value) {
    bytes_ += 'i';
    append_little_endian(bytes_, static_cast<std::uint64_t>(value));
}

void RowContent::add(std::string_view value) {
    bytes_ += 't';
    append_little_endian(bytes_, value.size());
    bytes_ += value;
}

void RowContent::add_null() {
    bytes_ += 'n';
}

std::int64_t RowContent::checksum() const {
    return static_cast<std::int64_t>(XXH3_64bits(bytes_.data(), bytes_.size()));
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
