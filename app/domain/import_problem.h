#pragma once

#include "app/domain/validation.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace unknot {

/// One thing in a foreign file that is not accepted.
struct ImportProblem {
    enum class What : std::uint8_t {
        refused,         ///< a value; `refusal` says why and what is accepted
        not_recognised,  ///< neither JSON nor a table with one of the headers
        not_json,        ///< `detail`: the parser's words
        not_a_log,       ///< JSON, but neither "unknot-log" nor lists of sessions and check-ins
        newer_format,
        wrong_type,      ///< `detail`: what is expected there
        unknown_field,   ///< a name that no version of the format has: likely a typing error, never dropped
                         ///< silently
        duplicate_id,    ///< `detail`: the id
        missing_column,  ///< `where`: its name
        column_twice,
        row_length,     ///< `detail`: "5 of 12", the cells there are and those there should be
        quote_in_cell,  ///< a quotation mark inside a cell that did not begin with one
        text_after_quote,
        open_quote,  ///< a cell whose closing quotation mark never comes
        not_text,    ///< broken UTF-8 or a control character outside a cell's text
        unreadable,  ///< `detail`: the system's words
        folder,
        whole_log,  ///< a log itself, which is merged and not imported
        stopped,    ///< it was read no further, as was asked for
    };
    What what = What::refused;
    std::string where;       ///< "sessions[3].pressure" or the column's name; empty: the whole file
    std::size_t line = 0;    ///< from 1; 0 = not known
    std::size_t column = 0;  ///< of JSON the byte in its line, of a table the cell in its row; from 1
    std::optional<Refusal> refusal;
    std::string detail;
};

/// The same with the name of its file.
struct FileProblem {
    std::string file;
    ImportProblem problem;
};

}  // namespace unknot
