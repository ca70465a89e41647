#include "storage/sqlite/error.h"

#include <sqlite3.h>

#include <cerrno>
#include <system_error>

namespace unknot::storage {

namespace {

Problem problem_of(const DatabaseError& error) {
    if (error.code() == SQLITE_CANTOPEN_SYMLINK || error.code() == SQLITE_CANTOPEN_ISDIR) {
        return Problem::not_a_file;
    }
    switch (error.code() & 0xFF) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return Problem::busy;
        case SQLITE_FULL: return Problem::disk_full;
        case SQLITE_READONLY: return Problem::read_only;
        case SQLITE_PERM:
        case SQLITE_AUTH: return Problem::no_permission;
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
        case SQLITE_ERROR:  // a table that every log has is not there
        case SQLITE_CONSTRAINT: return Problem::damaged;
        case SQLITE_CANTOPEN: return problem_of_errno(error.system_errno());
        default: break;
    }
    // The last failed system call inside an I/O error may have been another one than that which caused it:
    // only what tells a full or locked disk is taken from it.
    const Problem problem = problem_of_errno(error.system_errno());
    const bool telling =
        problem == Problem::disk_full || problem == Problem::read_only || problem == Problem::no_permission;
    return telling ? problem : Problem::io_error;
}

std::string words_of_errno(int number) {
    return std::error_code(number, std::generic_category()).message();
}

}  // namespace

bool DatabaseError::deserves_second_look() const {
    const int primary = code_ & 0xFF;
    return primary == SQLITE_IOERR || primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB ||
           primary == SQLITE_CANTOPEN || primary == SQLITE_FULL;
}

Problem problem_of_errno(int number) {
    switch (number) {
        case ENOSPC:
        case EDQUOT:
        case EFBIG: return Problem::disk_full;
        case EROFS: return Problem::read_only;
        case EACCES:
        case EPERM: return Problem::no_permission;
        case ENOENT: return Problem::missing;
        case EEXIST: return Problem::already_there;
        case ELOOP:  // a symbolic link where none is followed
        case EISDIR:
        case ENOTDIR:
        case ENXIO: return Problem::not_a_file;
        default: return Problem::io_error;
    }
}

Failure failure_of(const DatabaseError& error, const std::filesystem::path& file) {
    Failure failure;
    failure.problem = problem_of(error);
    failure.file = file;
    failure.system = error.system_errno() != 0 ? words_of_errno(error.system_errno()) : error.what();
    return failure;
}

Failure failure_of_errno(int number, const std::filesystem::path& file) {
    Failure failure;
    failure.problem = problem_of_errno(number);
    failure.file = file;
    failure.system = words_of_errno(number);
    return failure;
}

}  // namespace unknot::storage
