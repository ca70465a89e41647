#include "tests/support/checkers.h"
#include "tests/support/log_maker.h"
#include "tests/support/pdf_text.h"
#include "tests/support/program.h"
#include "tests/support/scene.h"
#include "tests/support/ua_check.h"

#include <catch2/catch_test_macros.hpp>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>

using namespace unknot;
using namespace unknot::tests;

namespace {

/// A log with something on every part of the report: flags, two areas, late entries, notes in six scripts.
Snapshot full_log() {
    std::vector<CheckIn> checkins;
    const std::vector<std::string> notes{"Mild, \u201cfine\u201d \u2265 2 \u00bd",
                                         "\u0623\u0644\u0645 \u062e\u0641\u064a\u0641",
                                         "\u0939\u0932\u094d\u0915\u093e \u0926\u0930\u094d\u0926",
                                         "\u0e1b\u0e27\u0e14\u0e40\u0e25\u0e47\u0e01\u0e19\u0e49\u0e2d\u0e22",
                                         "\u6309\u6469\u5f8c\u7b2c\u4e8c\u5929",
                                         "\u0411\u043e\u043b\u044c",
                                         "\U0001F486\U0001F3FD\u200d\u2640\ufe0f"};
    for (std::size_t i = 0; i < notes.size(); ++i) {
        CheckIn one =
            checkin("c" + std::to_string(i), "2026-11-1" + std::to_string(i + 1) + "T08:00:00+01:00", "calf",
                    Side::left, 3 + static_cast<int>(i) % 5);
        one.note = notes[i];
        one.symptoms = i == 3 ? Symptoms{Symptom::numbness} : Symptoms{};
        one.entered_at = moment("2026-11-20T08:00:00+01:00");
        checkins.push_back(one);
    }
    return log_of({session("s", "2026-11-10T19:00:00+01:00", "calf", Side::left),
                   session("t", "2026-11-12T19:00:00+01:00", "low_back", Side::center)},
                  checkins);
}

report::PdfOptions full_options() {
    report::PdfOptions options = plain_options();
    options.selection.notes = true;
    options.selection.name = "A. Person";
    options.birth_date = "1 January 1980";
    return options;
}

/// A program's answer about the bytes as a file.
Finished asked(std::vector<std::string> words, const std::string& pdf) {
    const TemporaryFolder folder;
    const std::string file = folder.path() / "report.pdf";
    std::ofstream(file, std::ios::binary) << pdf;
    words.push_back(file);
    return run_command(words);
}

/// A good report, and broken copies of it.
struct Subject {
    std::string good = pdf_of(full_log(), full_options());

    /// The report after `change`, written as it was.
    [[nodiscard]] std::string changed(const std::function<void(QPDF&)>& change) const {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("report", good.data(), good.size());
        change(pdf);
        QPDFWriter writer(pdf);
        writer.setOutputMemory();
        writer.setObjectStreamMode(qpdf_o_disable);
        writer.setNewlineBeforeEndstream(true);
        writer.forcePDFVersion("1.4");
        writer.setDeterministicID(true);
        writer.write();
        const auto bytes = writer.getBufferSharedPointer();
        return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
    }

    [[nodiscard]] std::string without(const char* key) const {
        return changed([key](QPDF& pdf) { pdf.getRoot().removeKey(key); });
    }

    /// After a change of its first page.
    [[nodiscard]] std::string with_page(
        const std::function<void(QPDF&, QPDFPageObjectHelper&)>& change) const {
        return changed([&](QPDF& pdf) {
            QPDFPageObjectHelper page = QPDFPageDocumentHelper(pdf).getAllPages().front();
            change(pdf, page);
        });
    }
};

/// The first element of a kind.
QPDFObjectHandle element(QPDF& pdf, const std::string& tag) {
    for (QPDFObjectHandle object : pdf.getAllObjects()) {
        if (object.isDictionaryOfType("/StructElem") && object.getKey("/S").isNameAndEquals(tag)) {
            return object;
        }
    }
    FAIL("there is no " << tag);
    return QPDFObjectHandle::newNull();
}

bool finds(const std::string& pdf, const std::string& fault) {
    const std::vector<std::string> faults = ua_faults(pdf);
    return std::any_of(faults.begin(), faults.end(),
                       [&](const std::string& one) { return one.find(fault) != std::string::npos; });
}

}  // namespace

