#pragma once

#include "app/report/pdf/paint.h"
#include "app/report/pdf/pdf_report.h"

namespace unknot::report {

/// Makes PDF/A-1b and PDF/UA-1 of what Cairo wrote, with libqpdf: the structure tree, language, title,
/// metadata, colour profile, what fonts lack; or AES-256 where there is a password. Fails with the library's
/// words. Throws Cancelled.
[[nodiscard]] Result<std::string, std::string> finished(const Document& document,
                                                        const SheetPainter::Painted& painted,
                                                        const PdfOptions& options, const Progress& progress);

}  // namespace unknot::report
