#pragma once

#include "app/words/catalogue.h"

#include <string>
#include <string_view>

namespace unknot::shell {

/// Which language the window speaks, asked again for every frame: what the settings name takes effect in the
/// next one.
class Language {
public:
    /// `start` is what the command line or the desktop chose, `named` where it was asked for by name: that
    /// goes before the language that the settings hold when the window opens (`kept`), until another one is
    /// chosen there.
    Language(const words::Catalogue& start, bool named, std::string_view kept)
        : start_(start), named_(named), kept_(kept) {}

    /// The catalogue for the settings' language; `start` where that is empty, or has no catalogue.
    [[nodiscard]] words::Catalogue words(std::string_view chosen) const;

private:
    words::Catalogue start_;
    bool named_;
    std::string kept_;
};

}  // namespace unknot::shell
