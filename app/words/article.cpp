#include "app/words/article.h"

#include "generated/article_table.h"

namespace unknot::words {

namespace {

bool belongs_to(std::string_view group, Moment moment) {
    switch (moment) {
        case Moment::before: return group == "before";
        case Moment::pressure: return group == "pressure";
        case Moment::during: return group == "during";
        case Moment::after: return group == "after" || group == "time course";
        case Moment::stop: return group == "stop";
        case Moment::seek_care: return group == "seek care";
        case Moment::habits: return group == "habits";
    }
    return false;
}

}  // namespace

std::vector<Statement> statements(const Catalogue& words, Moment moment) {
    std::vector<Statement> found;
    for (const tables::StatementRow& row : tables::statements) {
        if (belongs_to(row.group, moment)) {
            found.push_back({row.id, words.text(row.says), words.text(row.section)});
        }
    }
    return found;
}

std::string_view article_title() {
    return tables::article_title;
}

std::vector<std::string_view> article_sources() {
    return {tables::article_sources.begin(), tables::article_sources.end()};
}

std::string_view long_disclaimer(const Catalogue& words) {
    return words.text(
        "General information, not medical advice. It does not replace advice, diagnosis or treatment by a "
        "professional.");
}

}  // namespace unknot::words
