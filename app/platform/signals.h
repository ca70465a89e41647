#pragma once

namespace unknot::platform {

/// From now on Ctrl+C ends the program at once with exit status 130, and a file-size limit or a closed pipe
/// comes back as an error of the call. Ending at once is safe: a transaction that had not committed is rolled
/// back when the log is next opened, and a file gets its name only when it is whole.
void handle_signals();

}  // namespace unknot::platform
