#include "app/views/history/history.h"

#include "app/words/letters.h"
#include "app/words/phrases.h"

#include <algorithm>
#include <array>

namespace unknot::views {

namespace {

std::vector<std::string> words_of(std::string_view text) {
    const std::string small = words::folded(text);
    std::vector<std::string> found;
    std::size_t begin = 0;
    while ((begin = small.find_first_not_of(" \t\n", begin)) != std::string::npos) {
        const std::size_t end = std::min(small.find_first_of(" \t\n", begin), small.size());
        found.push_back(small.substr(begin, end - begin));
        begin = end;
    }
    return found;
}

/// What a filter asks of a record, made ready once.
class Question {
public:
    Question(const Snapshot& snapshot, const HistoryFilter& filter, const words::Catalogue& words)
        : snapshot_(snapshot), filter_(filter), catalogue_(words), words_(words_of(filter.words)) {}

    void begin_area(const std::string& area) {
        if (words_.empty()) {
            return;
        }
        for (std::size_t i = 0; i < places_.size(); ++i) {
            places_[i] =
                words::folded(words::place(catalogue_, *snapshot_.catalogue, area, static_cast<Side>(i)));
        }
    }

    [[nodiscard]] bool lets_through(const Session& session) const {
        return in_range(session.started_at) && has_words(session.side, session.note, session.tool);
    }
    [[nodiscard]] bool lets_through(const CheckIn& checkin) const {
        return in_range(checkin.at) && has_words(checkin.side, checkin.note, {});
    }

private:
    [[nodiscard]] bool in_range(const Instant& at) const {
        const LocalDay day = local_day(at);
        return (!filter_.from || day >= *filter_.from) && (!filter_.to || day <= *filter_.to);
    }

    [[nodiscard]] bool has_words(Side side, std::string_view note, std::string_view tool) const {
        if (words_.empty()) {
            return true;
        }
        const std::string& place = places_[static_cast<std::size_t>(side)];
        const std::string small_note = words::folded(note);
        const std::string small_tool = words::folded(tool);
        return std::all_of(words_.begin(), words_.end(), [&](const std::string& word) {
            return place.find(word) != std::string::npos || small_note.find(word) != std::string::npos ||
                   small_tool.find(word) != std::string::npos;
        });
    }

    const Snapshot& snapshot_;
    const HistoryFilter& filter_;
    const words::Catalogue& catalogue_;
    std::vector<std::string> words_;
    std::array<std::string, side_names.size()> places_;  ///< of the area begun, by side
};

bool is_newer(const LogEntry& a, const LogEntry& b) {
    if (a.at().utc_ms != b.at().utc_ms) {
        return a.at().utc_ms > b.at().utc_ms;
    }
    return a.id() > b.id();
}

}  // namespace

std::vector<LogEntry> filtered(const Snapshot& snapshot, const HistoryFilter& filter,
                               const words::Catalogue& words) {
    Question question(snapshot, filter, words);
    std::vector<LogEntry> found;
    for (const auto& [id, records] : snapshot.areas) {
        if (!filter.area.empty() && filter.area != id) {
            continue;
        }
        question.begin_area(id);
        if (filter.kind != HistoryFilter::Kind::checkins) {
            for (const auto& session : records->sessions) {
                if (question.lets_through(*session)) {
                    found.push_back({session, nullptr});
                }
            }
        }
        if (filter.kind != HistoryFilter::Kind::sessions) {
            for (const auto& checkin : records->checkins) {
                if (question.lets_through(*checkin)) {
                    found.push_back({nullptr, checkin});
                }
            }
        }
    }
    std::sort(found.begin(), found.end(), is_newer);
    return found;
}

}  // namespace unknot::views
