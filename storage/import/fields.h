#pragma once

#include "storage/import/import_json.h"

#include <nlohmann/json.hpp>

#include <initializer_list>

namespace unknot::storage {

/// Reads the fields of one JSON object and collects what is wrong with them; null counts as absent.
class Fields {
public:
    Fields(const nlohmann::json& object, std::string where, std::vector<ImportProblem>& problems);

    /// Names every field that is not in `known`.
    void only(std::initializer_list<std::string_view> known);

    [[nodiscard]] bool has(const char* name) const;
    [[nodiscard]] std::optional<std::string> text(const char* name);
    [[nodiscard]] std::string required_text(const char* name, Field field);
    [[nodiscard]] std::optional<std::int64_t> whole_number(const char* name, Field field, Reason range);
    [[nodiscard]] std::optional<Instant> instant(const char* name, Field field);
    [[nodiscard]] std::optional<Soreness> soreness(const char* name, Field field);
    [[nodiscard]] Side side();
    [[nodiscard]] bool boolean(const char* name);

    template <typename E, std::size_t count>
    [[nodiscard]] std::optional<AnswerSet<E>> answers(const char* name, Field field,
                                                      const std::array<std::string_view, count>& names) {
        const auto listed = texts(name);
        if (!listed) {
            return std::nullopt;
        }
        AnswerSet<E> answers;
        for (const std::string& text : *listed) {
            if (const auto answer = answer_named<E>(names, text)) {
                answers.insert(*answer);
            } else {
                refuse(name,
                       {field, Reason::unknown_answer, shown_value(text), {names.begin(), names.end()}});
            }
        }
        return answers;
    }

    void refuse(const char* name, Refusal refusal);
    void report(ImportProblem::What what, const std::string& name, std::string detail);

private:
    [[nodiscard]] std::optional<std::vector<std::string>> texts(const char* name);

    const nlohmann::json& object_;
    std::string where_;
    std::vector<ImportProblem>& problems_;
};

}  // namespace unknot::storage
