#pragma once

#include "storage/import/fields.h"

#include <nlohmann/json.hpp>

#include <initializer_list>

namespace unknot::storage {

/// The fields of one JSON object; null counts as absent.
class JsonFields : public Fields {
public:
    /// `where`: the object's place in the file ("sessions[3]"), empty for the file itself.
    JsonFields(const nlohmann::json& object, std::string where, std::vector<ImportProblem>& problems)
        : Fields(problems), object_(object), where_(std::move(where)) {}

    /// Names every field that is not in `known`.
    void only(std::initializer_list<std::string_view> known);

    [[nodiscard]] bool has(const char* name) const override;
    [[nodiscard]] std::optional<std::string> text(const char* name) override;
    [[nodiscard]] std::optional<std::int64_t> whole_number(const char* name, Field field,
                                                           Reason range) override;
    [[nodiscard]] std::optional<std::vector<std::string>> names(const char* name, Field field) override;
    [[nodiscard]] bool boolean(const char* name);

protected:
    void locate(ImportProblem& problem, std::string_view name) const override;

private:
    const nlohmann::json& object_;
    std::string where_;
};

}  // namespace unknot::storage
