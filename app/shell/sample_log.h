#pragma once

#include "app/domain/failure.h"
#include "app/domain/result.h"
#include "storage/logbook/logbook.h"

#include <filesystem>
#include <memory>

namespace unknot::shell {

/// Makes the sample log to look around in, anew each time, in a file of its own that nothing else is kept in; it ends
/// today. Fails as opening a log does.
[[nodiscard]] Result<std::unique_ptr<storage::Logbook>, Failure> make_sample_log(const std::filesystem::path& file,
                                                                                const storage::Services& services);

}  // namespace unknot::shell
