#include "app/views/history/row_texts.h"

#include "app/guidance/follow_up.h"
#include "app/words/records.h"

#include <algorithm>

namespace unknot::views {

namespace {

/// After so many days a check-in follows no session that it would be named after.
constexpr int last_named_day = 28;

std::optional<int> named_day(const Snapshot& snapshot, const CheckIn& checkin) {
    const auto area = snapshot.areas.find(checkin.area);
    if (area == snapshot.areas.end()) {
        return std::nullopt;
    }
    const auto day = guidance::day_after_session(*area->second, checkin.side, checkin.at);
    return day && *day <= last_named_day ? day : std::nullopt;
}

/// The longest beginning of well-formed UTF-8 that has at most `bytes` and ends between two words, or between
/// two characters where one word is longer than that.
std::string_view beginning(std::string_view text, std::size_t bytes) {
    std::size_t end = text.rfind(' ', bytes);
    if (end == std::string_view::npos || end == 0) {
        end = bytes;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
            --end;
        }
    }
    return text.substr(0, end);
}

}  // namespace

std::string note_in_row(const words::Catalogue& words, std::string_view note) {
    std::string line(note);
    std::replace(line.begin(), line.end(), '\n', ' ');
    std::replace(line.begin(), line.end(), '\t', ' ');
    if (line.size() <= longest_note_in_row) {
        return line;
    }
    return words.say("{0} (the note goes on)", beginning(line, longest_note_in_row));
}

RowTexts row_texts(const words::Catalogue& words, const Snapshot& snapshot, const LogEntry& entry,
                   LocalDay today) {
    RowTexts texts;
    texts.session = entry.session != nullptr;
    texts.time = words::clock_time(entry.at());
    texts.place = words::place(words, *snapshot.catalogue, entry.area(), entry.side());
    if (entry.session) {
        Session shown = *entry.session;
        shown.note = note_in_row(words, shown.note);
        texts.what = words::session_text(words, shown);
        texts.soreness = shown.soreness_before;
        texts.detail = words::detail_text(words, shown);
        texts.late = words::late_text(words, shown.started_at, shown.entered_at, today);
        return texts;
    }
    CheckIn shown = *entry.checkin;
    shown.note = note_in_row(words, shown.note);
    texts.what = words::checkin_text(words, named_day(snapshot, shown));
    texts.soreness = shown.soreness;
    // Where nothing was answered a mark says just that: no sign reported is not "no warning signs".
    texts.signs_unanswered = !shown.symptoms;
    texts.detail = shown.symptoms ? words::detail_text(words, shown) : shown.note.str();
    texts.late = words::late_text(words, shown.at, shown.entered_at, today);
    return texts;
}

}  // namespace unknot::views
