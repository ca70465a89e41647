#pragma once

#include "app/domain/instant.h"
#include "app/report/selection.h"

#include <cstdint>
#include <string>
#include <vector>

namespace unknot::report {

enum class PaperSize : std::uint8_t { a4, letter };

struct PdfOptions {
    Selection selection;
    PaperSize paper = PaperSize::a4;
    std::string password;    ///< empty: the file is open to everybody and says that it is PDF/A; else AES-256
                             ///< and no such claim, which the standard does not allow for an encrypted file
    std::string birth_date;  ///< as it is to be printed; empty = left out
    Instant made_at;         ///< printed, and the moment that the flags are asked about
};

/// A page as a screen shows it.
struct PageImage {
    int width = 0;                   ///< pixels
    int height = 0;                  ///< pixels
    std::vector<std::uint8_t> rgba;  ///< 4 bytes a pixel, row by row from the top, opaque
};

}  // namespace unknot::report
