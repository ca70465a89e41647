#include "storage/import/fields.h"

#include <algorithm>

namespace unknot::storage {

Fields::Fields(const nlohmann::json& object, std::string where, std::vector<ImportProblem>& problems)
    : object_(object), where_(std::move(where)), problems_(problems) {}

void Fields::report(ImportProblem::What what, const std::string& name, std::string detail) {
    ImportProblem problem;
    problem.what = what;
    problem.where = where_.empty() ? name : where_ + "." + name;
    problem.detail = std::move(detail);
    problems_.push_back(std::move(problem));
}

void Fields::refuse(const char* name, Refusal refusal) {
    ImportProblem problem;
    problem.where = where_.empty() ? name : where_ + "." + name;
    problem.refusal = std::move(refusal);
    problems_.push_back(std::move(problem));
}

void Fields::only(std::initializer_list<std::string_view> known) {
    for (const auto& [name, value] : object_.items()) {
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            report(ImportProblem::What::unknown_field, shown_value(name), "");
        }
    }
}

bool Fields::has(const char* name) const {
    return object_.contains(name) && !object_[name].is_null();
}

std::optional<std::string> Fields::text(const char* name) {
    if (!has(name)) {
        return std::nullopt;
    }
    if (!object_[name].is_string()) {
        report(ImportProblem::What::wrong_type, name, "a text");
        return std::nullopt;
    }
    return object_[name].get<std::string>();
}

std::string Fields::required_text(const char* name, Field field) {
    if (!has(name)) {
        refuse(name, {field, Reason::missing, "", {}});
        return {};
    }
    return text(name).value_or("");
}

std::optional<std::int64_t> Fields::whole_number(const char* name, Field field, Reason range) {
    if (!has(name)) {
        return std::nullopt;
    }
    const auto& value = object_[name];
    if (value.is_number_integer() &&
        (!value.is_number_unsigned() || value.get<std::uint64_t>() <= INT64_MAX)) {
        return value.get<std::int64_t>();
    }
    refuse(name,
           {field, value.is_number() ? Reason::not_a_whole_number : range, shown_value(value.dump()), {}});
    return std::nullopt;
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

bool Fields::boolean(const char* name) {
    if (!has(name)) {
        return false;
    }
    if (!object_[name].is_boolean()) {
        report(ImportProblem::What::wrong_type, name, "true or false");
        return false;
    }
    return object_[name].get<bool>();
}

std::optional<std::vector<std::string>> Fields::texts(const char* name) {
    if (!has(name)) {
        return std::nullopt;
    }
    std::vector<std::string> texts;
    if (!object_[name].is_array()) {
        report(ImportProblem::What::wrong_type, name, "a list of names");
        return std::nullopt;
    }
    for (const auto& item : object_[name]) {
        if (!item.is_string()) {
            report(ImportProblem::What::wrong_type, name, "a list of names");
            return std::nullopt;
        }
        texts.push_back(item.get<std::string>());
    }
    return texts;
}

}  // namespace unknot::storage
