#include "storage/logbook/devices.h"

#include "storage/logbook/row.h"

namespace unknot::storage {

std::int64_t Devices::number_of(const std::string& id) {
    if (const auto known = numbers_.find(id); known != numbers_.end()) {
        return known->second;
    }
    std::optional<std::int64_t> number;
    {
        Statement row(connection_, "SELECT number FROM device WHERE id=?");
        if (row.bind(1, id).step()) {
            number = row.integer(0);
        }
    }
    if (!number) {
        Statement(connection_, "INSERT INTO device (id) VALUES (?)").bind(1, id).run();
        number = connection_.integer("SELECT last_insert_rowid()");
    }
    numbers_.emplace(id, *number);
    return *number;
}

const std::string& Devices::id_of(std::int64_t number) {
    if (const auto known = ids_.find(number); known != ids_.end()) {
        return known->second;
    }
    Statement row(connection_, "SELECT id FROM device WHERE number=?");
    if (!row.bind(1, number).step()) {
        throw DamagedRecord{"device " + std::to_string(number)};
    }
    return ids_.emplace(number, std::string(row.text(0))).first->second;
}

}  // namespace unknot::storage
