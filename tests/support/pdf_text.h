#pragma once

#include "app/report/pdf/pdf_report.h"

#include <string>

namespace unknot::tests {

/// The report as a file; fails the test where it cannot be made.
[[nodiscard]] std::string pdf_of(const Snapshot& snapshot, const report::PdfOptions& options);

/// Options with everything left out, made on 2026-11-21 at 08:16.
[[nodiscard]] report::PdfOptions plain_options();

/// What pdftotext reads, in the order of the content, without any white space: where a line was broken does
/// not matter then. Of the first page, or of all. Skips the test where pdftotext is not installed.
[[nodiscard]] std::string first_page_text(const std::string& pdf);
[[nodiscard]] std::string whole_text(const std::string& pdf);

/// A PDF with nothing compressed: its objects, metadata, tags and alternative texts; glyphs are read by
/// pdftotext. Throws std::runtime_error where it is none.
[[nodiscard]] std::string unpacked_pdf(const std::string& pdf);

/// Without white space.
[[nodiscard]] std::string packed(const std::string& text);

[[nodiscard]] bool holds(const std::string& text, const std::string& part);

}  // namespace unknot::tests
