#include "app/words/statement.h"

#include "generated/article_table.h"

#include <algorithm>

namespace unknot::words {

std::string_view statement(const Catalogue& words, std::string_view id) {
    const auto found = std::find_if(tables::statements.begin(), tables::statements.end(),
                                    [&](const tables::StatementRow& row) { return row.id == id; });
    return found == tables::statements.end() ? std::string_view() : words.text(found->says);
}

}  // namespace unknot::words
