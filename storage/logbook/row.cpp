#include "storage/logbook/row.h"

#include <xxhash.h>

namespace unknot::storage {

char* RowContent::large_room_for(std::size_t more) {
    const std::size_t begin = size_ - more;
    if (large_.empty()) {
        large_.assign(small_.data(), begin);
    }
    large_.resize(size_);
    return large_.data() + begin;
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

}  // namespace unknot::storage
