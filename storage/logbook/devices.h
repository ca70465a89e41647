#pragma once

#include "storage/sqlite/connection.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace unknot::storage {

/// Who made the revisions of a log: rows hold a number, which the table `device` gives an id that means the
/// same in every log. Throws DatabaseError.
class Devices {
public:
    explicit Devices(Connection& connection) : connection_(connection) {}

    /// The number of this id; adds it where the log does not know it yet, for which a write transaction must
    /// be open.
    [[nodiscard]] std::int64_t number_of(const std::string& id);

    /// Throws DamagedRecord where no device has the number.
    [[nodiscard]] const std::string& id_of(std::int64_t number);

private:
    Connection& connection_;
    std::map<std::string, std::int64_t> numbers_;
    std::map<std::int64_t, std::string> ids_;
};

}  // namespace unknot::storage
