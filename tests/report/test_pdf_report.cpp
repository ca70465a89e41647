#include "app/charts/print.h"
#include "app/guidance/guidance.h"
#include "app/words/flags.h"
#include "app/words/phrases.h"
#include "tests/support/checkers.h"
#include "tests/support/log_maker.h"
#include "tests/support/pdf_text.h"
#include "tests/support/program.h"
#include "tests/support/random_log.h"
#include "tests/support/scene.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <fstream>
#include <regex>
#include <set>

using namespace unknot;
using namespace unknot::tests;

namespace {

const words::Catalogue english;

Session timed(Session session, int seconds) {
    session.duration = Duration::of_seconds(seconds);
    return session;
}

std::string place(const TrackKey& key) {
    return words::place(english, AreaCatalogue(), key.area, key.side);
}

/// How many times `part` stands in `text`.
std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++count;
    }
    return count;
}

/// The number in "N more flags are in"; 0 where it says none.
std::size_t more(const std::string& page, const char* what) {
    std::smatch found;
    return std::regex_search(page, found, std::regex("(\\d+)more" + std::string(what) + "s?"))
               ? std::stoul(found[1])
               : 0;
}

/// What a row of the flags begins with: advice, place, since when.
std::string row_of(const TrackKey& key, const guidance::FlagInterval& flag, LocalDay today) {
    return packed(std::string(words::tier_word(english, flag.tier)) + place(key) + "open, since " +
                  words::plain_date(english, flag.from, today));
}

/// True where a table's row begins like that: "calf" is no row of "Right calf".
bool row_in(const std::string& text, const std::string& row) {
    const std::string part = packed(row);
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        const std::string before = text.substr(0, at);
        if (!before.ends_with("Left") && !before.ends_with("Right")) {
            return true;
        }
    }
    return false;
}

struct OpenFlag {
    TrackKey key;
    guidance::FlagInterval flag;
};

std::vector<OpenFlag> open_flags(const Snapshot& snapshot, LocalDay today) {
    std::vector<OpenFlag> open;
    for (const auto& [key, intervals] : guidance::history(snapshot, today).tracks) {
        for (const guidance::FlagInterval& interval : intervals) {
            if (!interval.to) {
                open.push_back({key, interval});
            }
        }
    }
    return open;
}

/// Of a track, counted straight from the log.
struct Counted {
    std::size_t sessions = 0;
    std::int64_t seconds = 0;
    bool some_unknown = false;
    int highest = 0;
};

std::map<TrackKey, Counted> counted(const Snapshot& snapshot) {
    std::map<TrackKey, Counted> tracks;
    for (const LogEntry& entry : newest_first(snapshot)) {
        const std::vector<Side> sides =
            entry.side() == Side::both ? std::vector{Side::left, Side::right} : std::vector{entry.side()};
        for (const Side side : sides) {
            Counted& track = tracks[{entry.area(), side}];
            if (entry.session) {
                ++track.sessions;
                track.seconds += entry.session->duration ? entry.session->duration->seconds() : 0;
                track.some_unknown = track.some_unknown || !entry.session->duration;
                track.highest = std::max(track.highest, number(entry.session->pressure));
            }
        }
    }
    return tracks;
}

}  // namespace

