#pragma once

#include "app/domain/failure.h"

#include <stdexcept>
#include <string>

namespace unknot::storage {

/// What SQLite reported. Thrown by everything in this folder, caught at the edge of the logbook.
class DatabaseError : public std::runtime_error {
public:
    /// `code` is SQLite's extended result code, `system_errno` the system's error number behind it, 0 where
    /// there was none.
    DatabaseError(int code, int system_errno, const std::string& message)
        : std::runtime_error(message), code_(code), system_errno_(system_errno) {}

    [[nodiscard]] int code() const { return code_; }
    [[nodiscard]] int system_errno() const { return system_errno_; }

    /// True where the same file may well be sound: an I/O fault can look like corruption (RELIABILITY,
    /// "Facts"), so the file has to be closed, opened and looked at again before anybody calls it damaged.
    [[nodiscard]] bool deserves_second_look() const;

private:
    int code_;
    int system_errno_;
};

/// The problem that a system call's errno stands for. Quotas and file-size limits count as a full disk.
[[nodiscard]] Problem problem_of_errno(int number);

/// The problem that an SQLite error stands for, with the system's own words where it has some.
[[nodiscard]] Failure failure_of(const DatabaseError& error, const std::filesystem::path& file);

/// The failure of a system call on `file`, with the system's words for `number`.
[[nodiscard]] Failure failure_of_errno(int number, const std::filesystem::path& file);

}  // namespace unknot::storage
