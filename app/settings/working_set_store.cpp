#include "app/settings/working_set_store.h"

#include "app/platform/private_file.h"
#include "app/platform/replace_file.h"
#include "app/settings/log_key.h"

#include <nlohmann/json.hpp>

#include <system_error>
#include <vector>

namespace unknot::settings {

namespace {

/// Ids of a hundred thousand records, of 64 bytes at most each and what JSON puts around them. A working set
/// that is larger spares nothing.
constexpr std::uintmax_t largest_set = std::uintmax_t{8} * 1024 * 1024;

nlohmann::json names_of(const std::vector<RecordId>& ids) {
    nlohmann::json names = nlohmann::json::array();
    for (const RecordId& id : ids) {
        names.push_back(id.text());
    }
    return names;
}

std::vector<RecordId> ids_of(const nlohmann::json& names) {
    std::vector<RecordId> ids;
    ids.reserve(names.size());
    for (const nlohmann::json& name : names) {
        ids.emplace_back(name.get_ref<const std::string&>());
    }
    return ids;
}

}  // namespace

std::filesystem::path WorkingSetStore::file_of(const std::filesystem::path& log) const {
    return folder_ / (log_key(log) + ".json");
}

std::optional<WorkingSet> WorkingSetStore::load(const std::filesystem::path& log) const {
    const auto text = platform::read_file(file_of(log), largest_set);
    if (!text) {
        return std::nullopt;
    }
    try {
        const nlohmann::json kept = nlohmann::json::parse(*text);
        if (kept.at("version").get_ref<const std::string&>() != version_) {
            return std::nullopt;
        }
        return WorkingSet{kept.at("clock").get<std::int64_t>(),
                          {kept.at("from").get<std::int32_t>()},
                          {kept.at("until").get<std::int32_t>()},
                          ids_of(kept.at("sessions")),
                          ids_of(kept.at("checkins"))};
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;  // not one of ours, or cut off
    }
}

Result<Done, std::string> WorkingSetStore::save(const WorkingSet& set,
                                                const std::filesystem::path& log) const {
    const nlohmann::json kept{{"version", version_},
                              {"clock", set.clock},
                              {"from", set.from.number},
                              {"until", set.until.number},
                              {"sessions", names_of(set.sessions)},
                              {"checkins", names_of(set.checkins)}};
    return platform::replace_file(file_of(log),
                                  kept.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

Result<Done, std::string> WorkingSetStore::remove(const std::filesystem::path& log) const {
    std::error_code failed;
    std::filesystem::remove(file_of(log), failed);
    if (failed) {
        return Failed{failed.message()};
    }
    return Done{};
}

}  // namespace unknot::settings
