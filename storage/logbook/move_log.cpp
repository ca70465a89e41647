#include "storage/logbook/move_log.h"

#include "storage/logbook/backup.h"
#include "storage/logbook/contents.h"
#include "storage/logbook/guarded.h"
#include "storage/logbook/in_use.h"
#include "storage/logbook/log_file.h"
#include "storage/logbook/opening.h"
#include "storage/logbook/restore.h"
#include "storage/sqlite/statement.h"

#include <cerrno>

#include <unistd.h>

namespace unknot::storage {

namespace {

constexpr std::chrono::milliseconds at_once{0};

void require_own_writable_log(const std::filesystem::path& file) {
    const auto header = look_at(file);
    if (!header) {
        throw failed(Problem::missing, file);
    }
    if (!header->sqlite || header->write_ahead || header->application_id != application_id) {
        throw failed(Problem::not_ours, file);
    }
    if (header->user_version > current_version()) {
        throw failed(Problem::newer_version, file);
    }
    if (!is_writable(file)) {
        throw failed(Problem::read_only, file);
    }
}

/// What lies beside a log belongs to it: SQLite would play a stranger's journal back into the new file.
void require_free_name(const std::filesystem::path& target) {
    if (std::filesystem::exists(std::filesystem::symlink_status(target))) {
        throw failed(Problem::already_there, target);
    }
    for (const char* end : {"-journal", "-wal"}) {
        if (holds_bytes(target.string() + end)) {
            throw failed(Problem::already_there, target.string() + end);
        }
    }
}

/// A connection that keeps every other process off the file for as long as it lives, outside transactions
/// too: VACUUM does not run inside one.
Connection exclusive(const std::filesystem::path& file) {
    Connection held(file, Connection::Access::read_write, at_once);
    held.execute("PRAGMA locking_mode=EXCLUSIVE");
    held.execute("BEGIN EXCLUSIVE");  // plays back what a crash left
    held.execute("COMMIT");
    return held;
}

void copy_verified(Connection& source, const std::filesystem::path& target, NewFile& copy) {
    {
        Statement vacuum(source, "VACUUM INTO ?");
        vacuum.bind(1, copy.path().string()).run();
    }
    Connection written(copy.path(), Connection::Access::read_only, at_once);
    require_sound(written, target);
    if (content_digest(written) != content_digest(source)) {
        throw failed(Problem::damaged, target, "the copy does not hold every row");
    }
}

/// Takes the old file away; it is not used any more, so what fails here is only told.
void take_away(const std::filesystem::path& file, OldLog old, const Services& services, Moved& moved) {
    const auto told = guarded<Done>(file, [&] {
        if (old == OldLog::keep_aside) {
            const std::filesystem::path aside = aside_name(file, services.now().utc_ms);
            if (move_file(file, aside)) {
                moved.aside = aside;
            }
        } else if (::unlink(file.c_str()) != 0 && errno != ENOENT) {
            throw failure_of_errno(errno, file);
        }
        sync_folder(file.parent_path());
        return Done{};
    });
    if (!told) {
        moved.not_removed = told.error().system;
    }
}

}  // namespace

Result<Moved, Failure> move_log(const std::filesystem::path& log, const std::filesystem::path& folder,
                                OldLog old, const SwitchTo& switch_to, const Services& services) {
    const std::filesystem::path file = resolved(log);
    const std::filesystem::path target = resolved(folder / file.filename());
    return guarded<Moved>(file, [&] {
        require_own_writable_log(file);
        require_free_name(target);
        if (open_elsewhere(file)) {
            throw failed(Problem::busy, file);
        }
        Moved moved;
        moved.file = target;
        {
            Connection held = exclusive(file);
            make_private_folders(target);
            NewFile copy(target, make_record_id(services.now().utc_ms, services.random()).text());
            copy_verified(held, target, copy);
            copy.publish();
            if (const auto switched = switch_to(target); !switched) {
                ::unlink(target.c_str());  // where even that fails, a copy is left that nothing uses
                throw failed(Problem::io_error, file, switched.error());
            }
            take_away(file, old, services, moved);
        }
        if (moved.not_removed.empty()) {
            // Closing the connection has emptied it; a file of that name would look like the trace of a log.
            ::unlink((file.string() + "-journal").c_str());
        }
        return moved;
    });
}

}  // namespace unknot::storage
