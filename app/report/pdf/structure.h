#pragma once

#include "app/report/pdf/paint.h"
#include "app/report/pdf/qpdf.h"

namespace unknot::report {

/// Replaces Cairo's structure tree by that of the document, and marks every page's content accordingly. False
/// where the pages do not hold the marks that were painted.
[[nodiscard]] bool write_structure(QPDF& pdf, const Document& document,
                                   const std::vector<std::vector<std::size_t>>& marks);

}  // namespace unknot::report
