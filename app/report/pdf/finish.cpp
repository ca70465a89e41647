#include "app/report/pdf/finish.h"

#include "app/report/pdf/composer.h"
#include "app/report/pdf/fonts.h"
#include "app/report/pdf/metadata.h"
#include "app/report/pdf/qpdf.h"
#include "app/report/pdf/structure.h"

#include <memory>

namespace unknot::report {

namespace {

constexpr double structure_share = 0.15;  ///< of the whole work; writing the file is what is left

/// Cairo calls every page a transparency group, which PDF/A-1 refuses; nothing here is transparent.
void remove_groups(QPDF& pdf) {
    for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
        page.getObjectHandle().removeKey("/Group");
    }
}

/// Hands on how far the writer is; to say no it has to throw.
class WriterProgress : public QPDFWriter::ProgressReporter {
public:
    explicit WriterProgress(const Progress& progress) : progress_(progress) {}

    void reportProgress(int percent) override {
        constexpr double before = layout_share + paint_share + structure_share;
        if (progress_ && !progress_(before + (1 - before) * percent / 100.0)) {
            throw Cancelled{};
        }
    }

private:
    const Progress& progress_;
};

void protect(QPDFWriter& writer, const std::string& password) {
    // Whoever has the password may do everything: it keeps others out, it does not rule over the reader.
    writer.setR6EncryptionParameters(password.c_str(), password.c_str(), true, true, true, true, true, true,
                                     qpdf_r3p_full, true);
}

std::string written(QPDF& pdf, const PdfOptions& options, const Progress& progress) {
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setStreamDataMode(qpdf_s_compress);
    writer.setNewlineBeforeEndstream(true);  // ISO 19005-1, 6.1.7
    if (options.password.empty()) {
        writer.setObjectStreamMode(qpdf_o_disable);  // PDF/A-1 is PDF 1.4, which has none
        writer.forcePDFVersion("1.4");
        writer.setDeterministicID(true);
    } else {
        writer.setObjectStreamMode(qpdf_o_generate);
        protect(writer, options.password);
    }
    writer.registerProgressReporter(std::make_shared<WriterProgress>(progress));
    writer.write();
    const std::shared_ptr<Buffer> bytes = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

}  // namespace

Result<std::string, std::string> finished(const Document& document, const SheetPainter::Painted& painted,
                                          const PdfOptions& options, const Progress& progress) {
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("report", painted.pdf.data(), painted.pdf.size());
        if (!write_structure(pdf, document, painted.marks)) {
            return Failed{std::string("the marks of its pages are not those that were painted")};
        }
        remove_groups(pdf);
        complete_fonts(pdf);
        write_metadata(pdf, document, options);
        return written(pdf, options, progress);
    } catch (const std::exception& error) {  // libqpdf says everything that way
        return Failed{std::string(error.what())};
    }
}

}  // namespace unknot::report
