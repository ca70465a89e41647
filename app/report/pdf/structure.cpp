#include "app/report/pdf/structure.h"

#include "app/report/pdf/marks_filter.h"

namespace unknot::report {

namespace {

QPDFObjectHandle pdf_name(const char* name) {
    return QPDFObjectHandle::newName("/" + std::string(name));
}

/// Where a box lies in PDF's coordinates, which grow upwards.
QPDFObjectHandle box_of(const charts::Box& box, double page_height) {
    const auto real = [](double value) { return QPDFObjectHandle::newReal(value, 2); };
    QPDFObjectHandle array = QPDFObjectHandle::newArray();
    array.appendItem(real(static_cast<double>(box.x)));
    array.appendItem(real(page_height - static_cast<double>(box.bottom())));
    array.appendItem(real(static_cast<double>(box.right())));
    array.appendItem(real(page_height - static_cast<double>(box.y)));
    return array;
}

void add_attributes(QPDFObjectHandle node, const Element& element, double page_height) {
    QPDFObjectHandle attributes = QPDFObjectHandle::newDictionary();
    if (element.scope != Scope::none) {
        attributes.replaceKey("/O", pdf_name("Table"));
        attributes.replaceKey("/Scope", pdf_name(element.scope == Scope::column ? "Column" : "Row"));
        node.replaceKey("/A", attributes);
    }
    if (element.tag == Tag::figure) {
        attributes.replaceKey("/O", pdf_name("Layout"));
        attributes.replaceKey("/Placement", pdf_name("Block"));
        attributes.replaceKey("/BBox", box_of(element.bounds, page_height));
        node.replaceKey("/A", attributes);
        node.replaceKey("/Alt", QPDFObjectHandle::newUnicodeString(element.alt));
    }
}

/// The tree's nodes, each as an object of its own, without what hangs below them.
std::vector<QPDFObjectHandle> nodes_of(QPDF& pdf, const Document& document) {
    std::vector<QPDFObjectHandle> nodes;
    nodes.reserve(document.elements.size());
    for (const Element& element : document.elements) {
        QPDFObjectHandle node = QPDFObjectHandle::newDictionary();
        node.replaceKey("/Type", pdf_name("StructElem"));
        node.replaceKey("/S", pdf_name(name_of(element.tag)));
        add_attributes(node, element, document.height);
        nodes.push_back(pdf.makeIndirectObject(node));
    }
    return nodes;
}

/// A number where the mark is on the node's first page, else a reference to a mark on another one.
void add_mark(QPDFObjectHandle node, const QPDFObjectHandle& page, std::size_t mark, QPDFObjectHandle& kids) {
    const QPDFObjectHandle number = QPDFObjectHandle::newInteger(static_cast<long long>(mark));
    if (!node.hasKey("/Pg")) {
        node.replaceKey("/Pg", page);
    }
    if (node.getKey("/Pg").getObjGen() == page.getObjGen()) {
        kids.appendItem(number);
        return;
    }
    QPDFObjectHandle reference = QPDFObjectHandle::newDictionary();
    reference.replaceKey("/Type", pdf_name("MCR"));
    reference.replaceKey("/Pg", page);
    reference.replaceKey("/MCID", number);
    kids.appendItem(reference);
}

std::shared_ptr<Buffer> marked_content(QPDFPageObjectHelper& page, const Document& document,
                                       const std::vector<std::size_t>& marks, bool& complete) {
    MarksFilter filter(document, marks);
    Pl_Buffer content("content");
    page.filterContents(&filter, &content);
    content.finish();
    complete = complete && filter.complete();
    return content.getBufferSharedPointer();
}

/// Hangs each node below its parent, the first below `root`. Gives the children of each.
std::vector<QPDFObjectHandle> joined_nodes(std::vector<QPDFObjectHandle>& nodes, const Document& document,
                                           const QPDFObjectHandle& root) {
    std::vector<QPDFObjectHandle> kids;  // a copy of a handle is the same array
    kids.reserve(nodes.size());
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        kids.push_back(QPDFObjectHandle::newArray());
        const std::size_t parent = document.elements[i].parent;
        nodes[i].replaceKey("/P", i == 0 ? root : nodes[parent]);
        if (i != 0) {
            kids[parent].appendItem(nodes[i]);
        }
    }
    return kids;
}

}  // namespace

bool write_structure(QPDF& pdf, const Document& document,
                     const std::vector<std::vector<std::size_t>>& marks) {
    QPDFObjectHandle root = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
    std::vector<QPDFObjectHandle> nodes = nodes_of(pdf, document);
    std::vector<QPDFObjectHandle> kids = joined_nodes(nodes, document, root);
    QPDFObjectHandle parents = QPDFObjectHandle::newArray();
    std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper(pdf).getAllPages();
    bool complete = pages.size() == marks.size();
    for (std::size_t p = 0; complete && p < pages.size(); ++p) {
        QPDFObjectHandle page = pages[p].getObjectHandle();
        QPDFObjectHandle of_page = QPDFObjectHandle::newArray();
        for (std::size_t mark = 0; mark < marks[p].size(); ++mark) {
            const std::size_t element = marks[p][mark];
            of_page.appendItem(nodes[element]);
            add_mark(nodes[element], page, mark, kids[element]);
        }
        const auto number = QPDFObjectHandle::newInteger(static_cast<long long>(p));
        page.replaceKey("/Contents", pdf.newStream(marked_content(pages[p], document, marks[p], complete)));
        page.replaceKey("/StructParents", number);
        page.replaceKey("/Tabs", pdf_name("S"));
        parents.appendItem(number);
        parents.appendItem(pdf.makeIndirectObject(of_page));
    }
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (kids[i].getArrayNItems() > 0) {
            nodes[i].replaceKey("/K", kids[i]);
        }
    }
    QPDFObjectHandle tree = QPDFObjectHandle::newDictionary();
    tree.replaceKey("/Nums", parents);
    root.replaceKey("/Type", pdf_name("StructTreeRoot"));
    root.replaceKey("/K", nodes.front());
    root.replaceKey("/ParentTree", pdf.makeIndirectObject(tree));
    root.replaceKey("/ParentTreeNextKey", QPDFObjectHandle::newInteger(static_cast<long long>(pages.size())));
    pdf.getRoot().replaceKey("/StructTreeRoot", root);
    return complete;
}

}  // namespace unknot::report
