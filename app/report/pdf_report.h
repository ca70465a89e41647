#pragma once

#include "app/domain/instant.h"
#include "app/domain/result.h"
#include "app/domain/snapshot.h"
#include "app/report/progress.h"
#include "app/report/selection.h"
#include "app/words/catalogue.h"

#include <cstdint>
#include <string>
#include <vector>

/// The report that somebody hands to a clinician: one page that answers the questions, then every record.
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

/// The report as a PDF file: PDF/A-1b and PDF/UA-1 at once where there is no password. The same log, options
/// and words give the same bytes (with a password they differ, as they must). Fails with one sentence:
/// `progress` said no, or a library that makes it did.
[[nodiscard]] Result<std::string, std::string> pdf_report(const Snapshot& snapshot,
                                                          const words::Catalogue& words,
                                                          const PdfOptions& options,
                                                          const Progress& progress = {});

/// A page as a screen shows it.
struct PageImage {
    int width = 0;                   ///< pixels
    int height = 0;                  ///< pixels
    std::vector<std::uint8_t> rgba;  ///< 4 bytes a pixel, row by row from the top, opaque
};

/// The first page, `width` pixels wide (1 to 8000); empty where there is no memory for it.
[[nodiscard]] PageImage first_page_image(const Snapshot& snapshot, const words::Catalogue& words,
                                         const PdfOptions& options, int width);

}  // namespace unknot::report
