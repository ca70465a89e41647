#pragma once

#include "storage/import/csv.h"
#include "storage/import/fields.h"

#include <string>
#include <vector>

namespace unknot::storage {

/// The fields of one row of a table, found by the names in its header. An empty cell is not recorded, `none`
/// is asked and none, several names are joined with `;`.
class CsvFields : public Fields {
public:
    CsvFields(const std::vector<std::string>& header, const std::vector<CsvCell>& row,
              std::vector<ImportProblem>& problems)
        : Fields(problems), header_(header), row_(row) {}

    [[nodiscard]] bool has(const char* name) const override { return cell(name) != nullptr; }
    [[nodiscard]] std::optional<std::string> text(const char* name) override;
    [[nodiscard]] std::optional<std::int64_t> whole_number(const char* name, Field field,
                                                           Reason range) override;
    [[nodiscard]] std::optional<std::vector<std::string>> names(const char* name, Field field) override;

protected:
    void locate(ImportProblem& problem, std::string_view name) const override;

private:
    /// Null where it is empty or has no column.
    [[nodiscard]] const CsvCell* cell(std::string_view name) const;

    const std::vector<std::string>& header_;
    const std::vector<CsvCell>& row_;
};

}  // namespace unknot::storage
