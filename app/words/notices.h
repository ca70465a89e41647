#pragma once

#include <span>
#include <string_view>

namespace unknot::words {

/// What somebody else made that this program is built on. Names, licences and notices are not translated.
struct Notice {
    std::string_view name;
    std::string_view licence;  ///< as SPDX names it, or in words
    std::string_view notice;   ///< who holds the rights, as they ask to be named
};

/// A licence that asks to be handed on with the program.
struct LicenceText {
    std::string_view name;  ///< as `Notice::licence` has it
    std::string_view text;
};

/// Everything that is in the program or that it cannot run without, in the order of third_party/README.md.
[[nodiscard]] std::span<const Notice> notices();

/// The texts of the licences that ask for it.
[[nodiscard]] std::span<const LicenceText> licence_texts();

/// What LOINC's licence asks to be printed where its codes are used.
[[nodiscard]] std::string_view loinc_notice();

/// Our own licence's notice.
[[nodiscard]] Notice own_notice();

}  // namespace unknot::words
