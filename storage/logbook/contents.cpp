#include "storage/logbook/contents.h"

#include "storage/logbook/row.h"
#include "storage/sqlite/statement.h"

#include <xxhash.h>

#include <array>
#include <cstdio>
#include <memory>

namespace unknot::storage {

namespace {

struct FreeState {
    void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
};

/// One column as bytes that no other value has.
void append(std::string& bytes, const Statement& row, int column) {
    if (row.is_null(column)) {
        bytes += 'n';
    } else if (row.is_integer(column)) {
        bytes.append("i").append(std::to_string(row.integer(column))).append(";");
    } else {
        const std::string_view text = row.text(column);
        bytes.append("t").append(std::to_string(text.size())).append(":").append(text);
    }
}

std::string all_rows(const std::string& table) {
    return "SELECT * FROM \"" + table + "\"" +
           (table == "meta" ? " WHERE key NOT LIKE 'backup%' ORDER BY key" : "");
}

bool row_is_sound(const Statement& row, const std::string& table) {
    RowContent content(table);
    const int checksum = row.columns() - 1;
    for (int column = 0; column < checksum; ++column) {
        if (row.is_null(column)) {
            content.add_null();
        } else if (row.is_integer(column)) {
            content.add(row.integer(column));
        } else {
            content.add(row.text(column));
        }
    }
    return row.is_integer(checksum) && row.integer(checksum) == content.checksum();
}

bool has_checksums(Connection& connection, const std::string& table) {
    Statement column(connection, "SELECT 1 FROM pragma_table_info(?) WHERE name='checksum'");
    return column.bind(1, table).step();
}

}  // namespace

std::vector<std::string> tables_of(Connection& connection) {
    std::vector<std::string> tables;
    Statement table(connection,
                    "SELECT name FROM sqlite_schema WHERE type='table' AND name NOT LIKE 'sqlite\\_%' ESCAPE "
                    "'\\' ORDER BY name");
    while (table.step()) {
        tables.emplace_back(table.text(0));
    }
    return tables;
}

std::string content_digest(Connection& connection) {
    const std::unique_ptr<XXH3_state_t, FreeState> state(XXH3_createState());
    XXH3_128bits_reset(state.get());
    std::string bytes;
    for (const std::string& table : tables_of(connection)) {
        bytes = "table " + table + "\n";
        XXH3_128bits_update(state.get(), bytes.data(), bytes.size());
        Statement row(connection, all_rows(table));
        while (row.step()) {
            bytes = "row ";
            for (int column = 0; column < row.columns(); ++column) {
                append(bytes, row, column);
            }
            XXH3_128bits_update(state.get(), bytes.data(), bytes.size());
        }
    }
    const XXH128_hash_t hash = XXH3_128bits_digest(state.get());
    std::array<char, 33> digits{};
    std::snprintf(digits.data(), digits.size(), "%016llx%016llx",
                  static_cast<unsigned long long>(hash.high64), static_cast<unsigned long long>(hash.low64));
    return digits.data();
}

void each_damaged_row(Connection& connection,
                      const std::function<void(const std::string&, const std::string&)>& damaged) {
    for (const std::string& table : tables_of(connection)) {
        if (!has_checksums(connection, table)) {
            continue;
        }
        Statement row(connection, "SELECT * FROM \"" + table + "\"");
        while (row.step()) {
            if (!row_is_sound(row, table)) {
                damaged(table, std::string(row.text(0)));
            }
        }
    }
}

}  // namespace unknot::storage
