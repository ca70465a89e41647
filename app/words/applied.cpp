#include "app/words/applied.h"

#include "app/words/letters.h"
#include "app/words/phrases.h"

namespace unknot::words {

namespace {

/// What was done, without an end mark: it stands alone or after "Taken back:".
std::string what_was_done(const Catalogue& words, const AreaCatalogue& areas, const Applied& applied) {
    using What = Applied::What;
    const std::string where =
        applied.area.empty() ? std::string() : place(words, areas, applied.area, applied.side);
    switch (applied.what) {
        case What::logged_session: return words.say("session saved, {0}", where);
        case What::edited_session: return words.say("session changed, {0}", where);
        case What::recorded_checkins:
            return applied.count > 1
                       ? words.plural("{0} check-in saved", "{0} check-ins saved", applied.count)
                       : words.say("check-in saved, {0}", where);
        case What::edited_checkins: return words.say("check-in changed, {0}", where);
        case What::deleted_session: return words.say("session deleted, {0}", where);
        case What::deleted_checkin: return words.say("check-in deleted, {0}", where);
        case What::set_profile: return std::string(words.text("health questions changed"));
        case What::put_area: return std::string(words.text("own area changed"));
        case What::imported:
            return words.plural("{0} record imported", "{0} records imported", applied.count);
        case What::restored_session: return words.say("session brought back, {0}", where);
        case What::restored_checkin: return words.say("check-in brought back, {0}", where);
        case What::removed_for_good: return std::string(words.text("record removed for good"));
        case What::renamed_tool: return std::string(words.text("tool renamed"));
        case What::retired_tool: return std::string(words.text("tool retired"));
        case What::offered_tool: return std::string(words.text("tool offered again"));
        case What::added_tool: return std::string(words.text("tool added"));
        case What::removed_tool: return std::string(words.text("tool removed"));
        case What::merged:
            return words.plural("another log joined, {0} change", "another log joined, {0} changes",
                                applied.count);
    }
    return {};
}

}  // namespace

std::string sentence(const Catalogue& words, const AreaCatalogue& areas, const Applied& applied) {
    const std::string what = what_was_done(words, areas, applied);
    return applied.undone ? words.say("Taken back: {0}", what) : capitalised(what);
}

}  // namespace unknot::words
