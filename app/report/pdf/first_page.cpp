#include "app/report/pdf/first_page.h"

#include "app/guidance/rules.h"
#include "app/report/pdf/charts_block.h"
#include "app/report/pdf/table.h"
#include "app/words/flags.h"
#include "app/words/phrases.h"

#include <fmt/ranges.h>

#include <algorithm>

namespace unknot::report {

namespace {

constexpr double after_part = 7;         ///< between a part and the next one's line
constexpr double method_gap = 4;         ///< between the line over the method and its text
constexpr std::size_t most_reports = 4;  ///< of warning signs, named on the first page
constexpr std::size_t most_serious = 2;  ///< flags told whole even where that leaves others out
constexpr std::size_t least_areas = 4;   ///< shown however many flags there are
constexpr std::size_t many_areas = 10;   ///< shown before flags that have ended
constexpr std::size_t some_ended = 4;    ///< flags shown before the areas beyond those

/// `whole`: with the rule's sentence; else in a few words.
TableRow flag_row(const ReportScene& scene, const FlagRow& row, bool whole) {
    return {{std::string(words::tier_word(scene.words, row.tier)), where_text(scene, row),
             days_text(scene, row), whole ? reason_text(scene, row) : short_reason_text(scene, row)},
            row.tier};
}

std::vector<TableColumn> area_columns(const ReportScene& scene, double width) {
    const words::Catalogue& w = scene.words;
    std::vector<TableColumn> columns{
        {std::string(w.text("Area")), 0, true, true},
        {std::string(w.text("Sessions")), 42, false, false},
        {std::string(w.text("Minutes")), 54, false, false},
        {std::string(w.text("Pressure\nusual / highest")), 60, false, false},
        {std::string(w.text("Soreness after\nusual / worst / latest")), 80, false, false},
        {std::string(w.text("Days to settle\nusual / longest")), 60, false, false},
        {std::string(w.text("Check-ins\nanswered")), 48, false, false},
        {std::string(w.text("Now")), 52, false, false}};
    for (const TableColumn& column : columns) {
        width -= column.width;
    }
    columns.front().width = width;
    return columns;
}

TableRow area_row(const ReportScene& scene, const AreaSummary& area) {
    TableRow row{
        {scene.place(area.key.area, area.key.side), std::to_string(area.sessions), minutes_text(scene, area),
         pressure_text(scene, area), soreness_text(scene, area), settle_text(scene, area),
         answered_text(scene, area), std::string(words::state_word(scene.words, area.state))},
        {}};
    if (area.tier > guidance::Tier::none) {
        row.tier = area.tier;
    }
    return row;
}

/// The table of areas with columns that hold their words.
TableMeasure area_measure(Composer& composer, const ReportScene& scene) {
    TableMeasure measure(composer.text(), area_columns(scene, composer.width()));
    std::vector<TableRow> rows;
    for (const AreaSummary& area : scene.summary.areas) {
        rows.push_back(area_row(scene, area));
    }
    measure.widen(rows);
    return measure;
}

std::string period_text(const ReportScene& scene) {
    const Summary& summary = scene.summary;
    if (summary.first == summary.last) {
        return scene.full_date(summary.first);
    }
    const bool one_year = calendar_date(summary.first).year == calendar_date(summary.last).year;
    const std::string first = one_year ? words::plain_date(scene.words, summary.first, summary.last)
                                       : scene.full_date(summary.first);
    return scene.words.say("{0} to {1}, both days included", first, scene.full_date(summary.last));
}

std::string counts_of(const ReportScene& scene) {
    const Summary& summary = scene.summary;
    return scene.words.say_in("how many sessions and check-ins", "{0}, {1}",
                              scene.words.plural("{0} session", "{0} sessions", summary.sessions),
                              scene.words.plural("{0} check-in", "{0} check-ins", summary.checkins));
}

/// What is printed of the person, and of areas asked for.
std::vector<std::string> facts_of_person(const ReportScene& scene) {
    std::vector<std::string> lines;
    const PdfOptions& options = scene.options;
    if (!options.selection.name.empty() && !options.birth_date.empty()) {
        lines.push_back(scene.words.say("{0}, born {1}", options.selection.name, options.birth_date));
    } else if (!options.birth_date.empty()) {
        lines.push_back(scene.words.say("Born {0}", options.birth_date));
    } else if (!options.selection.name.empty()) {
        lines.push_back(options.selection.name);
    }
    return lines;
}

std::string areas_asked_for(const ReportScene& scene) {
    std::vector<std::string> names;
    for (const std::string& area : scene.options.selection.areas) {
        names.push_back(words::area_name(scene.words, *scene.snapshot.catalogue, area));
    }
    return names.empty() ? std::string()
                         : scene.words.say("Only these areas were asked for: {0}.",
                                           fmt::format("{}", fmt::join(names, ", ")));
}

void add_head(Composer& composer, const ReportScene& scene) {
    composer.paragraph(Tag::h1, composer.document().title, print::title);
    composer.down(2);
    for (const std::string& line : facts_of_person(scene)) {
        composer.paragraph(Tag::p, line, print::lead_bold);
    }
    composer.paragraph(
        Tag::p, scene.words.say_in("period and counts", "{0}. {1}.", period_text(scene), counts_of(scene)),
        print::lead);
    if (const std::string areas = areas_asked_for(scene); !areas.empty()) {
        composer.paragraph(Tag::p, areas, print::lead);
    }
    const Instant& made = scene.options.made_at;
    composer.paragraph(
        Tag::p,
        scene.words.say("Made on {0}, {1}. Kept by the person themselves; not a measurement by a clinician.",
                        scene.full_date(local_day(wall_clock(made).date).value_or(scene.summary.today)),
                        words::clock_time(made)),
        print::lead, Ink::muted);
    composer.down(6);
}

std::string flags_note(const ReportScene& scene) {
    const std::size_t open = scene.summary.open_flags();
    const std::size_t ended = scene.summary.flags.size() - open;
    return scene.words.say("{0} open on {1}, {2} ended in this period", open,
                           scene.full_date(scene.summary.today), ended);
}

void add_flags(Composer& composer, const ReportScene& scene, std::size_t rows, std::size_t whole) {
    composer.section(scene.words.text("Flags"), flags_note(scene));
    if (const std::string none = no_flags_text(scene); !none.empty()) {
        composer.paragraph(Tag::p, none, print::body);
        composer.down(2);
    }
    if (rows > 0) {
        PrintTable table(composer, flag_columns(scene, composer.width()));
        for (std::size_t i = 0; i < rows; ++i) {
            table.row(flag_row(scene, scene.summary.flags[i], i < whole));
        }
    }
    if (const std::size_t more = scene.summary.flags.size() - rows; more > 0) {
        composer.down(2);
        composer.paragraph(
            Tag::p,
            scene.words.plural("{0} more flag is in \u201cEvery flag\u201d on the following pages.",
                               "{0} more flags are in \u201cEvery flag\u201d on the following "
                               "pages.",
                               more),
            print::small, Ink::muted);
    }
    composer.down(after_part);
}

void add_areas(Composer& composer, const ReportScene& scene, std::size_t rows) {
    composer.section(scene.words.text("By area"),
                     scene.words.text("soreness after: the highest rating of the two days after a session"));
    if (rows == 0) {
        composer.paragraph(Tag::p, scene.words.text("No area has an entry in this period."), print::body);
    } else {
        add_area_table(composer, scene, rows);
    }
    if (const std::size_t more = scene.summary.areas.size() - rows; more > 0) {
        composer.down(2);
        composer.paragraph(
            Tag::p,
            scene.words.plural("{0} more row is in \u201cEvery area\u201d on the following pages.",
                               "{0} more rows are in \u201cEvery area\u201d on the following "
                               "pages.",
                               more),
            print::small, Ink::muted);
    }
    composer.down(after_part);
}

std::vector<std::string> signs_lines(const ReportScene& scene) {
    const Summary& summary = scene.summary;
    const words::Catalogue& w = scene.words;
    std::vector<std::string> lines;
    const std::string asked =
        summary.signs.empty() && summary.signs_answered == 0
            ? std::string(w.text("The question was never answered: nothing is known about warning signs."))
        : summary.signs.empty()
            ? w.plural("None reported in {0} answer.", "None reported in {0} answers.",
                       summary.signs_answered)
            : w.plural("The question about warning signs was answered {0} time.",
                       "The question about warning signs was answered {0} times.", summary.signs_answered);
    lines.push_back(
        summary.signs_not_answered == 0 || summary.signs_answered == 0
            ? asked
            : w.say_in("two sentences", "{0} {1}", asked,
                       w.plural("{0} check-in did not answer the question.",
                                "{0} check-ins did not answer the question.", summary.signs_not_answered)));
    for (std::size_t i = 0; i < std::min(most_reports, summary.signs.size()); ++i) {
        const SignReport& report = summary.signs[i];
        lines.push_back(w.say_in("report of warning signs: day, place, signs", "{0}, {1}: {2}",
                                 scene.date(local_day(report.at)), scene.place(report.area, report.side),
                                 sign_words(scene, report)));
    }
    if (summary.signs.size() > most_reports) {
        lines.push_back(w.plural("{0} more report is in the list of entries.",
                                 "{0} more reports are in the list of entries.",
                                 summary.signs.size() - most_reports));
    }
    lines.push_back(health_text(scene));
    return lines;
}

void add_signs(Composer& composer, const ReportScene& scene) {
    composer.section(scene.words.text("Warning signs and health questions"));
    for (const std::string& line : signs_lines(scene)) {
        composer.paragraph(Tag::p, line, print::body);
    }
    composer.down(after_part);
}

/// True where a text of the log that is printed has a character that no outline font has.
bool misses_characters(Composer& composer, const ReportScene& scene) {
    const Selection& selection = scene.options.selection;
    bool missing = composer.text().misses_any(selection.name);
    for (const LogEntry& entry : oldest_first(scene.snapshot, selection)) {
        const std::string& note = entry.session ? entry.session->note : entry.checkin->note;
        missing = missing || (selection.notes && composer.text().misses_any(note)) ||
                  (entry.session && composer.text().misses_any(entry.session->tool));
    }
    for (const AreaSummary& area : scene.summary.areas) {
        missing = missing || composer.text().misses_any(scene.place(area.key.area, area.key.side));
    }
    return missing;
}

std::vector<std::string> method_lines(Composer& composer, const ReportScene& scene) {
    const words::Catalogue& w = scene.words;
    std::vector<std::string> lines{
        w.say("Soreness: 0 none to 10 worst. Pressure: 1 very light to 5 too much, a scale of its own. "
              "Settled: a rating at most {0} above where it was before the session. Usual: the middle value. "
              "> : not settled by the last rating. + : some durations were not recorded. A day runs from "
              "{1}:00 to {1}:00.",
              guidance::rules::settled_tolerance, day_start_hour),
        w.say_in(
            "three sentences", "{0} {1} {2}",
            w.text("Entries made later than the day after are marked. The rules are fixed, do not diagnose, "
                   "and are printed with their numbers at the end."),
            words::disclaimer(w), left_out_text(scene))};
    if (misses_characters(composer, scene)) {
        lines.emplace_back(w.text("A character that could not be printed stands as its number: [U+1F486]."));
    }
    return lines;
}

/// How many rows of flags and areas have room in `room` points.
struct Rows {
    std::size_t flags = 0;
    std::size_t whole_flags = 0;  ///< of those, the first ones, with their rule's sentence
    std::size_t areas = 0;
};

Rows rows_for(Composer& composer, const ReportScene& scene, double room, std::size_t whole_flags) {
    const Summary& summary = scene.summary;
    const TableMeasure flags(composer.text(), flag_columns(scene, composer.width()));
    const TableMeasure areas = area_measure(composer, scene);
    const double more = print::small.line + 2;  // "12 more flags are …", for each of the two
    room -= 2 * more;
    room -= summary.flags.empty() ? 0 : flags.header_height();
    room -= summary.areas.empty() ? 0 : areas.header_height();
    Rows rows;
    rows.whole_flags = whole_flags;
    const auto take_flags = [&](std::size_t most) {
        for (; rows.flags < std::min(most, summary.flags.size()); ++rows.flags) {
            const double height =
                flags.height_of(flag_row(scene, summary.flags[rows.flags], rows.flags < rows.whole_flags));
            if (height > room) {
                return;
            }
            room -= height;
        }
    };
    const auto take_areas = [&](std::size_t most) {
        for (; rows.areas < std::min(most, summary.areas.size()); ++rows.areas) {
            const double height = areas.height_of(area_row(scene, summary.areas[rows.areas]));
            if (height > room) {
                return;
            }
            room -= height;
        }
    };
    // What is open comes first, but never without the numbers of the areas that it is about.
    take_areas(least_areas);
    take_flags(summary.open_flags());
    take_areas(many_areas);
    if (rows.flags == summary.open_flags()) {
        take_flags(rows.flags + some_ended);
    }
    take_areas(summary.areas.size());
    take_flags(rows.flags < summary.open_flags() ? rows.flags : summary.flags.size());
    return rows;
}

double heights(Composer& composer, const std::vector<std::string>& texts, const paper::PrintStyle& style) {
    double height = 0;
    for (const std::string& text : texts) {
        height += composer.height_of(text, style, composer.width());
    }
    return height;
}

}  // namespace

std::vector<TableColumn> flag_columns(const ReportScene& scene, double width) {
    constexpr double advice = 86;
    constexpr double where = 116;
    constexpr double days = 104;
    const words::Catalogue& w = scene.words;
    return {
        {std::string(w.text_in("flag", "Advice")), advice, false, true},
        {std::string(w.text_in("flag", "Where")), where, true, true},
        {std::string(w.text_in("flag", "When")), days, false, false},
        {std::string(w.text_in("flag", "Rule and ratings")), width - advice - where - days, false, false}};
}

void add_area_table(Composer& composer, const ReportScene& scene, std::size_t rows) {
    PrintTable table(composer, area_measure(composer, scene).columns());
    for (std::size_t i = 0; i < rows; ++i) {
        table.row(area_row(scene, scene.summary.areas[i]));
    }
}

LeftForLater add_first_page(Composer& composer, const ReportScene& scene, const charts::Measure& measure) {
    composer.new_sheet();
    add_head(composer, scene);
    const std::vector<std::string> method = method_lines(composer, scene);
    const double method_height = method_gap + heights(composer, method, print::small);
    const double signs_height =
        Composer::section_height + heights(composer, signs_lines(scene), print::body) + after_part;
    // Of the two tables' parts all but their rows.
    double around = 2 * (Composer::section_height + after_part);
    if (const std::string none = no_flags_text(scene); !none.empty()) {
        around += composer.height_of(none, print::body, composer.width()) + 2;
    }
    ChartsBlock charts(composer, scene, measure);
    const double charts_gap = charts.empty() ? 0 : after_part;
    const double below = charts_gap + signs_height + method_height;
    const double room = composer.room() - around - charts.least_height() - below;
    Rows rows = rows_for(composer, scene, room, scene.summary.open_flags());
    if (rows.flags < scene.summary.open_flags()) {
        rows = rows_for(composer, scene, room, most_serious);
    }
    add_flags(composer, scene, rows.flags, rows.whole_flags);
    add_areas(composer, scene, rows.areas);
    charts.add(composer.room() - below);
    composer.down(charts_gap);
    add_signs(composer, scene);
    composer.down(std::max(0.0, composer.room() - method_height));
    composer.rule(composer.y());
    composer.down(method_gap);
    for (const std::string& line : method) {
        composer.paragraph(Tag::p, line, print::small, Ink::muted);
    }
    return {rows.areas < scene.summary.areas.size()};
}

}  // namespace unknot::report
