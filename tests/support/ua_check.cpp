#include "tests/support/ua_check.h"

#include <qpdf/QPDFPageDocumentHelper.hh>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

namespace unknot::tests {

namespace {

/// A piece of marked content: page and number.
using Mark = std::pair<int, int>;

/// What leaves ink (ISO 32000-1, table 51).
constexpr std::array<std::string_view, 16> painting{"S",  "s",  "f",  "F",  "f*", "B", "B*", "b",
                                                    "b*", "sh", "Do", "Tj", "TJ", "'", "\"", "EI"};

/// What a page's content holds.
class PageContent : public QPDFObjectHandle::ParserCallbacks {
public:
    void handleObject(QPDFObjectHandle object, std::size_t /*offset*/, std::size_t /*length*/) override {
        if (!object.isOperator()) {
            operands_.push_back(object);
            return;
        }
        take(object.getOperatorValue());
        operands_.clear();
    }
    void handleEOF() override {}

    std::vector<int> marks;  ///< in the order in which they are painted
    bool untagged = false;   ///< something is painted outside
    bool unbalanced = false;
    bool nameless = false;  ///< marked content that is neither artifact nor numbered

private:
    void take(const std::string& name) {
        if (name == "BDC" || name == "BMC") {
            if (depth_++ == 0) {
                begin(name);
            }
        } else if (name == "EMC") {
            unbalanced = unbalanced || --depth_ < 0;
        } else if (depth_ == 0 && std::find(painting.begin(), painting.end(), name) != painting.end()) {
            untagged = true;
        }
    }

    void begin(const std::string& name) {
        if (!operands_.empty() && operands_.front().isNameAndEquals("/Artifact")) {
            return;
        }
        const bool numbered = name == "BDC" && operands_.size() == 2 && operands_[1].isDictionary() &&
                              operands_[1].getKey("/MCID").isInteger();
        if (numbered) {
            marks.push_back(operands_[1].getKey("/MCID").getIntValueAsInt());
        } else {
            nameless = true;
        }
    }

    std::vector<QPDFObjectHandle> operands_;
    int depth_ = 0;
};

class Walk {
public:
    explicit Walk(QPDF& pdf) : pdf_(pdf) {}

    std::vector<std::string> faults() {
        check_catalogue();
        read_pages();
        QPDFObjectHandle tree = pdf_.getRoot().getKey("/StructTreeRoot");
        if (!tree.isDictionary()) {
            say("there is no structure tree");
            return found_;
        }
        walk_kids(tree);
        if (h1_ != 1) {
            say("there are " + std::to_string(h1_) + " H1");
        }
        check_order();
        check_parents(tree);
        return found_;
    }

private:
    void say(const std::string& fault) { found_.push_back(fault); }

    void check_catalogue() {
        QPDFObjectHandle root = pdf_.getRoot();
        if (!root.getKey("/Lang").isString() || root.getKey("/Lang").getUTF8Value().empty()) {
            say("no language");
        }
        const auto is_true = [](QPDFObjectHandle dictionary, const char* key) {
            return dictionary.isDictionary() && dictionary.getKey(key).isBool() &&
                   dictionary.getKey(key).getBoolValue();
        };
        if (!is_true(root.getKey("/ViewerPreferences"), "/DisplayDocTitle")) {
            say("the title is not shown");
        }
        if (!is_true(root.getKey("/MarkInfo"), "/Marked")) {
            say("not marked as tagged");
        }
        QPDFObjectHandle metadata = root.getKey("/Metadata");
        const std::string xmp =
            metadata.isStream()
                ? std::string(reinterpret_cast<const char*>(metadata.getStreamData()->getBuffer()),
                              metadata.getStreamData()->getSize())
                : std::string();
        if (xmp.find("<pdfuaid:part>1</pdfuaid:part>") == std::string::npos) {
            say("the metadata does not say PDF/UA-1");
        }
        if (xmp.find("<dc:title>") == std::string::npos) {
            say("the metadata has no title");
        }
    }

    void read_pages() {
        int number = 0;
        for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf_).getAllPages()) {
            QPDFObjectHandle object = page.getObjectHandle();
            pages_[object.getObjGen()] = number;
            const std::string where = " on page " + std::to_string(number + 1);
            if (!object.getKey("/Tabs").isNameAndEquals("/S")) {
                say("tab order is not that of the structure" + where);
            }
            for (QPDFAnnotationObjectHelper& annotation : page.getAnnotations()) {
                if (!annotation.getObjectHandle().getKey("/Contents").isString()) {
                    say("an annotation without a text" + where);
                }
            }
            PageContent content;
            page.parseContents(&content);
            if (content.untagged) {
                say("content outside of tags and artifacts" + where);
            }
            if (content.unbalanced || content.nameless) {
                say("marked content that belongs to nothing" + where);
            }
            for (const int mark : content.marks) {
                painted_.push_back({number, mark});
            }
            ++number;
        }
    }

