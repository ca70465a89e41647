#include "app/report/pdf/marks_filter.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace unknot::report {

namespace {

template <std::size_t count>
bool is_one_of(const std::string& name, const std::array<std::string_view, count>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// ISO 32000, table 51. Marks may not come between the parts of a path or text object, so an artifact holds
// whole ones.
constexpr std::array<std::string_view, 4> begins_object{"m", "re", "BT", "Do"};
constexpr std::array<std::string_view, 12> ends_object{"S",  "s", "f",  "F", "f*", "B",
                                                       "B*", "b", "b*", "n", "ET", "Do"};

}  // namespace

void MarksFilter::handleToken(const QPDFTokenizer::Token& token) {
    if (token.getType() == QPDFTokenizer::tt_word) {
        handle_operator(token.getValue());
        return;
    }
    held_ += token.getRawValue();
}

void MarksFilter::handleEOF() {
    write_held();
}

void MarksFilter::write_held() {
    write(held_);
    held_.clear();
}

void MarksFilter::begin_artifact() {
    if (depth_ == 0 && !artifact_) {
        write("/Artifact BMC\n");
        artifact_ = true;
    }
}

void MarksFilter::end_artifact() {
    if (artifact_) {
        write("\nEMC");
        artifact_ = false;
    }
}

void MarksFilter::handle_operator(const std::string& name) {
    const bool begins = name == "BDC" || name == "BMC";
    if (begins && depth_++ == 0 && found_ < elements_.size()) {
        // In place of the name and number that Cairo gave the mark.
        const char* tag = name_of(document_.elements[elements_[found_]].tag);
        write("\n/" + std::string(tag) + " <</MCID " + std::to_string(found_) + ">> BDC");
        held_.clear();
        ++found_;
        return;
    }
    depth_ -= name == "EMC" ? 1 : 0;
    if (is_one_of(name, begins_object)) {
        begin_artifact();
    }
    write_held();
    write(name);
    if (is_one_of(name, ends_object)) {
        end_artifact();
    }
}

}  // namespace unknot::report
