// What LeakSanitizer need not tell: fontconfig keeps a few patterns of its configuration for good, once a
// process.
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libfontconfig\n";
}