    void walk_kids(QPDFObjectHandle node) {
        QPDFObjectHandle kids = node.getKey("/K");
        if (kids.isArray()) {
            for (QPDFObjectHandle kid : kids.aitems()) {
                walk_kid(node, kid);
            }
        } else if (!kids.isNull()) {
            walk_kid(node, kids);
        }
    }

    void walk_kid(QPDFObjectHandle node, QPDFObjectHandle kid) {
        if (kid.isInteger()) {
            told_.push_back({page_of(node.getKey("/Pg")), kid.getIntValueAsInt()});
            owner_[told_.back()] = node.getObjGen();
        } else if (kid.getKey("/MCID").isInteger()) {
            told_.push_back({page_of(kid.getKey("/Pg")), kid.getKey("/MCID").getIntValueAsInt()});
            owner_[told_.back()] = node.getObjGen();
        } else if (kid.isDictionary()) {
            check_element(kid);
            walk_kids(kid);
        }
    }

    int page_of(QPDFObjectHandle page) {
        const auto at = pages_.find(page.getObjGen());
        return at == pages_.end() ? -1 : at->second;
    }

    void check_element(QPDFObjectHandle element) {
        const std::string tag = element.getKey("/S").getName();
        if (tag.size() == 3 && tag.substr(0, 2) == "/H" && tag[2] >= '1' && tag[2] <= '6') {
            const int level = tag[2] - '0';
            h1_ += level == 1 ? 1 : 0;
            if (level > heading_ + 1) {
                say("a heading of level " + std::to_string(level) + " follows one of " +
                    std::to_string(heading_));
            }
            heading_ = level;
        } else if (tag == "/Figure") {
            if (!element.getKey("/Alt").isString() || element.getKey("/Alt").getUTF8Value().empty()) {
                say("a figure without a text");
            }
        } else if (tag == "/TH") {
            QPDFObjectHandle attributes = element.getKey("/A");
            if (!attributes.isDictionary() || !attributes.getKey("/Scope").isName()) {
                say("a header cell without a scope");
            }
        } else if (tag == "/Table") {
            check_table(element);
        }
    }

    void check_table(QPDFObjectHandle table) {
        std::set<int> widths;
        for (QPDFObjectHandle row : table.getKey("/K").aitems()) {
            widths.insert(row.getKey("/K").isArray() ? row.getKey("/K").getArrayNItems() : 1);
        }
        if (widths.size() > 1) {
            say("a table with rows of different widths");
        }
    }

    void check_order() {
        if (told_ == painted_) {
            return;
        }
        say(std::set<Mark>(told_.begin(), told_.end()) == std::set<Mark>(painted_.begin(), painted_.end())
                ? "the tags are in another order than what they hold"
                : "the tags do not hold what is painted");
    }

    /// The way back from content to its element.
    void check_parents(QPDFObjectHandle tree) {
        QPDFObjectHandle numbers = tree.getKey("/ParentTree").getKey("/Nums");
        std::map<int, QPDFObjectHandle> lists;
        for (int i = 0; numbers.isArray() && i + 1 < numbers.getArrayNItems(); i += 2) {
            lists[numbers.getArrayItem(i).getIntValueAsInt()] = numbers.getArrayItem(i + 1);
        }
        int number = 0;
        for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf_).getAllPages()) {
            QPDFObjectHandle key = page.getObjectHandle().getKey("/StructParents");
            QPDFObjectHandle list = key.isInteger() ? lists[key.getIntValueAsInt()] : key;
            for (const auto& [mark, element] : owner_) {
                const bool there =
                    mark.first != number || (list.isArray() && mark.second < list.getArrayNItems() &&
                                             list.getArrayItem(mark.second).getObjGen() == element);
                if (!there) {
                    say("content does not lead back to its element on page " + std::to_string(number + 1));
                    return;
                }
            }
            ++number;
        }
    }

    QPDF& pdf_;
    std::vector<std::string> found_;
    std::map<QPDFObjGen, int> pages_;
    std::vector<Mark> painted_;
    std::vector<Mark> told_;
    std::map<Mark, QPDFObjGen> owner_;
    int h1_ = 0;
    int heading_ = 0;
};

}  // namespace

std::vector<std::string> ua_faults(QPDF& pdf) {
    return Walk(pdf).faults();
}

std::vector<std::string> ua_faults(const std::string& bytes) {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("report", bytes.data(), bytes.size());
    return ua_faults(pdf);
}

}  // namespace unknot::tests
