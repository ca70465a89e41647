#pragma once

#include <cstdint>

namespace unknot {

/// Ways in which this program could break its promises, one for each promise. The test build breaks the one
/// that UNKNOT_SEEDED_FAULT names, so that a promise's test can show that it would notice
/// (tests/faults/README.md). In the program that is released there is none of it.
enum class Fault : std::uint8_t {
    says_saved_before_commit,    ///< P1
    does_not_sync,               ///< P2
    says_saved_after_error,      ///< P3
    saves_what_it_calls_failed,  ///< P4
    writes_foreign_files,        ///< P5
    migrates_without_backup,     ///< P6
    imports_some,                ///< P7
    publishes_without_sync,      ///< P8
    leaves_side_files,           ///< P9
    overwrites_damaged,          ///< P10
    never_waits,                 ///< P11
    opens_files_to_all,          ///< P12
    begins_anew_where_one_was,   ///< P13
    forgets_failed_backups,      ///< P14
    ends_at_odd_input,           ///< P15
    shows_control_characters,    ///< P16
};

#ifdef UNKNOT_TESTS
[[nodiscard]] bool seeded(Fault fault);
#else
constexpr bool seeded(Fault /*fault*/) {
    return false;
}
#endif

}  // namespace unknot
