#pragma once

// How Dear ImGui is compiled, for its own sources and for all that includes it.

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_USE_WCHAR32
#define IMGUI_ENABLE_FREETYPE

// The program remembers the window's place itself, and opens no file or address unasked: without these, Dear
// ImGui would write imgui.ini beside the program and could start a shell.
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
