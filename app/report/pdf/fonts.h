#pragma once

#include "app/report/pdf/qpdf.h"

namespace unknot::report {

/// Adds what PDF/A-1 asks of embedded fonts and Cairo leaves out: CIDToGIDMap and CIDSet of composite fonts,
/// CharSet of Type 1 ones (ISO 19005-1, 6.3.3 and 6.3.5).
void complete_fonts(QPDF& pdf);

}  // namespace unknot::report