TEST_CASE("qpdf finds nothing wrong in the report, and half of it broken", "[report][pdf]") {
    const Subject report;
    const std::string qpdf = checker("qpdf");
    CHECK(asked({qpdf, "--check"}, report.good.substr(0, report.good.size() / 2)).status != 0);
    const Finished done = asked({qpdf, "--check"}, report.good);
    INFO(done.out + done.err);
    CHECK(done.status == 0);
}

TEST_CASE("PDFBox finds PDF/A-1b in the report, and not where a font, the profile or the words are missing",
          "[report][pdf]") {
    const Subject report;
    const std::string java = checker("java");
    std::string path;
    for (const char* jar : {"pdfbox2", "fontbox2", "preflight", "xmpbox", "commons-io", "commons-logging",
                            "javax.activation", "jaxb-api"}) {
        path += checker("../share/java/" + std::string(jar) + ".jar") + ":";
    }
    const auto valid = [&](const std::string& pdf) {
        const Finished done = asked({java, "-cp", path, "org.apache.pdfbox.preflight.Validator_A1b"}, pdf);
        UNSCOPED_INFO(done.out);
        return done.status == 0;
    };
    CHECK(!valid(report.without("/OutputIntents")));
    CHECK(!valid(report.without("/Metadata")));
    CHECK(!valid(report.changed([](QPDF& pdf) {
        for (QPDFObjectHandle object : pdf.getAllObjects()) {
            if (object.isDictionaryOfType("/FontDescriptor")) {
                object.removeKey("/FontFile2");
            }
        }
    })));
    CHECK(valid(report.good));
}

TEST_CASE("poppler sees a tagged file, every font embedded with its letters, and no picture of pixels",
          "[report][pdf]") {
    const Subject report;
    CHECK(asked({checker("pdfinfo")}, report.good).out.find("Tagged:          yes") != std::string::npos);
    CHECK(asked({checker("pdfinfo")}, report.without("/MarkInfo")).out.find("Tagged:          no") !=
          std::string::npos);
    const std::string fonts = asked({checker("pdffonts")}, report.good).out;
    std::size_t rows = 0;
    std::istringstream lines(fonts);
    for (std::string line; std::getline(lines, line);) {
        if (line.find('+') != std::string::npos) {
            INFO(line);
            CHECK(line.find("yes yes yes") != std::string::npos);  // embedded, subset, Unicode map
            CHECK(line.find("Type 3") == std::string::npos);
            ++rows;
        }
    }
    CHECK(rows >= 3);
    const std::string images = asked({checker("pdfimages"), "-list"}, report.good).out;
    CHECK(std::count(images.begin(), images.end(), '\n') == 2);  // the two lines of the header
}

TEST_CASE("the report keeps every rule of PDF/UA that a program can check", "[report][pdf]") {
    const Subject report;
    CHECK(ua_faults(report.good) == std::vector<std::string>{});
}

