#include "app/report/pdf/fonts.h"

#include <algorithm>
#include <string>

namespace unknot::report {

namespace {

/// How many glyphs a subset of Cairo's has: it numbers them from 0 and gives the width of each in one list.
int glyphs_of(QPDFObjectHandle font) {
    QPDFObjectHandle widths = font.getKey("/W");
    int count = 0;
    for (int i = 0; widths.isArray() && i + 1 < widths.getArrayNItems(); i += 2) {
        if (widths.getArrayItem(i + 1).isArray()) {
            count = std::max(count, widths.getArrayItem(i).getIntValueAsInt() +
                                        widths.getArrayItem(i + 1).getArrayNItems());
        }
    }
    return count;
}

/// A bit for each glyph, the first in the highest bit of the first byte.
std::string cid_set(int glyphs) {
    std::string bits(static_cast<std::size_t>(glyphs + 7) / 8, '\0');
    for (int i = 0; i < glyphs; ++i) {
        auto& byte = bits[static_cast<std::size_t>(i) / 8];
        byte =
            static_cast<char>(static_cast<unsigned char>(byte) | (0x80U >> (static_cast<unsigned>(i) % 8)));
    }
    return bits;
}

void complete_composite(QPDF& pdf, QPDFObjectHandle font) {
    QPDFObjectHandle descriptor = font.getKey("/FontDescriptor");
    if (font.getKey("/Subtype").isNameAndEquals("/CIDFontType2")) {
        font.replaceKey("/CIDToGIDMap", QPDFObjectHandle::newName("/Identity"));
    }
    descriptor.replaceKey("/CIDSet", pdf.newStream(cid_set(glyphs_of(font))));
}

/// The glyphs that the encoding names, which are all that Cairo put into the font.
std::string char_set(QPDFObjectHandle font) {
    std::string names;
    QPDFObjectHandle encoding = font.getKey("/Encoding");
    if (encoding.isDictionary() && encoding.getKey("/Differences").isArray()) {
        for (QPDFObjectHandle item : encoding.getKey("/Differences").aitems()) {
            if (item.isName() && !item.isNameAndEquals("/.notdef")) {
                names += item.getName();
            }
        }
    }
    return names;
}

bool is_type1(QPDFObjectHandle font) {
    return font.isDictionaryOfType("/Font") && (font.getKey("/Subtype").isNameAndEquals("/Type1") ||
                                                font.getKey("/Subtype").isNameAndEquals("/MMType1"));
}

}  // namespace

void complete_fonts(QPDF& pdf) {
    for (QPDFObjectHandle object : pdf.getAllObjects()) {
        if (object.isDictionaryOfType("/Font") && object.hasKey("/CIDSystemInfo")) {
            complete_composite(pdf, object);
        } else if (is_type1(object) && object.getKey("/FontDescriptor").isDictionary()) {
            const std::string names = char_set(object);
            if (!names.empty()) {
                object.getKey("/FontDescriptor").replaceKey("/CharSet", QPDFObjectHandle::newString(names));
            }
        }
    }
}

}  // namespace unknot::report
