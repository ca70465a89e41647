#include "tests/support/guidance_case.h"

#include "app/guidance/guidance.h"
#include "storage/import/import_json.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace unknot::tests {

namespace {

using nlohmann::json;
using namespace guidance;

json flags_of(const std::vector<Flag>& flags) {
    std::vector<std::string> shown;
    for (const Flag& flag : flags) {
        shown.push_back(std::string(name_of(flag.code)) + ":" + std::string(name_of(flag.tier)));
    }
    std::sort(shown.begin(), shown.end());
    return shown;
}

json track_of(const TrackGuidance& track) {
    json out{{"state", std::string(name_of(track.state))},
             {"tier", std::string(name_of(track.tier))},
             {"flags", flags_of(track.flags)},
             {"action", std::string(name_of(track.next.action))},
             {"due", track.due}};
    const Limits& limits = track.next.limits;
    if (limits.max_pressure) {
        out["max_pressure"] = number(*limits.max_pressure);
    }
    if (limits.max_duration_s) {
        out["max_duration_s"] = *limits.max_duration_s;
    }
    if (limits.not_before) {
        out["not_before"] = to_iso(*limits.not_before);
    }
    return out;
}

json intervals_of(const std::vector<FlagInterval>& intervals) {
    json out = json::array();
    for (const FlagInterval& i : intervals) {
        out.push_back({std::string(name_of(i.code)), std::string(name_of(i.tier)), to_iso(i.from),
                       i.to ? json(to_iso(*i.to)) : json()});
    }
    return out;
}

}  // namespace

std::string test_data(const std::string& name) {
    const std::string path = std::string(UNKNOT_TEST_DATA) + "/" + name;
    gzFile file = gzopen(path.c_str(), "rb");  // plain files pass through
    if (file == nullptr) {
        throw std::runtime_error("cannot open " + path);
    }
    std::string content;
    std::array<char, 65536> buffer{};
    int got = 0;
    while ((got = gzread(file, buffer.data(), buffer.size())) > 0) {
        content.append(buffer.data(), static_cast<std::size_t>(got));
    }
    gzclose(file);
    if (got < 0) {
        throw std::runtime_error("cannot read " + path);
    }
    return content;
}

Snapshot snapshot_of(const json& log) {
    const auto file = storage::import_json(log.dump(), AreaCatalogue{});
    if (!file) {
        throw std::runtime_error("refused at " + file.error().front().where);
    }
    const ImportRecords& records = file->records;
    std::map<std::string, AreaRecords> areas;
    for (const Session& session : records.sessions) {
        areas[session.area].sessions.push_back(std::make_shared<Session>(session));
    }
    for (const CheckIn& checkin : records.checkins) {
        areas[checkin.area].checkins.push_back(std::make_shared<CheckIn>(checkin));
    }
    Snapshot snapshot;
    snapshot.profile = records.profile.value_or(Profile{});
    snapshot.catalogue = std::make_shared<const AreaCatalogue>(records.areas);
    for (auto& [area, of_area] : areas) {
        sort_records(of_area);
        snapshot.areas[area] = std::make_shared<const AreaRecords>(std::move(of_area));
    }
    return snapshot;
}

json answer_of(const Snapshot& snapshot, const std::string& as_of) {
    const Guidance answer = evaluate(snapshot, parse_iso_instant(as_of).value());
    json out{
        {"tracks", json::object()}, {"global", flags_of(answer.global)}, {"ignored_future", json::array()}};
    for (const auto& [key, track] : answer.tracks) {
        out["tracks"][to_text(key)] = track_of(*track);
    }
    for (const RecordId& id : answer.ignored_future) {
        out["ignored_future"].push_back(id.text());
    }
    if (answer.global_next != GlobalNext::none) {
        out["global_next"] = std::string(name_of(answer.global_next));
    }
    return out;
}

json history_of(const Snapshot& snapshot, const std::string& last_day) {
    const FlagHistory flags = history(snapshot, parse_iso_day(last_day).value());
    json out = json::object();
    for (const auto& [key, intervals] : flags.tracks) {
        out[to_text(key)] = intervals_of(intervals);
    }
    if (!flags.global.empty()) {
        out["global"] = intervals_of(flags.global);
    }
    return out;
}

std::string differences(const json& got, const json& expected) {
    std::string text;
    for (const json& change : json::diff(expected, got)) {
        text += change.dump() + "\n";
    }
    return text;
}

}  // namespace unknot::tests
