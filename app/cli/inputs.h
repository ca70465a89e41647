#pragma once

#include "app/cli/context.h"

#include <algorithm>
#include <optional>
#include <string>

namespace unknot::cli {

// Readers of single arguments. Each throws Stop with a sentence that says what is accepted.

[[nodiscard]] Soreness read_soreness(const Context& context, const std::string& text, Field field);
[[nodiscard]] PressureLevel read_pressure(const Context& context, const std::string& text);
[[nodiscard]] Duration read_duration(const Context& context, const std::string& text);

/// The side named, or the only one that the area has where none was named.
[[nodiscard]] Side read_side(const Context& context, const AreaCatalogue& areas, const std::string& area,
                             const std::string& text);

/// "none", or names joined with commas.
template <typename E, std::size_t count>
[[nodiscard]] AnswerSet<E> read_answers(const Context& context, const std::string& text, Field field,
                                        const std::array<std::string_view, count>& names) {
    AnswerSet<E> answers;
    if (text == "none") {
        return answers;
    }
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        const std::string name = text.substr(begin, end - begin);
        if (name == "none") {
            throw context.refused({field, Reason::none_and_others, name, {}});
        }
        const auto answer = answer_named<E>(names, name);
        if (!answer) {
            Refusal refusal{field, Reason::unknown_answer, shown_value(name), {"none"}};
            refusal.suggestions.insert(refusal.suggestions.end(), names.begin(), names.end());
            throw context.refused(std::move(refusal));
        }
        answers.insert(*answer);
        begin = end + 1;
    }
    return answers;
}

}  // namespace unknot::cli
