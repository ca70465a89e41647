#pragma once

namespace unknot::platform {

// One short sound of the desktop's own sound theme (freedesktop.org, Sound Naming Specification: "complete",
// a long-running thing is done), so that it is as loud as the user has such sounds, or off where they are
// off.
//
// libcanberra finds it in the theme and plays it, as it does for other programs of the desktop. It is loaded
// at that moment and only suggested by the package: where it is missing it is silent. It waits for the sound
// server, starts threads and opens sockets; all that happens in a process of its own, so that neither a sound
// server that hangs nor a fault in its plug-ins can touch the window.

/// The program's first argument in that process.
constexpr const char* sound_argument = "--play-sound-of-the-end";

/// Starts that process and returns at once. Whether it is heard cannot be known: it is no way to tell
/// something that is told nowhere else.
void play_sound_of_the_end();

/// What that process does; returns when the sound is over, at the latest after some seconds, whatever it
/// hangs on. Its exit status: 0 where it was played, 1 where it is silent.
[[nodiscard]] int sound_process();

}  // namespace unknot::platform
