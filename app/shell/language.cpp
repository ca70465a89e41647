#include "app/shell/language.h"

#include "app/words/languages.h"

namespace unknot::shell {

words::Catalogue Language::words(std::string_view chosen) const {
    const bool other_than_kept = chosen != kept_;
    return named_ && !other_than_kept ? start_ : words::catalogue_of(chosen).value_or(start_);
}

}  // namespace unknot::shell