TEST_CASE("the first page alone tells the log's counts, areas and open flags, for any log",
          "[report][pdf][property]") {
    std::size_t flags = 0;
    for (unsigned seed = 1; seed <= 24; ++seed) {
        RandomLog log(seed, false);
        for (int i = 0; i < 6 + static_cast<int>(seed) * 2; ++i) {
            log.edit();
        }
        const Snapshot& snapshot = log.snapshot();
        report::PdfOptions options = plain_options();
        options.made_at = {log.now().utc_ms + 86'400'000, 60};
        const std::string pdf = pdf_of(snapshot, options);
        const std::string page = first_page_text(pdf);
        const std::string whole = whole_text(pdf);
        const LocalDay today = local_day(options.made_at);
        INFO("seed " << seed << "\n" << page);
        const auto counts = [](std::size_t n, const char* what) {
            return std::to_string(n) + what + (n == 1 ? "" : "s");
        };
        CHECK(holds(page, counts(snapshot.session_count(), " session") + ", " +
                              counts(snapshot.checkin_count(), " check-in") + "."));
        const std::map<TrackKey, Counted> tracks = counted(snapshot);
        std::size_t areas = 0;
        for (const auto& [key, track] : tracks) {
            INFO(to_text(key));
            const std::string minutes = std::to_string((track.seconds + 30) / 60);
            const bool plain = track.seconds >= 60 || (track.seconds == 0 && !track.some_unknown);
            const std::string row = place(key) + std::to_string(track.sessions) +
                                    (plain ? minutes + (track.some_unknown ? "+" : "") : std::string());
            areas += row_in(page, row) ? 1 : 0;
            CHECK(row_in(whole, row));
            CHECK((track.sessions == 0 || holds(whole, "/ " + std::to_string(track.highest))));
        }
        // All of them; or the ones that matter most, and the rest is counted.
        CHECK(areas + more(page, "row") == tracks.size());
        CHECK(areas >= std::min<std::size_t>(4, tracks.size()));
        std::size_t shown = 0;
        const std::vector<OpenFlag> open = open_flags(snapshot, today);
        for (const OpenFlag& one : open) {
            const bool there = page.find(row_of(one.key, one.flag, today)) != std::string::npos;
            shown += there ? 1 : 0;
        }
        // All of them; or as many as fit, and the rest is counted.
        CHECK((shown == open.size() || more(page, "flag") >= open.size() - shown));
        CHECK((open.empty() || shown > 0));
        flags += shown;
    }
    CHECK(flags > 40);
}

TEST_CASE("an open flag stands on the first page with its raw ratings and where it started",
          "[report][pdf]") {
    Session pressed = session("s", "2026-11-17T19:00:00+01:00", "levator_scapulae", Side::left);
    pressed.soreness_before = Soreness::of(2);
    const Snapshot log =
        log_of({pressed}, {checkin("a", "2026-11-18T08:00:00+01:00", "levator_scapulae", Side::left, 6),
                           checkin("b", "2026-11-19T08:00:00+01:00", "levator_scapulae", Side::left, 5),
                           checkin("c", "2026-11-20T08:00:00+01:00", "levator_scapulae", Side::left, 5)});
    const std::string page = first_page_text(pdf_of(log, plain_options()));
    INFO(page);
    CHECK(holds(page, "Pause" + place({"levator_scapulae", Side::left}) + "open, since 20 November"));
    CHECK(holds(page, "Ratings: 2 at the start, 6 on 18 Nov, 5 on 19 Nov, 5 on 20 Nov."));
    CHECK(holds(page, "not settled"));
}

TEST_CASE("a range of days counts for the first page as it does for the tables, both its ends included",
          "[report][pdf]") {
    const auto on = [](const std::string& id, const std::string& at, PressureLevel pressure) {
        return timed(session(id, at, "calf", Side::left, pressure), 120);
    };
    const Snapshot log = log_of({on("before", "2026-10-31T19:00:00+01:00", PressureLevel::too_much),
                                 on("first", "2026-11-01T05:00:00+01:00", PressureLevel::light),
                                 on("last", "2026-11-04T01:30:00+01:00", PressureLevel::moderate),
                                 on("after", "2026-11-04T19:00:00+01:00", PressureLevel::too_much)},
                                {checkin("x", "2026-11-02T08:00:00+01:00", "calf", Side::left, 3),
                                 checkin("y", "2026-11-05T08:00:00+01:00", "calf", Side::left, 9)});
    report::PdfOptions options = plain_options();
    options.selection.from = parse_iso_day("2026-11-01");
    options.selection.to = parse_iso_day("2026-11-03");
    const std::string pdf = pdf_of(log, options);
    const std::string page = first_page_text(pdf);
    INFO(page);
    CHECK(holds(page, "1 November to 3 November 2026, both days included. 2 sessions, 1 check-in."));
    CHECK(holds(page, "Left calf 2 4 2 / 3 3 / 3 / 3"));
    const std::string whole = whole_text(pdf);
    CHECK(holds(whole, "3 Nov, 01:30"));  // a day ends at 04:00
    CHECK(holds(whole, "1 Nov, 05:00"));
    CHECK(!holds(whole, "31 Oct, 19:00"));
    CHECK(!holds(whole, "4 Nov, 19:00"));
}

