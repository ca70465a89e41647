#include "app/cli/flags_json.h"

#include "app/words/flags.h"

namespace unknot::cli {

namespace {

using Json = nlohmann::ordered_json;
using guidance::name_of;

Json json_of(const words::Catalogue& words, const guidance::Flag& flag, LocalDay today, bool whole_person) {
    Json json{{"code", name_of(flag.code)}, {"tier", name_of(flag.tier)}};
    if (flag.since) {
        json["since"] = to_iso(*flag.since);
    }
    json["sentence"] = words::sentence(words, flag, today);
    json["statements"] = guidance::statements_of(flag.code, whole_person);
    json["evidence"] = Json::array();
    for (const RecordId& id : flag.evidence) {
        json["evidence"].push_back(id.text());
    }
    json["clears"] = words::clears_text(words, flag, today);
    return json;
}

Json json_of(const guidance::Next& next) {
    Json json{{"action", name_of(next.action)}};
    if (next.limits.max_pressure) {
        json["max_pressure"] = number(*next.limits.max_pressure);
    }
    if (next.limits.max_duration_s) {
        json["max_duration_s"] = *next.limits.max_duration_s;
    }
    if (next.limits.not_before) {
        json["not_before"] = to_iso(*next.limits.not_before);
    }
    return json;
}

Json json_of(const std::vector<guidance::FlagInterval>& intervals) {
    Json list = Json::array();
    for (const guidance::FlagInterval& interval : intervals) {
        Json json{{"code", name_of(interval.code)},
                  {"tier", name_of(interval.tier)},
                  {"from", to_iso(interval.from)}};
        if (interval.to) {
            json["to"] = to_iso(*interval.to);
        }
        list.push_back(std::move(json));
    }
    return list;
}

}  // namespace

Json flags_json(const words::Catalogue& words, const guidance::Guidance& guidance) {
    Json json{{"as_of", to_iso(guidance.as_of)}, {"tracks", Json::array()}, {"global", Json::array()}};
    for (const auto& [key, track] : guidance.tracks) {
        Json entry{{"area", key.area},
                   {"side", unknot::name_of(key.side)},
                   {"state", name_of(track->state)},
                   {"tier", name_of(track->tier)},
                   {"flags", Json::array()}};
        for (const guidance::Flag& flag : track->flags) {
            entry["flags"].push_back(json_of(words, flag, guidance.today, false));
        }
        entry["next"] = json_of(track->next);
        entry["due"] = track->due;
        json["tracks"].push_back(std::move(entry));
    }
    for (const guidance::Flag& flag : guidance.global) {
        json["global"].push_back(json_of(words, flag, guidance.today, true));
    }
    if (guidance.global_next != guidance::GlobalNext::none) {
        json["global_next"] = name_of(guidance.global_next);
    }
    json["ignored_future"] = Json::array();
    for (const RecordId& id : guidance.ignored_future) {
        json["ignored_future"].push_back(id.text());
    }
    return json;
}

Json history_json(const guidance::FlagHistory& history) {
    Json json{{"tracks", Json::array()}, {"global", json_of(history.global)}};
    for (const auto& [key, intervals] : history.tracks) {
        json["tracks"].push_back(
            {{"area", key.area}, {"side", unknot::name_of(key.side)}, {"intervals", json_of(intervals)}});
    }
    return json;
}

}  // namespace unknot::cli
