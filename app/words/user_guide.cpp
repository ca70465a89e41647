#include "app/words/user_guide.h"

#include "app/words/statement.h"
#include "generated/guide_table.h"

namespace unknot::words {

std::vector<UserGuidePart> user_guide(const Catalogue& words) {
    using What = tables::GuideRow::What;
    const auto said = [&](const char* text) { return words.text_in("user's guide", text); };
    std::vector<UserGuidePart> parts;
    for (const tables::GuideRow& row : tables::guide) {
        switch (row.what) {
            case What::title: parts.push_back({said(row.text), {}, {}}); break;
            case What::says: parts.back().says.push_back(said(row.text)); break;
            case What::statement: parts.back().says.push_back(statement(words, row.text)); break;
            case What::terminal: parts.back().terminal = row.text; break;
        }
    }
    return parts;
}

}  // namespace unknot::words
