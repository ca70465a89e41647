#include "app/report/extract.h"

#include "app/guidance/guidance.h"
#include "app/words/flags.h"

#include <algorithm>
#include <future>

namespace unknot::report {

namespace {

Counts counted(const std::vector<LogEntry>& entries, const std::vector<FlagRow>& flags) {
    Counts counts;
    for (const LogEntry& entry : entries) {
        counts.sessions += entry.session ? 1U : 0U;
        counts.checkins += entry.checkin ? 1U : 0U;
        counts.ratings += entry.checkin && entry.checkin->soreness ? 1U : 0U;
    }
    counts.flags = flags.size();
    counts.open_flags = static_cast<std::size_t>(
        std::count_if(flags.begin(), flags.end(), [](const FlagRow& row) { return !row.to; }));
    return counts;
}

/// As of the moment it was made; false without any area.
bool every_area_settled(const Extract& extract) {
    const guidance::Guidance now = guidance::evaluate(*extract.snapshot, extract.made_at);
    bool any = false;
    for (const auto& [key, track] : now.tracks) {
        if (!extract.selection.holds_area(key.area) || track->state == guidance::State::no_sessions) {
            continue;
        }
        any = true;
        if (track->state != guidance::State::settled) {
            return false;
        }
    }
    return any;
}

}  // namespace

Extract take_out(std::shared_ptr<const Snapshot> snapshot, Selection selection, const Instant& made_at) {
    Extract extract;
    extract.snapshot = std::move(snapshot);
    extract.selection = std::move(selection);
    extract.made_at = made_at;
    // Of a long log each takes about as long as the other.
    std::future<std::vector<LogEntry>> entries =
        std::async(std::launch::async, [&] { return oldest_first(*extract.snapshot, extract.selection); });
    extract.flags = flag_rows(*extract.snapshot, made_at, extract.selection);
    extract.entries = entries.get();
    extract.counts = counted(extract.entries, extract.flags);
    const LocalDay today = local_day(made_at);
    extract.last = extract.selection.to.value_or(today);
    const LocalDay begun = extract.entries.empty() ? extract.last : local_day(extract.entries.front().at());
    extract.first = extract.selection.from.value_or(std::min(begun, extract.last));
    return extract;
}

std::string flags_text(const words::Catalogue& words, const Extract& extract) {
    const Counts& counts = extract.counts;
    if (counts.open_flags > 0) {
        return words.plural("{0} flag is open.", "{0} flags are open.", counts.open_flags);
    }
    if (counts.flags > 0) {
        return words.plural("{0} flag stood in this period; none is open now.",
                            "{0} flags stood in this period; none is open now.", counts.flags);
    }
    return std::string(every_area_settled(extract)
                           ? words.text("No flag stood in this period, and every area has settled.")
                           : words.text("No flag stood in this period. It is not known of every area whether "
                                        "it has settled: that is no all-clear."));
}

std::string flag_line(const words::Catalogue& words, const Extract& extract, const FlagRow& row) {
    std::string sentence = words::sentence(words, *row.flag, extract.today());
    if (row.area.empty()) {
        return sentence;
    }
    return words.say(
        "{0}: {1}",
        words::place(words, *extract.snapshot->catalogue, row.area, row.side.value_or(Side::left)), sentence);
}

std::string flag_days(const words::Catalogue& words, const Extract& extract, const FlagRow& row) {
    if (!row.from) {
        return {};
    }
    const std::string from = words::plain_date(words, *row.from, extract.today());
    if (!row.to) {
        return words.say("since {0}", from);
    }
    if (*row.to == *row.from) {
        return words.say("on {0}", from);
    }
    return words.say("{0} to {1}", from, words::plain_date(words, *row.to, extract.today()));
}

}  // namespace unknot::report
