#include "app/shell/work.h"

#include "app/shell/work_done.h"
#include "storage/logbook/backups.h"
#include "storage/logbook/checking.h"
#include "storage/logbook/erase.h"
#include "storage/logbook/restore.h"
#include "storage/logbook/salvage.h"

#include <string>

namespace unknot::shell {

namespace {

views::KeptContents contents_of(const std::filesystem::path& file, const storage::LogContents& contents) {
    return {file, contents.sessions, contents.checkins, contents.first, contents.last};
}

/// "log-salvaged.db" beside "log.db", or with a number where that is taken.
std::filesystem::path free_name_beside(const std::filesystem::path& log) {
    const std::string base = log.stem().string() + "-salvaged";
    std::filesystem::path name = log.parent_path() / (base + log.extension().string());
    for (int count = 2; std::filesystem::exists(std::filesystem::symlink_status(name)); ++count) {
        name = log.parent_path() / (base + "-" + std::to_string(count) + log.extension().string());
    }
    return name;
}

/// True where there is nothing sound that a backup could be made of.
bool nothing_to_back_up(Problem problem) {
    return problem == Problem::damaged || problem == Problem::missing || problem == Problem::not_ours ||
           problem == Problem::not_a_file;
}

}  // namespace

views::WorkDone back_up(const Workplace& place, const views::WorkOrder& order) {
    views::WorkDone done = begun(order);
    storage::Backups backups(place.log, place.backups_folder, place.services);
    const auto made = order.work == views::Work::back_up_to ? backups.make_at(order.target)
                                                            : backups.make(storage::BackupKind::manual);
    if (!made) {
        return failed_with(std::move(done), made.error());
    }
    done.file = made->file;
    return done;
}

views::WorkDone look_into_kept(const views::WorkOrder& order) {
    views::WorkDone done = begun(order);
    const auto contents = storage::look_into(order.target);
    if (!contents) {
        return failed_with(std::move(done), contents.error());
    }
    done.contents = contents_of(order.target, *contents);
    return done;
}

views::WorkDone restore_kept(const Workplace& place, const views::WorkOrder& order) {
    views::WorkDone done = begun(order);
    done.file = place.log;
    const auto backup = storage::Backups(place.log, place.backups_folder, place.services)
                            .make(storage::BackupKind::before_restore);
    if (!backup && !nothing_to_back_up(backup.error().problem)) {
        return failed_with(std::move(done), backup.error());
    }
    const auto restored = storage::restore(place.log, order.target, place.services);
    if (!restored) {
        return failed_with(std::move(done), restored.error());
    }
    done.aside = restored->aside;
    return done;
}

views::WorkDone move_to(const Workplace& place, const views::WorkOrder& order,
                        const storage::SwitchTo& switch_to) {
    views::WorkDone done = begun(order);
    done.file = place.log;
    const auto old = order.keep_aside ? storage::OldLog::keep_aside : storage::OldLog::remove;
    const auto moved = storage::move_log(place.log, order.target, old, switch_to, place.services);
    if (!moved) {
        return failed_with(std::move(done), moved.error());
    }
    done.file = moved->file;
    done.aside = moved->aside;
    done.not_removed = moved->not_removed;
    return done;
}

views::WorkDone check(const Workplace& place, const views::WorkOrder& order) {
    views::WorkDone done = begun(order);
    const auto problems = storage::check_log(place.log);
    if (!problems) {
        return failed_with(std::move(done), problems.error());
    }
    for (const storage::CheckProblem& problem : *problems) {
        done.problems.push_back(
            {static_cast<words::DamageFound::What>(problem.what), problem.table, problem.detail});
    }
    return done;
}

views::WorkDone salvage_beside(const Workplace& place, const views::WorkOrder& order) {
    const std::filesystem::path target = free_name_beside(place.log);
    const auto saved = storage::salvage(place.log, target, place.services);
    if (!saved) {
        return failed_with(begun(order), saved.error());
    }
    views::WorkDone done = look_into_kept({order.work, target, false});
    done.order = order;
    return done;
}

views::WorkDone erase(const std::vector<std::filesystem::path>& files, const views::WorkOrder& order) {
    views::WorkDone done = begun(order);
    if (const auto erased = storage::erase_files(files); !erased) {
        return failed_with(std::move(done), erased.error());
    }
    return done;
}

}  // namespace unknot::shell
