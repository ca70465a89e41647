#include "storage/import/json_fields.h"

#include <algorithm>

namespace unknot::storage {

void JsonFields::only(std::initializer_list<std::string_view> known) {
    for (const auto& [name, value] : object_.items()) {
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            report(ImportProblem::What::unknown_field, shown_value(name), "");
        }
    }
}

void JsonFields::locate(ImportProblem& problem, std::string_view name) const {
    problem.where = where_.empty() ? std::string(name) : where_ + "." + std::string(name);
}

bool JsonFields::has(const char* name) const {
    return object_.contains(name) && !object_[name].is_null();
}

std::optional<std::string> JsonFields::text(const char* name) {
    if (!has(name)) {
        return std::nullopt;
    }
    if (!object_[name].is_string()) {
        report(ImportProblem::What::wrong_type, name, "a text");
        return std::nullopt;
    }
    return object_[name].get<std::string>();
}

std::optional<std::int64_t> JsonFields::whole_number(const char* name, Field field, Reason range) {
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

bool JsonFields::boolean(const char* name) {
    if (!has(name)) {
        return false;
    }
    if (!object_[name].is_boolean()) {
        report(ImportProblem::What::wrong_type, name, "true or false");
        return false;
    }
    return object_[name].get<bool>();
}

std::optional<std::vector<std::string>> JsonFields::names(const char* name, Field /*field*/) {
    if (!has(name)) {
        return std::nullopt;
    }
    const auto& list = object_[name];
    const bool texts = list.is_array() && std::all_of(list.begin(), list.end(),
                                                      [](const auto& item) { return item.is_string(); });
    if (!texts) {
        report(ImportProblem::What::wrong_type, name, "a list of names");
        return std::nullopt;
    }
    return list.get<std::vector<std::string>>();
}

}  // namespace unknot::storage
