#pragma once

#include "app/report/pdf/document.h"
#include "app/report/pdf/qpdf.h"

#include <string>
#include <vector>

namespace unknot::report {

/// Goes over a page as Cairo wrote it: what stands between marks gets the name of its element and its number
/// on the page; what stands outside becomes an artifact, as PDF/UA-1 (7.1) asks.
class MarksFilter : public QPDFObjectHandle::TokenFilter {
public:
    /// `elements`: of the page's marks, in order. Both must outlive the filter.
    MarksFilter(const Document& document, const std::vector<std::size_t>& elements)
        : document_(document), elements_(elements) {}

    void handleToken(const QPDFTokenizer::Token& token) override;
    void handleEOF() override;

    /// True where the page held as many marks as it should.
    [[nodiscard]] bool complete() const { return found_ == elements_.size() && depth_ == 0; }

private:
    void handle_operator(const std::string& name);
    void write_held();
    void begin_artifact();
    void end_artifact();

    const Document& document_;
    const std::vector<std::size_t>& elements_;
    std::string held_;       ///< operands of the operator to come
    std::size_t found_ = 0;  ///< marks
    int depth_ = 0;          ///< of marked content
    bool artifact_ = false;
};

}  // namespace unknot::report
