#pragma once

#include "app/domain/import_preview.h"
#include "app/domain/import_problem.h"
#include "app/words/catalogue.h"

#include <string>
#include <string_view>
#include <vector>

namespace unknot::words {

// What importing files would do, and what is wrong with them, for the command line and the window. What comes
// out of the files (names, ids, values) is made harmless.

/// Where in a file something stands: "sessions.csv, line 3, column 5 (pressure)", "log.json: sessions[3]".
[[nodiscard]] std::string place_text(const Catalogue& words, const PlaceInFile& place);

/// One sentence: which file, where in it, what is wrong, what is accepted.
[[nodiscard]] std::string sentence(const Catalogue& words, const FileProblem& problem);

/// That a file holds only what the rules compute, so that nothing of it is imported.
[[nodiscard]] std::string computed_sentence(const Catalogue& words, std::string_view file);

/// How many records lie in the future, and that the rules wait for them. `count` above 0.
[[nodiscard]] std::string future_sentence(const Catalogue& words, std::size_t count);

/// What the import would do with a record that the log has with other content: replace it, leave the log's
/// own, or not be possible; and in what the two differ. The record is named by its place and moment, as the
/// log has them. An empty place says nothing of where it stands in the file.
[[nodiscard]] std::string sentence(const Catalogue& words, const AreaCatalogue& areas,
                                   const ImportPreview::Other& other);

/// What the import would do in all: a sentence on each other thing that becomes another one, and last how
/// many records are what.
[[nodiscard]] std::vector<std::string> import_sentences(const Catalogue& words, const ImportPreview& preview);

}  // namespace unknot::words
