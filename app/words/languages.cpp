#include "app/words/languages.h"

#include "generated/words_table.h"

#include <algorithm>
#include <array>

namespace unknot::words {

namespace {

/// Every language, and its translations. A new one is its file in assets/words and one row here.
struct Language {
    std::string_view name;
    std::string_view own_name;
    std::span<const Translation> translations;
};
constexpr std::array<Language, 4> table{{{"en", "English", {}},
                                         {"de", "Deutsch", tables::de},
                                         {"es", "Espa\u00f1ol", tables::es},
                                         {"fr", "Fran\u00e7ais", tables::fr}}};

template <std::size_t count>
constexpr std::array<std::string_view, count> names_of(const std::array<Language, count>& rows) {
    std::array<std::string_view, count> names{};
    std::transform(rows.begin(), rows.end(), names.begin(), [](const Language& row) { return row.name; });
    return names;
}
constexpr auto names = names_of(table);

const Language* find(std::string_view language) {
    const auto* const row =
        std::find_if(table.begin(), table.end(), [&](const Language& one) { return one.name == language; });
    return row == table.end() ? nullptr : row;
}

}  // namespace

std::span<const std::string_view> languages() {
    return names;
}

std::string_view own_name(std::string_view language) {
    const Language* const row = find(language);
    return row == nullptr ? language : row->own_name;
}

std::optional<Catalogue> catalogue_of(std::string_view language) {
    const Language* const row = find(language);
    if (row == nullptr) {
        return std::nullopt;
    }
    return row->translations.empty() ? Catalogue() : Catalogue(row->name, row->translations);
}

}  // namespace unknot::words
