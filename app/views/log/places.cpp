#include "app/views/log/places.h"

#include "app/words/letters.h"
#include "app/words/phrases.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>

namespace unknot::views {

namespace {

/// How far back in an area's sessions "recently used" looks. The list is made anew at each change of the log
/// and must not grow with it.
constexpr std::size_t recent_sessions = 64;

std::map<Side, std::int64_t> recently_used(const Snapshot& snapshot, const std::string& area) {
    std::map<Side, std::int64_t> used;
    const auto records = snapshot.areas.find(area);
    if (records == snapshot.areas.end()) {
        return used;
    }
    const auto& sessions = records->second->sessions;
    const std::size_t first = sessions.size() > recent_sessions ? sessions.size() - recent_sessions : 0;
    for (std::size_t i = first; i < sessions.size(); ++i) {
        used[sessions[i]->side] = sessions[i]->started_at.utc_ms;
    }
    return used;
}

void add_area(PlaceList& list, const Area& area, const Snapshot& snapshot, const words::Catalogue& words) {
    const std::map<Side, std::int64_t> used = recently_used(snapshot, area.id);
    const bool one_place = area.sides.center && !area.sides.left && !area.sides.right;
    for (const Side side : {Side::left, Side::right, Side::center, Side::both}) {
        if (!area.sides.has(side)) {
            continue;
        }
        PlaceChoice choice;
        choice.place = {area.id, side};
        choice.name = words::area_name(words, *snapshot.catalogue, area.id);
        choice.side = one_place ? std::string_view() : words::side_word(words, side);
        choice.phrase = words::place(words, *snapshot.catalogue, area.id, side);
        choice.more =
            std::string(words::muscle_word(words, area)) + " " + std::string(words::region_word(words, area));
        const auto last = used.find(side);
        choice.used = last == used.end() ? 0 : last->second;
        list.all.push_back(std::move(choice));
    }
}

/// How well one word of a search fits; smaller is better, nothing where it does not.
std::optional<int> fit(std::string_view word, const std::string& said, const std::string& more) {
    const std::size_t at = said.find(word);
    if (at != std::string::npos) {
        return at == 0 || said.find(" " + std::string(word)) != std::string::npos ? 0 : 1;
    }
    return more.find(word) != std::string::npos ? std::optional(2) : std::nullopt;
}

/// The words of a search fit together as badly as the worst of them.
std::optional<int> fit_all(std::string_view search, const PlaceChoice& choice) {
    // Each half begins with a word, and so does each word behind a blank.
    const std::string said = words::folded(choice.phrase + " " + choice.name + " " + choice.side);
    const std::string more = words::folded(choice.more);
    int worst = 0;
    std::size_t begin = 0;
    while (begin < search.size()) {
        const std::size_t end = std::min(search.find(' ', begin), search.size());
        const std::string_view word = search.substr(begin, end - begin);
        begin = end + 1;
        if (word.empty()) {
            continue;
        }
        const std::optional<int> one = fit(word, said, more);
        if (!one) {
            return std::nullopt;
        }
        worst = std::max(worst, *one);
    }
    return worst;
}

}  // namespace

void refresh(PlaceList& list, const Snapshot& snapshot, const words::Catalogue& words) {
    const bool fresh = !list.all.empty() && list.generation == snapshot.generation;
    if (fresh && list.language == words.language()) {
        return;
    }
    list.all.clear();
    list.generation = snapshot.generation;
    list.language = words.language();
    for (const Area& area : snapshot.catalogue->all()) {
        if (!area.retired) {
            add_area(list, area, snapshot, words);
        }
    }
    std::stable_sort(list.all.begin(), list.all.end(),
                     [](const PlaceChoice& a, const PlaceChoice& b) { return a.used > b.used; });
}

std::vector<std::size_t> found(const PlaceList& list, std::string_view search) {
    const std::string wanted = words::folded(search);
    if (wanted.find_first_not_of(' ') == std::string::npos) {
        std::vector<std::size_t> all(list.all.size());
        std::iota(all.begin(), all.end(), std::size_t{0});
        return all;
    }
    std::vector<std::pair<int, std::size_t>> hits;
    for (std::size_t i = 0; i < list.all.size(); ++i) {
        if (const std::optional<int> fits = fit_all(wanted, list.all[i])) {
            hits.emplace_back(*fits, i);
        }
    }
    std::sort(hits.begin(), hits.end());
    std::vector<std::size_t> out;
    out.reserve(hits.size());
    for (const auto& [fits, i] : hits) {
        out.push_back(i);
    }
    return out;
}

}  // namespace unknot::views
