#include "app/cli/import_text.h"

#include "app/words/phrases.h"

namespace unknot::cli {

namespace {

using Wrong = storage::ImportProblem::What;

std::string table_text(const Context& context, const storage::ImportProblem& problem) {
    switch (problem.what) {
        case Wrong::missing_column: return std::string(context.words.text("this column is missing"));
        case Wrong::column_twice: return std::string(context.words.text("this column is there twice"));
        case Wrong::row_length:
            return context.words.say("the row has another number of cells than the first line: {0}",
                                     problem.detail);
        case Wrong::quote_in_cell:
            return std::string(context.words.text(
                "a quotation mark stands inside a cell that does not begin with one; put the cell in "
                "quotation marks and double those inside"));
        case Wrong::text_after_quote:
            return std::string(
                context.words.text("something other than a comma stands behind a closing quotation mark"));
        case Wrong::open_quote:
            return std::string(
                context.words.text("the quotation mark that this cell begins with is never closed"));
        case Wrong::not_text:
            return std::string(
                context.words.text("the line is not text in UTF-8, or holds a NUL; save the table as UTF-8"));
        default: return {};
    }
}

std::string problem_text(const Context& context, const storage::ImportProblem& problem) {
    switch (problem.what) {
        case Wrong::refused: {
            Refusal shown = *problem.refusal;
            shown.value = harmless(shown.value);
            return words::sentence(context.words, shown);
        }
        case Wrong::not_recognised:
            return std::string(context.words.text(
                "this is neither a log.json nor a table with the first line of sessions.csv or checkins.csv "
                "(names with commas between them)"));
        case Wrong::not_json: return context.words.say("this is not JSON ({0})", harmless(problem.detail));
        case Wrong::not_a_log:
            return std::string(
                context.words.text("this is not an Unknot log: \"sessions\" and \"checkins\" are missing"));
        case Wrong::newer_format:
            return context.words.say("version {0} of the format is not known; 1 is accepted",
                                     harmless(problem.detail));
        case Wrong::wrong_type: return context.words.say("{0} is accepted here", problem.detail);
        case Wrong::unknown_field: return std::string(context.words.text("no such field is known"));
        case Wrong::duplicate_id:
            return context.words.say("the id \"{0}\" stands in this file twice", harmless(problem.detail));
        default: return table_text(context, problem);
    }
}

}  // namespace

std::string place_in_file(const Context& context, const std::string& file, std::size_t line,
                          std::size_t column, const std::string& field) {
    const std::string name = harmless(file);
    if (line > 0 && column > 0 && !field.empty()) {
        return context.words.say("{0}, line {1}, column {2} ({3})", name, line, column, harmless(field));
    }
    if (line > 0 && column > 0) {
        return context.words.say("{0}, line {1}, column {2}", name, line, column);
    }
    if (line > 0 && !field.empty()) {
        return context.words.say("{0}, line {1} ({2})", name, line, harmless(field));
    }
    if (line > 0) {
        return context.words.say("{0}, line {1}", name, line);
    }
    return field.empty() ? name : name + ": " + harmless(field);
}

std::string sentence(const Context& context, const std::string& file, const storage::ImportProblem& problem) {
    return place_in_file(context, file, problem.line, problem.column, problem.where) + ": " +
           problem_text(context, problem);
}

}  // namespace unknot::cli
