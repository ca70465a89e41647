#pragma once

#include "storage/import/problem.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unknot::storage {

/// The fields of one record in a foreign file, whatever its format. What is wrong with them is collected, and
/// the reader goes on: somebody who corrects a file wants to hear everything at once.
class Fields {
public:
    explicit Fields(std::vector<ImportProblem>& problems) : problems_(problems) {}
    virtual ~Fields() = default;
    Fields(const Fields&) = delete;
    Fields& operator=(const Fields&) = delete;

    /// False where the field is not recorded.
    [[nodiscard]] virtual bool has(const char* name) const = 0;
    [[nodiscard]] virtual std::optional<std::string> text(const char* name) = 0;
    /// `range`: what a value that is no number at all is refused with.
    [[nodiscard]] virtual std::optional<std::int64_t> whole_number(const char* name, Field field,
                                                                   Reason range) = 0;
    /// The names in a set; empty = asked, none.
    [[nodiscard]] virtual std::optional<std::vector<std::string>> names(const char* name, Field field) = 0;

    [[nodiscard]] std::string required_text(const char* name, Field field);
    /// Refuses the field as missing where it is.
    [[nodiscard]] bool require(const char* name, Field field);
    [[nodiscard]] std::optional<Instant> instant(const char* name, Field field);
    [[nodiscard]] std::optional<Soreness> soreness(const char* name, Field field);
    [[nodiscard]] Side side();

    template <typename E, std::size_t count>
    [[nodiscard]] std::optional<AnswerSet<E>> answers(const char* name, Field field,
                                                      const std::array<std::string_view, count>& accepted) {
        const auto listed = names(name, field);
        if (!listed) {
            return std::nullopt;
        }
        AnswerSet<E> answers;
        for (const std::string& text : *listed) {
            if (const auto answer = answer_named<E>(accepted, text)) {
                answers.insert(*answer);
            } else {
                refuse(
                    name,
                    {field, Reason::unknown_answer, shown_value(text), {accepted.begin(), accepted.end()}});
            }
        }
        return answers;
    }

    void refuse(std::string_view name, Refusal refusal);
    void report(ImportProblem::What what, std::string_view name, std::string detail);

protected:
    /// Says in `problem` where the field stands.
    virtual void locate(ImportProblem& problem, std::string_view name) const = 0;

private:
    std::vector<ImportProblem>& problems_;
};

}  // namespace unknot::storage
