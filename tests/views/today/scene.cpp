#include "tests/views/today/scene.h"

#include "tests/support/guidance_case.h"

#include <algorithm>

namespace unknot::tests {

using nlohmann::json;

TodayScene::TodayScene(const json& log, const std::string& now)
    : snapshot_(snapshot_of(log)),
      now_(parse_iso_instant(now).value()),
      guidance_(guidance::evaluate(snapshot_, now_)) {
    views::follow_log(facts(), state);
}

views::Facts TodayScene::facts() const {
    views::Facts facts{snapshot_, guidance_, now_, local_day(now_), false, false, {}, {}};
    // An id is asked for once an answer, so the number of records and answers makes a new one.
    const std::size_t number = snapshot_.checkin_count() + state.answered.size();
    facts.new_id = [number, calls = 0]() mutable {
        return RecordId{"new-" + std::to_string(number) + "-" + std::to_string(calls++)};
    };
    return facts;
}

std::vector<Command> TodayScene::settle() {
    std::vector<Command> commands;
    for (const views::Wish& wish : std::exchange(wishes, {})) {
        const auto& save = std::get<views::Save>(wish);
        commands.push_back(save.command);
        if (failing || !carry_out(save.command)) {
            Failure failure;
            failure.problem = failing ? Problem::disk_full : Problem::id_taken;
            state.not_saved = views::NotSaved{failure, save.command};
        } else {
            state.not_saved.reset();
        }
    }
    guidance_ = guidance::evaluate(snapshot_, now_);
    views::follow_log(facts(), state);
    return commands;
}

std::vector<CheckIn> TodayScene::checkins(const std::string& area) const {
    std::vector<CheckIn> found;
    const auto records = snapshot_.areas.find(area);
    if (records != snapshot_.areas.end()) {
        for (const auto& checkin : records->second->checkins) {
            found.push_back(*checkin);
        }
    }
    return found;
}

void TodayScene::remove(const RecordId& id) {
    for (auto& [area, records] : snapshot_.areas) {
        auto changed = std::make_shared<AreaRecords>(*records);
        auto& list = changed->checkins;
        list.erase(std::remove_if(list.begin(), list.end(), [&](const auto& c) { return c->id == id; }),
                   list.end());
        records = changed;
    }
    ++snapshot_.generation;
}

void TodayScene::put(const CheckIn& checkin) {
    remove(checkin.id);
    auto& records = snapshot_.areas[checkin.area];
    auto changed = records ? std::make_shared<AreaRecords>(*records) : std::make_shared<AreaRecords>();
    changed->checkins.push_back(std::make_shared<CheckIn>(checkin));
    sort_records(*changed);
    records = changed;
}

/// What the logbook does with the commands that Today makes.
bool TodayScene::carry_out(const Command& command) {
    if (const auto* added = std::get_if<RecordCheckIns>(&command)) {
        for (const CheckIn& checkin : added->checkins) {
            const auto there = snapshot_.find_checkin(checkin.id);
            if (there != nullptr && *there != checkin) {
                return false;
            }
            put(checkin);
        }
    } else if (const auto* changed = std::get_if<EditCheckIns>(&command)) {
        for (const CheckIn& checkin : changed->checkins) {
            put(checkin);
        }
    } else {
        remove(std::get<DeleteRecord>(command).id);
    }
    return true;
}

json session_json(const std::string& id, const std::string& at, const std::string& area,
                  const std::string& side) {
    return {{"id", id},     {"started_at", at}, {"area", area},
            {"side", side}, {"pressure", 3},    {"duration_s", 240}};
}

json checkin_json(const std::string& id, const std::string& at, const std::string& area, int soreness,
                  const std::string& side) {
    return {{"id", id}, {"at", at}, {"area", area}, {"side", side}, {"soreness", soreness}};
}

}  // namespace unknot::tests
