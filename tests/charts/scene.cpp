#include "tests/charts/scene.h"

#include "app/charts/paint.h"
#include "tests/support/guidance_case.h"

#include <random>
#include <stdexcept>

namespace unknot::tests {

using nlohmann::json;

ChartScene::ChartScene(const json& log, const std::string& as_of) : snapshot(snapshot_of(log)) {
    const guidance::Guidance guidance = guidance::evaluate(snapshot, *parse_iso_instant(as_of));
    all = charts::all_series(snapshot, guidance, guidance::history(snapshot, guidance.today));
}

const charts::TrackSeries& ChartScene::track(const std::string& area, Side side) const {
    for (const charts::TrackSeries& series : all) {
        if (series.key == TrackKey{area, side}) {
            return series;
        }
    }
    throw std::runtime_error(area + " has no record on that side");
}

ChartScene eight_weeks() {
    return {json::parse(test_data("charts/eight_weeks.json")), "2026-11-21T08:16:00+01:00"};
}

json random_log(unsigned seed, int days) {
    std::mt19937 random(seed);
    const auto below = [&](unsigned n) { return static_cast<std::int64_t>(random() % n); };
    json log{{"profile", {{"conditions", json::array()}, {"clinician_ok", false}}},
             {"sessions", json::array()},
             {"checkins", json::array()}};
    const Instant end = *parse_iso_instant("2026-11-20T20:00:00+01:00");
    Instant at = plus_seconds(end, -static_cast<std::int64_t>(days) * 86'400);
    for (int i = 0; at.utc_ms <= end.utc_ms; ++i) {
        const std::string id = std::to_string(i);
        if (below(6) == 0) {
            log["sessions"].push_back({{"id", "s" + id},
                                       {"started_at", to_iso(at)},
                                       {"area", "calf"},
                                       {"side", below(5) == 0 ? "both" : "left"},
                                       {"pressure", 1 + below(5)},
                                       {"soreness_before", below(4)}});
        } else {
            log["checkins"].push_back({{"id", "c" + id},
                                       {"at", to_iso(at)},
                                       {"entered_at", to_iso(plus_seconds(at, below(5) * 43'200))},
                                       {"area", "calf"},
                                       {"side", "left"},
                                       {"soreness", below(11)}});
        }
        at = plus_seconds(at, 8 * 3600 + below(52 * 3600));
    }
    return log;
}

float plain_width(std::string_view text, charts::TextRole role) {
    return static_cast<float>(text.size()) * charts::style_of(role).size / 2;
}

}  // namespace unknot::tests
