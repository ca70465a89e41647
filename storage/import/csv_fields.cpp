#include "storage/import/csv_fields.h"

#include <algorithm>

namespace unknot::storage {

namespace {

/// Takes off the one `'` that export puts before what a spreadsheet would run as a formula.
std::string unguarded(const std::string& text) {
    constexpr std::string_view guarded = "=+-@'\t\r\n";
    const bool has_guard =
        text.size() > 1 && text[0] == '\'' && guarded.find(text[1]) != std::string_view::npos;
    return has_guard ? text.substr(1) : text;
}

bool is_free_text(std::string_view name) {
    return name == "id" || name == "tool" || name == "note";
}

}  // namespace

const CsvCell* CsvFields::cell(std::string_view name) const {
    const auto at = std::find(header_.begin(), header_.end(), name);
    if (at == header_.end()) {
        return nullptr;
    }
    const CsvCell& found = row_[static_cast<std::size_t>(at - header_.begin())];
    return found.text.empty() ? nullptr : &found;
}

void CsvFields::locate(ImportProblem& problem, std::string_view name) const {
    const auto at = std::find(header_.begin(), header_.end(), name);
    problem.where = name;
    problem.line = row_.front().line;
    if (at != header_.end()) {
        const auto column = static_cast<std::size_t>(at - header_.begin());
        problem.column = column + 1;
        problem.line = row_[column].line;
    }
}

std::optional<std::string> CsvFields::text(const char* name) {
    const CsvCell* found = cell(name);
    if (found == nullptr) {
        return std::nullopt;
    }
    return is_free_text(name) ? unguarded(found->text) : found->text;
}

std::optional<std::int64_t> CsvFields::whole_number(const char* name, Field field, Reason range) {
    const CsvCell* found = cell(name);
    if (found == nullptr) {
        return std::nullopt;
    }
    const auto number = parse_whole_number(found->text);
    if (!number) {
        refuse(name, {field, range, shown_value(found->text), {}});
    }
    return number;
}

std::optional<std::vector<std::string>> CsvFields::names(const char* name, Field field) {
    const CsvCell* found = cell(name);
    if (found == nullptr) {
        return std::nullopt;
    }
    std::vector<std::string> names;
    if (found->text == "none") {
        return names;
    }
    for (std::size_t begin = 0; begin <= found->text.size();) {
        const std::size_t end = std::min(found->text.find(';', begin), found->text.size());
        names.push_back(found->text.substr(begin, end - begin));
        begin = end + 1;
    }
    if (std::find(names.begin(), names.end(), "none") != names.end()) {
        refuse(name, {field, Reason::none_and_others, "none", {}});
        return std::nullopt;
    }
    return names;
}

}  // namespace unknot::storage
