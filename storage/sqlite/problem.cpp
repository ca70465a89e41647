#include "storage/sqlite/problem.h"

#include <sqlite3.h>

#include <cerrno>
#include <cstring>

namespace unknot::storage {

namespace {

/// Full disks, quotas and file-size limits all come as I/O errors; only the system's number tells them apart.
Problem problem_of_errno(int number) {
    switch (number) {
        case ENOSPC:
        case EDQUOT:
        case EFBIG: return Problem::disk_full;
        case EROFS: return Problem::read_only;
        case EACCES:
        case EPERM: return Problem::no_permission;
        default: return Problem::io_error;
    }
}

Problem problem_of(const DatabaseError& error) {
    switch (error.primary_code()) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return Problem::busy;
        case SQLITE_FULL: return Problem::disk_full;
        case SQLITE_READONLY: return Problem::read_only;
        case SQLITE_CORRUPT: return Problem::damaged;
        case SQLITE_NOTADB: return Problem::not_ours;
        case SQLITE_PERM:
        case SQLITE_AUTH: return Problem::no_permission;
        default: return problem_of_errno(error.system_errno());
    }
}

}  // namespace

Failure failure_of(const DatabaseError& error, const std::filesystem::path& file) {
    Failure failure;
    failure.problem = problem_of(error);
    failure.file = file;
    failure.system = error.system_errno() != 0 ? std::strerror(error.system_errno()) : error.what();
    return failure;
}

}  // namespace unknot::storage
