#include "app/report/pdf/metadata.h"

#include "generated/srgb_profile.h"

#include <fmt/core.h>

#include <cstdlib>

namespace unknot::report {

namespace {

constexpr const char* maker = "Unknot";

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            default: out += c;
        }
    }
    return out;
}

/// PDF's form of a date: D:20261121081600+01'00'.
std::string pdf_date(const Instant& at) {
    const WallClock clock = wall_clock(at);
    const int offset = std::abs(at.offset_minutes);
    return fmt::format("D:{:04}{:02}{:02}{:02}{:02}{:02}{}{:02}'{:02}'", clock.date.year, clock.date.month,
                       clock.date.day, clock.hour, clock.minute, clock.second,
                       at.offset_minutes < 0 ? '-' : '+', offset / 60, offset % 60);
}

/// Whole seconds: Info knows no smaller ones, and both must say the same.
std::string xmp_date(const Instant& at) {
    return to_iso(Instant{at.utc_ms - ((at.utc_ms % 1000) + 1000) % 1000, at.offset_minutes});
}

/// PDF/A-1 knows no PDF/UA: a file that says both has to describe the second's property (ISO 19005-1, 6.7.8).
constexpr std::string_view ua_schema = R"(
 <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
   xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
   <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
   <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
   <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
   <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
    <pdfaProperty:name>part</pdfaProperty:name>
    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
    <pdfaProperty:category>internal</pdfaProperty:category>
    <pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
   </rdf:li></rdf:Seq></pdfaSchema:property>
  </rdf:li></rdf:Bag></pdfaExtension:schemas>
 </rdf:Description>
 <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
  <pdfaid:part>1</pdfaid:part>
  <pdfaid:conformance>B</pdfaid:conformance>
 </rdf:Description>)";

QPDFObjectHandle output_intent(QPDF& pdf) {
    const std::string bytes(reinterpret_cast<const char*>(tables::srgb_profile),
                            sizeof(tables::srgb_profile));
    QPDFObjectHandle profile = pdf.newStream(bytes);
    profile.getDict().replaceKey("/N", QPDFObjectHandle::newInteger(3));
    QPDFObjectHandle intent = QPDFObjectHandle::newDictionary();
    intent.replaceKey("/Type", QPDFObjectHandle::newName("/OutputIntent"));
    intent.replaceKey("/S", QPDFObjectHandle::newName("/GTS_PDFA1"));
    intent.replaceKey("/OutputConditionIdentifier", QPDFObjectHandle::newString("sRGB"));
    intent.replaceKey("/Info", QPDFObjectHandle::newString("sRGB"));
    intent.replaceKey("/DestOutputProfile", profile);
    return intent;
}

void write_info(QPDF& pdf, const Document& document, const Instant& made_at) {
    QPDFObjectHandle info = QPDFObjectHandle::newDictionary();
    info.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(document.title));
    info.replaceKey("/Creator", QPDFObjectHandle::newString(maker));
    info.replaceKey("/Producer", QPDFObjectHandle::newString(maker));
    info.replaceKey("/CreationDate", QPDFObjectHandle::newString(pdf_date(made_at)));
    info.replaceKey("/ModDate", QPDFObjectHandle::newString(pdf_date(made_at)));
    pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(info));
}

}  // namespace

std::string xmp_packet(const Document& document, const Instant& made_at, bool archive) {
    const std::string date = xmp_date(made_at);
    return fmt::format(
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        " <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n"
        "  <dc:format>application/pdf</dc:format>\n"
        "  <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{0}</rdf:li></rdf:Alt></dc:title>\n"
        "  <dc:language><rdf:Bag><rdf:li>{1}</rdf:li></rdf:Bag></dc:language>\n"
        " </rdf:Description>\n"
        " <rdf:Description rdf:about=\"\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n"
        "  <xmp:CreatorTool>{2}</xmp:CreatorTool>\n"
        "  <xmp:CreateDate>{3}</xmp:CreateDate>\n"
        "  <xmp:ModifyDate>{3}</xmp:ModifyDate>\n"
        " </rdf:Description>\n"
        " <rdf:Description rdf:about=\"\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n"
        "  <pdf:Producer>{2}</pdf:Producer>\n"
        " </rdf:Description>\n"
        " <rdf:Description rdf:about=\"\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
        "  <pdfuaid:part>1</pdfuaid:part>\n"
        " </rdf:Description>{4}\n"
        "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>",
        escaped(document.title), document.language, maker, date, archive ? ua_schema : std::string_view());
}

void write_metadata(QPDF& pdf, const Document& document, const PdfOptions& options) {
    const bool archive = options.password.empty();
    QPDFObjectHandle root = pdf.getRoot();
    QPDFObjectHandle packet = pdf.newStream(xmp_packet(document, options.made_at, archive));
    packet.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
    packet.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
    root.replaceKey("/Metadata", packet);
    root.replaceKey("/Lang", QPDFObjectHandle::newUnicodeString(document.language));
    root.replaceKey("/MarkInfo", QPDFObjectHandle::parse("<< /Marked true >>"));
    root.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
    if (archive) {
        QPDFObjectHandle intents = QPDFObjectHandle::newArray();
        intents.appendItem(output_intent(pdf));
        root.replaceKey("/OutputIntents", intents);
    }
    write_info(pdf, document, options.made_at);
}

}  // namespace unknot::report
