// What the sanitizers need not tell of libraries that are not ours.

// fontconfig keeps a few patterns of its configuration for good, once a process.
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libfontconfig\n";
}
// And it need not say so either: tests read what the program prints.
extern "C" const char* __lsan_default_options() {
    return "print_suppressions=0";
}
// GLib locks in ways that the thread sanitizer cannot see, as the library is not compiled for it: what it
// does with its own memory would look like races. What our code does is watched all the same.
extern "C" const char* __tsan_default_options() {
    return "ignore_noninstrumented_modules=1";
}
