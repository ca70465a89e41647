#pragma once

#include <qpdf/QPDF.hh>

#include <string>
#include <vector>

namespace unknot::tests {

/// What a file breaks of PDF/UA-1 (ISO 14289-1), as far as a program can tell: content outside tags and
/// artifacts, headings, figures without a text, header cells without a scope, ragged tables, language, title,
/// tab order, annotations without a text, and tags in another order than what they hold is painted in. One
/// sentence each, empty where nothing is broken.
[[nodiscard]] std::vector<std::string> ua_faults(QPDF& pdf);
[[nodiscard]] std::vector<std::string> ua_faults(const std::string& bytes);

}  // namespace unknot::tests
