// What LeakSanitizer need not tell: fontconfig keeps a few patterns of its configuration for good, once a
// process. And it need not say so either: tests read what the program prints.
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libfontconfig\n";
}
extern "C" const char* __lsan_default_options() {
    return "print_suppressions=0";
}
