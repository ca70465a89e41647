#pragma once

#include "app/report/pdf/document.h"
#include "app/report/pdf/pdf_report.h"
#include "app/report/pdf/qpdf.h"

namespace unknot::report {

/// What the file says about itself: language, title and that it is shown, XMP and Info that say the same, and
/// the sRGB profile that its colours are meant in. With a password it claims PDF/UA-1 alone.
void write_metadata(QPDF& pdf, const Document& document, const PdfOptions& options);

/// The XMP packet.
[[nodiscard]] std::string xmp_packet(const Document& document, const Instant& made_at, bool archive);

}  // namespace unknot::report