TEST_CASE("the check of PDF/UA finds each rule broken", "[report][pdf]") {
    const Subject report;
    CHECK(finds(report.without("/Lang"), "no language"));
    CHECK(finds(report.without("/ViewerPreferences"), "title is not shown"));
    CHECK(finds(report.without("/MarkInfo"), "not marked as tagged"));
    CHECK(finds(report.without("/Metadata"), "does not say PDF/UA-1"));
    CHECK(finds(report.without("/StructTreeRoot"), "no structure tree"));
    CHECK(finds(report.changed([](QPDF& pdf) { element(pdf, "/Figure").removeKey("/Alt"); }),
                "figure without a text"));
    CHECK(finds(report.changed([](QPDF& pdf) { element(pdf, "/TH").removeKey("/A"); }), "without a scope"));
    CHECK(finds(report.changed([](QPDF& pdf) {
        element(pdf, "/H1").replaceKey("/S", QPDFObjectHandle::newName("/H2"));
    }),
                "there are 0 H1"));
    CHECK(finds(report.changed([](QPDF& pdf) {
        element(pdf, "/H2").replaceKey("/S", QPDFObjectHandle::newName("/H4"));
    }),
                "heading of level 4"));
    CHECK(finds(report.changed([](QPDF& pdf) { element(pdf, "/TR").getKey("/K").eraseItem(0); }),
                "rows of different widths"));
    CHECK(finds(report.changed([](QPDF& pdf) {
        QPDFObjectHandle kids = element(pdf, "/Document").getKey("/K");
        const QPDFObjectHandle first = kids.getArrayItem(0);
        kids.setArrayItem(0, kids.getArrayItem(1));
        kids.setArrayItem(1, first);
    }),
                "in another order"));
}

TEST_CASE("the check of PDF/UA finds each rule broken on a page", "[report][pdf]") {
    const Subject report;
    CHECK(finds(report.with_page(
                    [](QPDF&, QPDFPageObjectHelper& page) { page.getObjectHandle().removeKey("/Tabs"); }),
                "tab order"));
    CHECK(finds(report.with_page([](QPDF& pdf, QPDFPageObjectHelper& page) {
        page.addPageContents(pdf.newStream("0 0 10 10 re f"), false);
    }),
                "outside of tags"));
    CHECK(finds(report.with_page([](QPDF& pdf, QPDFPageObjectHelper& page) {
        page.addPageContents(pdf.newStream("/P BMC 0 0 10 10 re f EMC"), false);
    }),
                "belongs to nothing"));
    CHECK(finds(report.with_page([](QPDF& pdf, QPDFPageObjectHelper& page) {
        page.addPageContents(pdf.newStream("/P <</MCID 999>> BDC 0 0 10 10 re f EMC"), false);
    }),
                "do not hold what is painted"));
    CHECK(finds(report.with_page([](QPDF&, QPDFPageObjectHelper& page) {
        page.getObjectHandle().removeKey("/StructParents");
    }),
                "does not lead back"));
    CHECK(finds(report.with_page([](QPDF& pdf, QPDFPageObjectHelper& page) {
        QPDFObjectHandle annotations = QPDFObjectHandle::newArray();
        annotations.appendItem(pdf.makeIndirectObject(
            QPDFObjectHandle::parse("<< /Type /Annot /Subtype /Link /Rect [0 0 10 10] >>")));
        page.getObjectHandle().replaceKey("/Annots", annotations);
    }),
                "annotation without a text"));
}

TEST_CASE("with a password nobody reads the report without it, and it claims no PDF/A", "[report][pdf]") {
    const std::string qpdf = checker("qpdf");
    report::PdfOptions options = full_options();
    options.password = "g\u00e9heim 7";
    const std::string locked = pdf_of(full_log(), options);
    CHECK(asked({qpdf, "--check"}, locked).status == 2);
    const Finished shown = asked({qpdf, "--show-encryption", "--password=" + options.password}, locked);
    CHECK(shown.status == 0);
    CHECK(shown.out.find("AESv3") != std::string::npos);
    CHECK(locked.find("A. Person") == std::string::npos);
    QPDF pdf;
    pdf.processMemoryFile("report", locked.data(), locked.size(), options.password.c_str());
    CHECK(ua_faults(pdf) == std::vector<std::string>{});
    const auto xmp = pdf.getRoot().getKey("/Metadata").getStreamData();
    const std::string text(reinterpret_cast<const char*>(xmp->getBuffer()), xmp->getSize());
    CHECK(text.find("pdfaid") == std::string::npos);
    CHECK(!pdf.getRoot().hasKey("/OutputIntents"));
}
