#include "app/shell/stock.h"

#include "storage/logbook/backups.h"
#include "storage/logbook/erase.h"
#include "storage/logbook/restore.h"

#include <algorithm>
#include <string>

namespace unknot::shell {

namespace {

/// Verifying reads whole files: more good ones than this nobody needs to choose from.
constexpr std::size_t verified_at_most = 4;

views::KeptFor kept_for(storage::BackupKind kind) {
    switch (kind) {
        case storage::BackupKind::daily: return views::KeptFor::daily;
        case storage::BackupKind::manual: return views::KeptFor::manual;
        case storage::BackupKind::before_import: return views::KeptFor::before_import;
        case storage::BackupKind::before_restore: return views::KeptFor::before_restore;
        case storage::BackupKind::before_merge: return views::KeptFor::before_merge;
        case storage::BackupKind::before_migration: return views::KeptFor::before_migration;
    }
    return views::KeptFor::daily;
}

std::string aside_beginning(const std::filesystem::path& log) {
    return log.filename().string() + ".aside-";
}

/// The moment that a name like "log.db.aside-20260307T190000Z" holds.
std::optional<Instant> aside_moment(const std::string& name, std::size_t begin, std::int32_t offset) {
    constexpr std::size_t stamp_size = 16;
    const std::string stamp = name.substr(begin, stamp_size);
    if (stamp.size() < stamp_size) {
        return std::nullopt;
    }
    const auto at =
        parse_iso_instant(stamp.substr(0, 4) + "-" + stamp.substr(4, 2) + "-" + stamp.substr(6, 5) + ":" +
                          stamp.substr(11, 2) + ":" + stamp.substr(13));
    return at ? std::optional(Instant{at->utc_ms, offset}) : std::nullopt;
}

bool is_side_file(const std::string& name) {
    return name.ends_with("-journal") || name.ends_with("-wal") || name.ends_with("-shm");
}

void add_logs_kept_aside(const std::filesystem::path& log, std::int32_t offset,
                         std::vector<views::KeptFile>& kept) {
    const std::string begin = aside_beginning(log);
    std::error_code unreadable;  // a folder that is not there holds none
    const std::filesystem::path folder = log.has_parent_path() ? log.parent_path() : ".";
    for (const auto& entry : std::filesystem::directory_iterator(folder, unreadable)) {
        const std::string name = entry.path().filename().string();
        const auto made = name.starts_with(begin) && !is_side_file(name)
                              ? aside_moment(name, begin.size(), offset)
                              : std::nullopt;
        if (!made) {
            continue;
        }
        views::KeptFile file;
        file.file = entry.path();
        file.reason = views::KeptFor::aside;
        file.made = *made;
        std::error_code gone;
        file.bytes = std::filesystem::file_size(entry.path(), gone);
        file.usable = !gone;
        kept.push_back(std::move(file));
    }
}

/// How many records are in it; one that cannot be opened is none to restore from.
void count_records(views::KeptFile& kept) {
    const auto contents = kept.usable ? storage::glance_at(kept.file) : std::nullopt;
    kept.usable = contents.has_value();
    if (contents) {
        kept.sessions = contents->sessions;
        kept.checkins = contents->checkins;
    }
}

/// A log that cannot be read cannot say which backups are its own: their rows must.
void verify_newest(std::vector<views::KeptFile>& kept) {
    std::size_t good = 0;
    for (views::KeptFile& file : kept) {
        file.usable = good < verified_at_most && storage::look_into(file.file).ok();
        good += file.usable ? 1U : 0U;
    }
}

views::BackupFacts facts_of(const storage::BackupState& state, std::int32_t offset) {
    views::BackupFacts facts;
    if (state.last_good) {
        facts.last_good = Instant{state.last_good->made_ms, offset};
    }
    facts.changed_since = state.changed_since;
    facts.old = state.old;
    if (state.last_failure) {
        facts.failure = state.last_failure->system;
    }
    return facts;
}

views::EraseFacts erasable_of(const std::vector<std::filesystem::path>& files,
                              const std::vector<views::KeptFile>& kept) {
    views::EraseFacts facts;
    facts.kept_aside = static_cast<std::size_t>(std::count_if(
        kept.begin(), kept.end(), [](const auto& file) { return file.reason == views::KeptFor::aside; }));
    facts.backups = kept.size() - facts.kept_aside;
    facts.others = files.size() - std::min(files.size(), kept.size());
    return facts;
}

}  // namespace

Stock take_stock(const std::filesystem::path& log, const std::filesystem::path& backups_folder,
                 const storage::Services& services) {
    const std::int32_t offset = services.now().offset_minutes;
    const storage::Backups backups(log, backups_folder, services);
    Stock stock;
    for (const storage::Backup& backup : backups.list()) {
        views::KeptFile file;
        file.file = backup.file;
        file.reason = kept_for(backup.kind);
        file.made = Instant{backup.made_ms, offset};
        file.bytes = backup.size;
        file.usable = backup.verified;
        stock.kept.push_back(std::move(file));
    }
    add_logs_kept_aside(log, offset, stock.kept);
    std::stable_sort(stock.kept.begin(), stock.kept.end(),
                     [](const auto& a, const auto& b) { return earlier(b.made, a.made); });
    if (const auto state = backups.state()) {
        stock.backups = facts_of(*state, offset);
    } else {
        verify_newest(stock.kept);
    }
    std::for_each(stock.kept.begin(), stock.kept.end(), count_records);
    stock.erasable = erasable_of(storage::files_of_log(log, backups_folder), stock.kept);
    return stock;
}

}  // namespace unknot::shell
