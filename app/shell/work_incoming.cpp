#include "app/platform/private_file.h"
#include "app/shell/work.h"
#include "app/shell/work_done.h"
#include "storage/import/import_files.h"
#include "storage/logbook/backups.h"
#include "storage/logbook/other_log.h"

#include <array>
#include <exception>
#include <fstream>
#include <optional>

// Work that takes something in: another machine's log, records of files.

namespace unknot::shell {

namespace {

Result<std::unique_ptr<storage::Logbook>, Failure> open_here(const Workplace& place) {
    storage::OpenOptions options;
    options.file = place.log;
    options.create = place.may_begin;
    options.origin = window_origin;
    return storage::Logbook::open(options, place.services);
}

bool is_there(const std::filesystem::path& file) {
    std::error_code unknown;  // what cannot be seen is for the opening to report
    return std::filesystem::exists(file, unknown) || unknown;
}

/// Backs up what no backup holds yet, where there is something. What went wrong, or nothing.
std::optional<Failure> back_up_before(const Workplace& place, storage::BackupKind kind) {
    if (!is_there(place.log)) {
        return std::nullopt;
    }
    storage::Backups backups(place.log, place.backups_folder, place.services);
    const auto state = backups.state();
    if (state && !state->changed_since) {
        return std::nullopt;
    }
    const auto made = backups.make(kind);
    return made ? std::nullopt : std::optional(made.error());
}

/// What joining the other log would do; a log that is not there yet is not begun for that.
Result<MergeCounts, Failure> preview(const Workplace& place, storage::OtherLog& other) {
    if (place.may_begin && !is_there(place.log)) {
        try {
            return other.beside_nothing();
        } catch (const std::exception& error) {
            Failure failure;
            failure.file = other.file();
            failure.system = error.what();
            return Failed{std::move(failure)};
        }
    }
    const auto log = open_here(place);
    return log ? (*log)->merge_preview(other) : Failed{log.error()};
}

bool is_a_database(const std::filesystem::path& file) {
    std::array<char, 16> head{};
    std::ifstream in(file, std::ios::binary);
    in.read(head.data(), static_cast<std::streamsize>(head.size()));
    return storage::begins_a_database({head.data(), static_cast<std::size_t>(in.gcount())});
}

std::vector<std::string> names_of(const std::vector<std::filesystem::path>& files) {
    std::vector<std::string> names;
    names.reserve(files.size());
    for (const std::filesystem::path& file : files) {
        names.push_back(file.string());
    }
    return names;
}

}  // namespace

views::WorkDone look_at_other(const Workplace& place, const views::WorkOrder& order) {
    views::WorkDone done = begun(order);
    done.file = place.log;
    const auto other = storage::OtherLog::read(order.target);
    if (!other) {
        return failed_with(std::move(done), other.error());
    }
    const auto counts = preview(place, **other);
    if (!counts) {
        return failed_with(std::move(done), counts.error());
    }
    done.merging = *counts;
    return done;
}

views::WorkDone merge(const Workplace& place, const views::WorkOrder& order) {
    views::WorkDone done = begun(order);
    done.file = place.log;
    const auto other = storage::OtherLog::read(order.target);
    if (!other) {
        return failed_with(std::move(done), other.error());
    }
    if (const auto failure = back_up_before(place, storage::BackupKind::before_merge)) {
        return failed_with(std::move(done), *failure);
    }
    const auto log = open_here(place);
    if (!log) {
        return failed_with(std::move(done), log.error());
    }
    const auto merged = (*log)->merge(**other);
    if (!merged) {
        return failed_with(std::move(done), merged.error());
    }
    done.merging = merged->counts;
    return done;
}

views::WorkDone look_at_files(const Workplace& place, const views::WorkOrder& order,
                              const std::shared_ptr<const Snapshot>& snapshot, const Progress& progress) {
    if (order.files.size() == 1 && is_a_database(order.files.front())) {
        views::WorkOrder other = order;
        other.work = views::Work::look_at_other;
        other.target = order.files.front();
        return look_at_other(place, other);
    }
    views::WorkDone done = begun(order);
    done.file = place.log;
    const auto read_whole = [](const std::filesystem::path& file) {
        return platform::read_file(file, storage::largest_import);
    };
    auto brought = storage::read_import_files(order.files, read_whole, *snapshot->catalogue, progress);
    if (!brought) {
        done.not_read = brought.error();
        return done;
    }
    views::ImportOffer offer;
    offer.files = names_of(order.files);
    offer.computed = brought->computed;
    const Instant now = place.services.now();
    offer.as_it_is = storage::preview_of(*snapshot, *brought, now);
    storage::set_update(brought->import, true);
    offer.updating = storage::preview_of(*snapshot, *brought, now);
    offer.records = std::make_shared<const ImportFiles>(std::move(brought->import));
    done.offer = std::move(offer);
    return done;
}

views::WorkDone import_read(const Workplace& place, const views::WorkOrder& order, const Progress& progress) {
    views::WorkDone done = begun(order);
    done.file = place.log;
    if (const auto failure = back_up_before(place, storage::BackupKind::before_import)) {
        return failed_with(std::move(done), *failure);
    }
    const auto log = open_here(place);
    if (!log) {
        return failed_with(std::move(done), log.error());
    }
    ImportFiles files = *order.records;
    storage::set_update(files, order.update);
    const auto applied = (*log)->apply(std::move(files), progress);
    if (!applied) {
        return failed_with(std::move(done), applied.error());
    }
    done.imported = applied->count;
    return done;
}

}  // namespace unknot::shell
