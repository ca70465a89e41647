#include "tests/support/pdf_text.h"

#include "tests/support/checkers.h"
#include "tests/support/log_maker.h"
#include "tests/support/program.h"
#include "tests/support/scene.h"

#include <catch2/catch_test_macros.hpp>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include <fstream>

namespace unknot::tests {

namespace {

std::string text_of(const std::string& pdf, const std::vector<std::string>& options) {
    const std::string program = checker("pdftotext");
    const TemporaryFolder folder;
    const std::string file = folder.path() / "report.pdf";
    std::ofstream(file, std::ios::binary) << pdf;
    std::vector<std::string> words{program, "-raw", "-enc", "UTF-8"};
    words.insert(words.end(), options.begin(), options.end());
    words.insert(words.end(), {file, "-"});
    const Finished done = run_command(words);
    REQUIRE(done.status == 0);
    return packed(done.out);
}

}  // namespace

std::string pdf_of(const Snapshot& snapshot, const report::PdfOptions& options) {
    const auto pdf = report::pdf_report(snapshot, words::Catalogue(), options);
    INFO((pdf ? std::string() : pdf.error()));
    REQUIRE(pdf.ok());
    return *pdf;
}

report::PdfOptions plain_options() {
    report::PdfOptions options;
    options.made_at = moment("2026-11-21T08:16:00+01:00");
    return options;
}

std::string first_page_text(const std::string& pdf) {
    return text_of(pdf, {"-l", "1"});
}

std::string whole_text(const std::string& pdf) {
    return text_of(pdf, {});
}

std::string packed(const std::string& text) {
    std::string kept;
    for (const char c : text) {
        if (c != ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f') {
            kept += c;
        }
    }
    return kept;
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(packed(part)) != std::string::npos;
}

std::string unpacked_pdf(const std::string& pdf) {
    QPDF document;
    document.processMemoryFile("report.pdf", pdf.data(), pdf.size());
    QPDFWriter writer(document);
    writer.setOutputMemory();
    writer.setStaticID(true);
    writer.setStreamDataMode(qpdf_s_uncompress);
    writer.setObjectStreamMode(qpdf_o_disable);  // Cairo 1.18 packs what 1.16 wrote plainly
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

}  // namespace unknot::tests