TEST_CASE("zero is printed as 0, and what was not recorded never as a number", "[report][pdf]") {
    const Snapshot log = log_of({timed(session("s", "2026-11-18T19:00:00+01:00", "calf", Side::left), 240),
                                 session("t", "2026-11-18T19:00:00+01:00", "low_back", Side::center)},
                                {checkin("a", "2026-11-19T08:00:00+01:00", "calf", Side::left, 0)});
    const std::string pdf = pdf_of(log, plain_options());
    const std::string page = first_page_text(pdf);
    INFO(page);
    CHECK(holds(page, "Left calf 1 4 3 / 3 0 / 0 / 0 1 / 1"));
    CHECK(holds(page, "Middle of the low back 1 not recorded 3 / 3 not rated not known"));
    CHECK(holds(whole_text(pdf), "19 Nov, 08:00 Left calf check-in, day 1 0 Warning signs not asked"));
}

TEST_CASE("\"none\" is said only where every area is known to have settled", "[report][pdf]") {
    const Session pressed = session("s", "2026-11-18T19:00:00+01:00", "calf", Side::left);
    const CheckIn settled = checkin("a", "2026-11-19T08:00:00+01:00", "calf", Side::left, 1);
    CHECK(holds(first_page_text(pdf_of(log_of({pressed}, {settled}), plain_options())),
                "None. Every area worked on has settled."));
    const Session fresh = session("t", "2026-11-20T19:00:00+01:00", "low_back", Side::center);
    const std::string page = first_page_text(pdf_of(log_of({pressed, fresh}, {settled}), plain_options()));
    CHECK(holds(page, "But not known to have settled: Middle of the low back."));
    CHECK(!holds(page, "Every area worked on has settled"));
    CHECK(holds(first_page_text(pdf_of({}, plain_options())), "nothing can be said"));
}

