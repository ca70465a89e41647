#include "tests/support/row_digest.h"

#include "storage/logbook/row.h"

#include <vector>

namespace unknot::tests {

std::int64_t row_digest(storage::Connection& connection, const std::set<std::string>& without) {
    std::vector<std::pair<std::string, std::string>> tables;  // name, columns as one text expression
    {
        storage::Statement table(
            connection,
            "SELECT m.name, group_concat('quote(\"' || c.name || '\")', ' || '','' || ') FROM "
            "sqlite_schema m, pragma_table_info(m.name) c WHERE m.type='table' AND m.name NOT LIKE "
            "'sqlite%' GROUP BY m.name ORDER BY m.name");
        while (table.step()) {
            tables.emplace_back(table.text(0), table.text(1));
        }
    }
    storage::RowContent content("all rows");
    for (const auto& [name, columns] : tables) {
        if (without.count(name) != 0) {
            continue;
        }
        content.add(std::string_view(name));
        storage::Statement row(connection, "SELECT " + columns + " AS r FROM " + name + " ORDER BY r");
        while (row.step()) {
            content.add(row.text(0));
        }
    }
    return content.checksum();
}

}  // namespace unknot::tests
