#include "storage/import/fields.h"

namespace unknot::storage {

void Fields::report(ImportProblem::What what, std::string_view name, std::string detail) {
    ImportProblem problem;
    problem.what = what;
    problem.detail = std::move(detail);
    locate(problem, name);
    problems_.push_back(std::move(problem));
}

void Fields::refuse(std::string_view name, Refusal refusal) {
    ImportProblem problem;
    problem.refusal = std::move(refusal);
    locate(problem, name);
    problems_.push_back(std::move(problem));
}

bool Fields::require(const char* name, Field field) {
    if (!has(name)) {
        refuse(name, {field, Reason::missing, "", {}});
        return false;
    }
    return true;
}

std::string Fields::required_text(const char* name, Field field) {
    return require(name, field) ? text(name).value_or("") : std::string();
}

std::optional<Instant> Fields::instant(const char* name, Field field) {
    const auto written = text(name);
    if (!written) {
        return std::nullopt;
    }
    const auto at = parse_iso_instant(*written);
    if (!at) {
        refuse(name, {field, Reason::not_a_date_time, shown_value(*written), {}});
    }
    return at;
}

std::optional<Soreness> Fields::soreness(const char* name, Field field) {
    const auto number = whole_number(name, field, Reason::soreness_range);
    if (!number) {
        return std::nullopt;
    }
    const auto soreness = Soreness::of(*number);
    if (!soreness) {
        refuse(name, {field, Reason::soreness_range, std::to_string(*number), {}});
    }
    return soreness;
}

Side Fields::side() {
    const std::string written = required_text("side", Field::side);
    const auto side = side_named(written);
    if (!side && !written.empty()) {
        refuse("side", {Field::side, Reason::unknown_side, shown_value(written), {}});
    }
    return side.value_or(Side::left);
}

}  // namespace unknot::storage
