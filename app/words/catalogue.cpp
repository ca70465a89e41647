#include "app/words/catalogue.h"

#include <algorithm>

namespace unknot::words {

namespace {

const Translation* find(std::span<const Translation> translations, std::string_view key) {
    const auto found = std::lower_bound(translations.begin(), translations.end(), key,
                                        [](const Translation& t, std::string_view k) { return t.key < k; });
    return found != translations.end() && found->key == key ? &*found : nullptr;
}

}  // namespace

std::string_view Catalogue::text(std::string_view english) const {
    const Translation* found = find(translations_, english);
    return found != nullptr ? found->text : english;
}

std::string_view Catalogue::text_in(std::string_view context, std::string_view english) const {
    if (translations_.empty()) {
        return english;
    }
    std::string key(context);
    key += '\x04';
    key += english;
    const Translation* found = find(translations_, key);
    return found != nullptr ? found->text : english;
}

std::string_view Catalogue::plural_form(std::string_view one, std::string_view many,
                                        std::size_t count) const {
    const Translation* found = find(translations_, one);
    // French counts zero with one; the other languages of this catalogue do not.
    const bool singular = count == 1 || (count == 0 && language_ == "fr");
    if (found == nullptr || found->plural.empty()) {
        return singular ? one : many;
    }
    return singular ? found->text : found->plural;
}

}  // namespace unknot::words
