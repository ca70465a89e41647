#include "app/domain/seeded_fault.h"

#ifdef UNKNOT_TESTS

#include <array>
#include <cstdlib>
#include <string_view>

namespace unknot {

namespace {

constexpr std::array<std::string_view, 16> names{"says_saved_before_commit",
                                                 "does_not_sync",
                                                 "says_saved_after_error",
                                                 "saves_what_it_calls_failed",
                                                 "writes_foreign_files",
                                                 "migrates_without_backup",
                                                 "imports_some",
                                                 "publishes_without_sync",
                                                 "leaves_side_files",
                                                 "overwrites_damaged",
                                                 "never_waits",
                                                 "opens_files_to_all",
                                                 "begins_anew_where_one_was",
                                                 "forgets_failed_backups",
                                                 "ends_at_odd_input",
                                                 "shows_control_characters"};

}  // namespace

bool seeded(Fault fault) {
    const char* const name = std::getenv("UNKNOT_SEEDED_FAULT");
    return name != nullptr && names.at(static_cast<std::size_t>(fault)) == name;
}

}  // namespace unknot

#endif
