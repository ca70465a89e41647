#pragma once

#ifdef __clang__
// Clang 14, which checks the house, cannot read the JSON.hh of qpdf 11.3 as C++20 (a vector of the class that
// holds it). Nothing here uses it: knowing that there is such a class is enough for the other headers.
#define JSON_HH
class JSON;
#endif

#include <qpdf/Pl_Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>