TEST_CASE("three hundred entries are all listed, in time order, and nothing leaves a page", "[report][pdf]") {
    std::vector<CheckIn> checkins;
    const Instant start = moment("2026-10-01T10:00:00+02:00");
    for (int i = 0; i < 300; ++i) {
        CheckIn one =
            checkin("c" + std::to_string(1000 + i), "2026-10-01T10:00:00+02:00", "calf", Side::left, i % 7);
        one.at = plus_seconds(start, i * 7'380);  // every minute of the hour comes up
        one.note = "Entry number " + std::to_string(1000 + i) + " of the list";
        checkins.push_back(one);
    }
    report::PdfOptions options = plain_options();
    options.selection.notes = true;
    const std::string pdf = pdf_of(log_of({}, checkins), options);
    const std::string text = whole_text(pdf);
    std::size_t last = 0;
    for (int i = 0; i < 300; ++i) {
        const std::size_t at = text.find("Entrynumber" + std::to_string(1000 + i) + "ofthelist");
        REQUIRE(at != std::string::npos);
        CHECK(at > last);
        last = at;
    }
    const TemporaryFolder folder;
    const std::string file = folder.path() / "report.pdf";
    std::ofstream(file, std::ios::binary) << pdf;
    const std::string boxes = run_command({checker("pdftotext"), "-bbox", file, "-"}).out;
    const std::regex word("xMin=\"([0-9.]+)\" yMin=\"([0-9.]+)\" xMax=\"([0-9.]+)\" yMax=\"([0-9.]+)\"");
    std::size_t words = 0;
    for (std::sregex_iterator at(boxes.begin(), boxes.end(), word), end; at != end; ++at, ++words) {
        CHECK(std::stod((*at)[1]) > 30);
        CHECK(std::stod((*at)[2]) > 20);
        CHECK(std::stod((*at)[3]) < 595.28 - 30);
        CHECK(std::stod((*at)[4]) < 841.89 - 15);
    }
    CHECK(words > 2000);
}

TEST_CASE("a name of two hundred letters keeps the first page one page", "[report][pdf]") {
    report::PdfOptions options = plain_options();
    for (int i = 0; i < 20; ++i) {
        options.selection.name += "Maximilian ";
    }
    options.selection.name += std::string(60, 'W');
    options.birth_date = "1 January 1980";
    RandomLog log(7, false);
    for (int i = 0; i < 90; ++i) {
        log.edit();
    }
    options.made_at = log.now();
    const std::string page = first_page_text(pdf_of(log.snapshot(), options));
    CHECK(holds(page, options.selection.name + ", born 1 January 1980"));
    for (const char* part :
         {"Flags", "By area", "Timeline", "Warning signs and health questions",
          "Health questions: not answered.", "not medical advice. Notes were left out.", "Page 1 of"}) {
        INFO(part);
        CHECK(holds(page, part));
    }
}

TEST_CASE(
    "notes are in the report only where asked for, in any script; a letter that no font has is a number",
    "[report][pdf]") {
    CheckIn one = checkin("c", "2026-11-19T08:00:00+01:00", "calf", Side::left, 3);
    one.note = "Slept badly \u0411\u043e\u043b\u044c \u0e1b\u0e27\u0e14 \u75db \U000F0000\nsecond line";
    report::PdfOptions options = plain_options();
    const Snapshot log = log_of({}, {one});
    CHECK(!holds(whole_text(pdf_of(log, options)), "Slept badly"));
    CHECK(holds(first_page_text(pdf_of(log, options)), "Notes and name were left out."));
    options.selection.notes = true;
    const std::string pdf = pdf_of(log, options);
    const std::string text = whole_text(pdf);
    INFO(text);
    CHECK(holds(text, "Slept badly"));
    CHECK(holds(text, "\u0411\u043e\u043b\u044c"));
    CHECK((holds(text, "\u0e1b\u0e27\u0e14") || holds(text, "[U+0E1B]")));
    CHECK((holds(text, "\u75db") || holds(text, "[U+75DB]")));
    CHECK(holds(text, "[U+F0000]"));  // private use: no font has it
    CHECK(holds(text, "second line"));
    CHECK(holds(first_page_text(pdf), "A character that could not be printed stands as its number"));
}

TEST_CASE("an entry made later than the day after says when it was made", "[report][pdf]") {
    CheckIn late = checkin("a", "2026-11-12T08:00:00+01:00", "calf", Side::left, 3);
    late.entered_at = moment("2026-11-18T08:00:00+01:00");
    CheckIn next_day = checkin("b", "2026-11-13T08:00:00+01:00", "calf", Side::left, 3);
    next_day.entered_at = moment("2026-11-14T08:00:00+01:00");
    const std::string text = whole_text(pdf_of(log_of({}, {late, next_day}), plain_options()));
    CHECK(count_of(text, "Entered18Nov.") == 1);
    CHECK(count_of(text, "Entered14Nov.") == 0);
}

TEST_CASE("every flag's sentence is in the report, and the rules with their numbers", "[report][pdf]") {
    RandomLog log(3, false);
    for (int i = 0; i < 60; ++i) {
        log.edit();
    }
    report::PdfOptions options = plain_options();
    options.made_at = log.now();
    const std::string text = whole_text(pdf_of(log.snapshot(), options));
    const LocalDay today = local_day(log.now());
    for (const auto& [key, intervals] : guidance::explained_history(log.snapshot(), today).tracks) {
        for (const guidance::FlagInterval& interval : intervals) {
            CHECK(holds(text, words::sentence(english, *interval.flag, today)));
        }
    }
    CHECK(holds(text, "A rating of 7 or more on two days, or one that rose by 4 or more within 36 hours."));
    CHECK(holds(text, "Mayo Clinic"));
}

TEST_CASE("warning signs and health questions are told with day and place", "[report][pdf]") {
    CheckIn sign = checkin("a", "2026-11-12T08:00:00+01:00", "calf", Side::right, 3);
    sign.symptoms = Symptoms{Symptom::numbness, Symptom::fever};
    Snapshot log = log_of({}, {sign, checkin("b", "2026-11-13T08:00:00+01:00", "calf", Side::right, 2)});
    log.profile_asked = true;
    log.profile.conditions = Conditions{Condition::blood_thinners};
    log.profile.denied = Conditions{Condition::fracture_history};
    const std::string page = first_page_text(pdf_of(log, plain_options()));
    INFO(page);
    CHECK(holds(page, "12 November, Right calf: Numbness, Fever"));
    CHECK(holds(page, "1 check-in did not answer the question."));
    CHECK(holds(page, std::string(words::condition_word(english, Condition::blood_thinners)) +
                          "; not marked as fine by a clinician. Not answered:"));
    CHECK(holds(page, "The whole person"));
}

TEST_CASE("the same log, options and clock give the same bytes", "[report][pdf]") {
    RandomLog log(5, true);
    for (int i = 0; i < 40; ++i) {
        log.edit();
    }
    report::PdfOptions options = plain_options();
    options.made_at = log.now();
    const std::string once = pdf_of(log.snapshot(), options);
    CHECK(once == pdf_of(log.snapshot(), options));
    options.paper = report::PaperSize::letter;
    CHECK(once != pdf_of(log.snapshot(), options));
    CHECK(pdf_of(log.snapshot(), options).find("/MediaBox [ 0 0 612 792 ]") != std::string::npos);
}

TEST_CASE("making a report tells how far it is, and ends where it is told to", "[report][pdf]") {
    RandomLog log(5, false);
    for (int i = 0; i < 200; ++i) {
        log.edit();
    }
    report::PdfOptions options = plain_options();
    options.made_at = log.now();
    std::vector<double> told;
    const auto whole = report::pdf_report(log.snapshot(), english, options, [&](double done) {
        told.push_back(done);
        return true;
    });
    REQUIRE(whole.ok());
    CHECK(std::is_sorted(told.begin(), told.end()));
    CHECK(told.front() == 0);
    CHECK(told.back() == 1);
    for (const std::size_t calls : {std::size_t{1}, told.size() / 2, told.size() - 1}) {
        std::size_t left = calls;
        const auto ended =
            report::pdf_report(log.snapshot(), english, options, [&](double) { return --left > 0; });
        CHECK(!ended.ok());
    }
}

TEST_CASE("the preview is the first page in pixels", "[report][pdf]") {
    const report::PageImage image = report::first_page_image({}, english, plain_options(), 300);
    CHECK(image.width == 300);
    CHECK(image.height == 424);
    REQUIRE(image.rgba.size() == 300U * 424U * 4U);
    const auto dark =
        std::count_if(image.rgba.begin(), image.rgba.end(), [](std::uint8_t v) { return v < 128; });
    CHECK(dark > 500);
    CHECK(image.rgba[0] == 255);
    CHECK(std::count(image.rgba.begin(), image.rgba.end(), 255) > 300 * 424);  // paper, and opaque
}

TEST_CASE("left and right on the printed body are the person's own", "[report][charts]") {
    const auto spot_of = [](Side side, const char* area) {
        const charts::Picture picture =
            charts::print_body({{{area, side}, Soreness::of(7)}}, {}, AreaCatalogue(), english);
        for (const charts::Shape& shape : picture.shapes) {
            const auto* text = std::get_if<charts::Text>(&shape);
            if (text != nullptr && text->text == "7") {
                return text->at;
            }
        }
        return charts::Point{-1, -1};
    };
    // The calf is drawn on the back, which is the right half: the person's left is on the reader's left
    // there.
    const charts::PrintBodyFrame frame;
    const float middle_of_back = frame.width * 0.75F + 4;
    CHECK(spot_of(Side::left, "calf").x > frame.width / 2);
    CHECK(spot_of(Side::left, "calf").x < middle_of_back);
    CHECK(spot_of(Side::right, "calf").x > middle_of_back);
    // From the front it is the other way round.
    const float middle_of_front = frame.width * 0.25F - 4;
    CHECK(spot_of(Side::left, "thigh_front").x > middle_of_front);
    CHECK(spot_of(Side::right, "thigh_front").x < middle_of_front);
}
