#pragma once

#include "app/domain/failure.h"
#include "app/domain/result.h"
#include "app/words/catalogue.h"
#include "storage/logbook/logbook.h"

#include <filesystem>
#include <memory>

namespace unknot::shell {

/// Makes the sample log to look around in, anew each time, in a file of its own that nothing else is kept in;
/// it ends today, and its notes are in the language of `words`. Fails as opening a log does.
[[nodiscard]] Result<std::unique_ptr<storage::Logbook>, Failure> make_sample_log(
    const std::filesystem::path& file, const storage::Services& services, const words::Catalogue& words);

}  // namespace unknot::shell
