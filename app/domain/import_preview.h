#pragma once

#include "app/domain/import_effect.h"
#include "app/domain/record_id.h"

#include <cstddef>
#include <string>
#include <vector>

namespace unknot {

/// Where in a file something stands. `line` and `column` count from 1, of JSON the byte in its line, of a
/// table the cell in its row; 0, and `field` empty: not known.
struct PlaceInFile {
    std::string file;
    std::size_t line = 0;
    std::size_t column = 0;
    std::string field;  ///< "sessions[3]", "pressure"
};

/// What importing files would do to a log, as it is shown before it is done.
struct ImportPreview {
    /// A record that is there already, with other content.
    struct Other {
        PlaceInFile place;
        RecordId id;
        ImportEffect effect = ImportEffect::refused;  ///< replaced, kept or refused
        RecordThere there;
    };
    std::size_t sessions = 0;  ///< in the files
    std::size_t checkins = 0;  ///< in the files
    std::size_t future = 0;    ///< of them, those that lie in the future: the rules ignore them until then
    std::size_t added = 0;
    std::size_t unchanged = 0;
    std::size_t replaced = 0;
    std::size_t kept = 0;
    std::size_t refused = 0;
    std::vector<Other> others;  ///< those three, in the order of the files
    std::size_t areas = 0;      ///< own areas added or changed
    std::size_t tools = 0;      ///< added, offered again or retired by it
    bool profile = false;       ///< the health questions get other answers
    bool possible = true;       ///< nothing is refused

    /// How many things become other ones; 0: the log has all of it already.
    [[nodiscard]] std::size_t changes() const {
        return added + replaced + areas + tools + (profile ? 1U : 0U);
    }
};

}  // namespace unknot
