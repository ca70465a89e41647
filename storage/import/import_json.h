#pragma once

#include "app/domain/commands.h"
#include "app/domain/result.h"
#include "app/domain/validation.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unknot::storage {

/// One thing in a foreign file that is not accepted.
struct ImportProblem {
    enum class What : std::uint8_t {
        refused,    ///< a value; `refusal` says why and what is accepted
        not_json,   ///< `detail`: the parser's words, with line and column
        not_a_log,  ///< JSON, but neither "unknot-log" nor lists of sessions and check-ins
        newer_format,
        wrong_type,     ///< `detail`: what is expected there
        unknown_field,  ///< a name that no version of the format has: likely a typing error, never dropped
                        ///< silently
        duplicate_id,
    };
    What what = What::refused;
    std::string where;  ///< "sessions[3].pressure"; empty: the whole file
    std::optional<Refusal> refusal;
    std::string detail;
};

/// Reads a log.json, all or nothing. A record without id gets one computed from its content (UUID version 5),
/// so that importing twice is importing once. Values are validated against the built-in areas and those in
/// the file.
[[nodiscard]] Result<ImportRecords, std::vector<ImportProblem>> import_json(std::string_view text);

}  // namespace unknot::storage
