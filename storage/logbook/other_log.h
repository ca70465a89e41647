#pragma once

#include "storage/logbook/logbook.h"
#include "storage/sqlite/connection.h"

#include <cstdint>
#include <filesystem>
#include <memory>

namespace unknot::storage {

/// A log of another machine, or a backup of one, as it was when it was read: a private copy in memory, every
/// page, row and reference of it checked, brought to this program's version there. The file itself is only
/// read, once.
class OtherLog {
public:
    /// Refused whole are: a file that another program is writing, or that was copied half (`unfinished`: it
    /// is empty, shorter than it says, changes while it is read, or a journal lies beside it), one that is
    /// `damaged`, of a `newer_version`, `not_ours`, `missing`, or `not_a_file`.
    [[nodiscard]] static Result<std::unique_ptr<OtherLog>, Failure> read(const std::filesystem::path& file);

    [[nodiscard]] const std::filesystem::path& file() const { return file_; }
    /// The copy.
    [[nodiscard]] Connection& connection() { return copy_; }
    /// Of the latest revision that is in it.
    [[nodiscard]] std::int64_t latest_clock() const { return latest_clock_; }

    /// What joining it with an empty log would do. Throws DatabaseError.
    [[nodiscard]] MergeCounts beside_nothing();

private:
    OtherLog(std::filesystem::path file, Connection copy);
    void check();
    void check_records();

    std::filesystem::path file_;
    Connection copy_;
    std::int64_t latest_clock_ = 0;
};

}  // namespace unknot::storage
