#pragma once

#include <fmt/core.h>

#include <span>
#include <string>
#include <string_view>

namespace unknot::words {

/// One translated text. `key` is the English text, or "context\x04English text" where a context was given.
struct Translation {
    std::string_view key;
    std::string_view text;    ///< the one form, or the singular
    std::string_view plural;  ///< empty where the text has one form
};

/// Every text that people read, in one language. The English text is the key, as gettext does it; what a
/// language has no translation for is shown in English. A value that is passed down: nothing reads a locale.
///
/// Texts are found by xgettext at calls of `text`, `say`, `text_in`, `say_in`, `plural` and `N_` with literal
/// arguments.
class Catalogue {
public:
    /// English.
    Catalogue() = default;

    /// `translations` sorted by key; must outlive the catalogue (the tables compiled into the program do).
    Catalogue(std::string_view language, std::span<const Translation> translations)
        : language_(language), translations_(translations) {}

    /// "en", "de", …
    [[nodiscard]] std::string_view language() const { return language_; }

    [[nodiscard]] std::string_view text(std::string_view english) const;

    /// The same English word may need different ones elsewhere ("light": pressure, theme): `context` tells
    /// them apart.
    [[nodiscard]] std::string_view text_in(std::string_view context, std::string_view english) const;

    /// `text` with {0}, {1} … filled in. Throws fmt::format_error only where a translation's fields are
    /// wrong, which the catalogue tests rule out.
    template <typename... Args>
    [[nodiscard]] std::string say(std::string_view english, const Args&... args) const {
        return fmt::vformat(text(english), fmt::make_format_args(args...));
    }

    /// `text_in` with {0}, {1} … filled in.
    template <typename... Args>
    [[nodiscard]] std::string say_in(std::string_view context, std::string_view english,
                                     const Args&... args) const {
        return fmt::vformat(text_in(context, english), fmt::make_format_args(args...));
    }

    /// Singular or plural form for `count`, with {0} filled with the count and {1} … with `args`.
    template <typename... Args>
    [[nodiscard]] std::string plural(std::string_view one, std::string_view many, std::size_t count,
                                     const Args&... args) const {
        return fmt::vformat(plural_form(one, many, count), fmt::make_format_args(count, args...));
    }

private:
    [[nodiscard]] std::string_view plural_form(std::string_view one, std::string_view many,
                                               std::size_t count) const;

    std::string_view language_ = "en";
    std::span<const Translation> translations_;
};

}  // namespace unknot::words
