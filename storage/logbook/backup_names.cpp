#include "storage/logbook/backup_names.h"

#include "app/domain/instant.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <string_view>

namespace unknot::storage {

namespace {

constexpr std::array<std::string_view, 6> kind_names{"daily",          "manual",       "before-import",
                                                     "before-restore", "before-merge", "before-migration"};
constexpr std::size_t stamp_size = std::string_view("20260307T190000Z").size();
constexpr std::size_t kept_days = 7;
constexpr std::size_t kept_weeks = 4;
constexpr std::size_t kept_months = 12;
constexpr std::size_t kept_before = 10;

std::string prefix_of(const std::filesystem::path& log) {
    return log.stem().string() + "-";
}

/// "20260307T190000Z" of "2026-03-07T19:00:00Z".
std::string stamp_of(std::int64_t ms) {
    std::string iso = to_iso(Instant{ms, 0}).substr(0, 19) + "Z";
    std::erase_if(iso, [](char c) { return c == '-' || c == ':'; });
    return iso;
}

std::optional<std::int64_t> parse_stamp(std::string_view stamp) {
    if (stamp.size() != stamp_size || stamp[8] != 'T' || stamp.back() != 'Z') {
        return std::nullopt;
    }
    std::string iso;
    for (const auto& [begin, size, after] : std::array<std::tuple<std::size_t, std::size_t, const char*>, 6>{
             {{0, 4, "-"}, {4, 2, "-"}, {6, 2, "T"}, {9, 2, ":"}, {11, 2, ":"}, {13, 2, "Z"}}}) {
        iso.append(stamp.substr(begin, size)).append(after);
    }
    const auto at = parse_iso_instant(iso);
    return at ? std::optional(at->utc_ms) : std::nullopt;
}

bool is_rotated(BackupKind kind) {
    return kind == BackupKind::daily || kind == BackupKind::manual;
}

/// Keeps the first (newest) of each of the first `count` different keys.
template <typename Key>
void keep_newest(const std::vector<RotatedBackup>& newest_first, std::size_t count, Key key,
                 std::set<std::filesystem::path>& kept) {
    std::set<std::int64_t> seen;
    for (const RotatedBackup& backup : newest_first) {
        if (seen.size() == count) {
            return;
        }
        if (is_rotated(backup.name.kind) && seen.insert(key(backup)).second) {
            kept.insert(backup.file);
        }
    }
}

}  // namespace

std::string backup_name(const std::filesystem::path& log, const BackupName& name, int count) {
    std::string text = prefix_of(log) + stamp_of(name.made_ms) + "-";
    text += kind_names.at(static_cast<std::size_t>(name.kind));
    return text + (count > 1 ? "-" + std::to_string(count) : "") + ".db";
}

std::optional<BackupName> parse_backup_name(const std::filesystem::path& log, const std::string& file_name) {
    const std::string prefix = prefix_of(log);
    std::string_view rest = file_name;
    if (!rest.starts_with(prefix) || !rest.ends_with(".db")) {
        return std::nullopt;
    }
    rest.remove_prefix(prefix.size());
    rest.remove_suffix(3);
    const auto made_ms = parse_stamp(rest.substr(0, stamp_size));
    if (!made_ms || rest.size() <= stamp_size || rest[stamp_size] != '-') {
        return std::nullopt;
    }
    rest.remove_prefix(stamp_size + 1);
    for (std::size_t i = 0; i < kind_names.size(); ++i) {
        if (!rest.starts_with(kind_names.at(i))) {
            continue;
        }
        const std::string_view count = rest.substr(kind_names.at(i).size());
        int number = 0;
        const bool counted = count.size() > 1 && count.front() == '-' &&
                             std::from_chars(count.data() + 1, count.data() + count.size(), number).ptr ==
                                 count.data() + count.size();
        if (count.empty() || counted) {
            return BackupName{static_cast<BackupKind>(i), *made_ms};
        }
    }
    return std::nullopt;
}

std::vector<std::filesystem::path> outlived(std::vector<RotatedBackup> backups, std::int32_t offset_minutes) {
    std::sort(backups.begin(), backups.end(), [](const RotatedBackup& a, const RotatedBackup& b) {
        return std::tie(b.name.made_ms, b.file) < std::tie(a.name.made_ms, a.file);
    });
    const auto day = [&](const RotatedBackup& backup) {
        constexpr std::int64_t day_ms = 86'400'000;
        const std::int64_t local = backup.name.made_ms + std::int64_t{60'000} * offset_minutes;
        return local >= 0 ? local / day_ms : (local - day_ms + 1) / day_ms;
    };
    std::set<std::filesystem::path> kept;
    keep_newest(backups, kept_days, day, kept);
    // 1970-01-01 was a Thursday.
    keep_newest(
        backups, kept_weeks, [&](const RotatedBackup& b) { return (day(b) + 3) / 7; }, kept);
    keep_newest(
        backups, kept_months,
        [&](const RotatedBackup& b) {
            const std::string iso = to_iso(Instant{b.name.made_ms, offset_minutes});
            return std::int64_t{100} * std::stoi(iso.substr(0, 4)) + std::stoi(iso.substr(5, 2));
        },
        kept);
    std::size_t before = 0;
    std::vector<std::filesystem::path> old;
    for (const RotatedBackup& backup : backups) {
        if (is_rotated(backup.name.kind) ? kept.count(backup.file) == 0 : ++before > kept_before) {
            old.push_back(backup.file);
        }
    }
    return old;
}

}  // namespace unknot::storage
