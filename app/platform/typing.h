#pragma once

namespace unknot::platform {

/// Prepares the process for text that dead keys, Compose and an X input method make: its locale becomes one
/// whose encoding is UTF-8, and an input method that the environment names but that does not run is passed
/// over, or nobody would make letters of dead keys. Call before the display is opened by who draws the
/// window, and before there is another thread.
void prepare_typing();

}  // namespace unknot::platform
