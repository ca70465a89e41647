// One program a parser: compiled with -DUNKNOT_FUZZER=NAME by ./dev fuzz, and linked with clang's libFuzzer.
#include "tests/fuzz/fuzzers.h"

#include <cstddef>
#include <cstdint>

#define UNKNOT_JOIN(a, b) a##b
#define UNKNOT_FUZZ_FUNCTION(name) UNKNOT_JOIN(fuzz_, name)

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    unknot::tests::UNKNOT_FUZZ_FUNCTION(UNKNOT_FUZZER)({reinterpret_cast<const char*>(data), size});
    return 0;
}
