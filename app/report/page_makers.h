#pragma once

#include "app/domain/milestones.h"
#include "app/domain/result.h"
#include "app/domain/snapshot.h"
#include "app/report/course.h"
#include "app/report/extract.h"
#include "app/report/pdf_options.h"
#include "app/report/sink.h"
#include "app/words/catalogue.h"

#include <optional>
#include <string>

namespace unknot::report {

/// What of a report needs the large libraries (Cairo, Pango, QPDF, libxlsxwriter): these are loaded when the
/// first of it is asked for, because most runs of the program, and every start of the window, need none.
struct PageMakers {
    /// pdf/pdf_report.h
    Result<std::string, std::string> (*pdf_report)(const Snapshot&, const words::Catalogue&,
                                                   const PdfOptions&, const Progress&);
    /// pdf/pdf_report.h
    PageImage (*first_page_image)(const Snapshot&, const words::Catalogue&, const PdfOptions&, int width);
    /// workbook/xlsx.h
    void (*write_xlsx)(const Extract&, const words::Catalogue&, const std::optional<LocalDay>& birth_date,
                       Course&, const Sink&);
};

/// Given by app/press. Throws NotMade where they cannot be loaded. On any thread.
[[nodiscard]] const PageMakers& page_makers();

}  // namespace unknot::report
