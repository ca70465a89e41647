#pragma once

#include "app/domain/instant.h"
#include "app/report/sink.h"

#include <optional>
#include <string>
#include <string_view>

namespace unknot::report {

/// Puts a table down as RFC 4180 says: CR LF, cells in quotation marks where they need them, those inside
/// doubled.
class TableText {
public:
    explicit TableText(const Sink& sink) : sink_(sink) {}

    void cell(std::string_view text);
    void cell(int number);
    void cell(const Instant& at);
    /// Nothing: not recorded.
    template <typename Value>
    void cell(const std::optional<Value>& value) {
        if (value) {
            cell(*value);
        } else {
            next_cell();
        }
    }
    /// A text that somebody typed. One that a spreadsheet would run as a formula gets one `'` in front
    /// (OWASP: CSV injection); import takes it off.
    void free_text(std::string_view text);
    void end_row();
    /// Hands on what is still held back; call it last.
    void finish();

private:
    void next_cell();

    const Sink& sink_;
    std::string held_;
    bool row_begun_ = false;
};

}  // namespace unknot::report
