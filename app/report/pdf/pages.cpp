#include "app/report/pdf/pages.h"

#include "app/guidance/rules.h"
#include "app/report/pdf/table.h"
#include "app/words/article.h"
#include "app/words/flags.h"
#include "app/words/phrases.h"
#include "app/words/records.h"
#include "app/words/rules.h"

#include <unordered_map>

namespace unknot::report {

namespace {

constexpr std::size_t rows_between_reports = 64;
constexpr double after_section = 12;

void add_every_flag(Composer& composer, const ReportScene& scene) {
    const words::Catalogue& w = scene.words;
    composer.section(w.text("Every flag"), w.text("those of the whole person first; open before ended"));
    if (scene.summary.flags.empty()) {
        composer.paragraph(Tag::p, no_flags_text(scene), print::body);
        composer.down(after_section);
        return;
    }
    PrintTable table(composer, flag_columns(scene, composer.width()));
    for (const FlagRow& row : scene.summary.flags) {
        table.row({{std::string(words::tier_word(w, row.tier)), where_text(scene, row), days_text(scene, row),
                    reason_text(scene, row)},
                   row.tier});
    }
    composer.down(after_section);
}

/// The follow-up day of each rating, by the record's id; not of those so late that they say nothing of a
/// session.
std::unordered_map<std::string, int> follow_up_days(const Summary& summary) {
    std::unordered_map<std::string, int> days;
    for (const charts::TrackSeries& series : summary.series) {
        for (const charts::RatingPoint& rating : series.ratings) {
            if (rating.session_day && !rating.before_session &&
                rating.follow_up_day <= guidance::rules::stale_after) {
                days.emplace(rating.record.text(), rating.follow_up_day);
            }
        }
    }
    return days;
}

constexpr int days_to_another_year = 400;

bool in_several_years(const Summary& summary) {
    return calendar_date(summary.first).year != calendar_date(summary.last).year;
}

/// What a table says of one entry. Notes that were not asked for never get into it.
class EntryRows {
public:
    explicit EntryRows(const ReportScene& scene) : scene_(scene), days_(follow_up_days(scene.summary)) {}

    [[nodiscard]] TableRow row(const LogEntry& entry) const {
        return entry.session ? session_row(*entry.session) : checkin_row(*entry.checkin);
    }

private:
    /// "18 Nov, 07:50": the day that the rules count it to.
    [[nodiscard]] std::string moment_text(const Instant& at) const {
        const LocalDay day = local_day(at);
        // In a column of dates from several years each names its own.
        const LocalDay seen_from = several_years_ ? day - days_to_another_year : scene_.summary.last;
        return scene_.words.say_in("day and time", "{0}, {1}",
                                   words::short_date(scene_.words, day, seen_from), words::clock_time(at));
    }

    [[nodiscard]] std::string details(const Instant& about, const std::optional<Instant>& entered,
                                      const std::string& rest) const {
        if (!entered_late(about, entered)) {
            return rest;
        }
        const std::string late = scene_.words.say("Entered {0}.", scene_.short_date(local_day(*entered)));
        return rest.empty() ? late : scene_.words.say_in("when entered, and details", "{0} {1}", late, rest);
    }

    [[nodiscard]] TableRow session_row(const Session& session) const {
        const words::Catalogue& w = scene_.words;
        Session shown = session;
        shown.note = scene_.options.selection.notes ? session.note : SharedText();
        return {
            {moment_text(session.started_at), scene_.place(session.area, session.side),
             words::session_text(w, session),
             session.soreness_before ? w.say("{0} before", session.soreness_before->value()) : std::string(),
             details(session.started_at, session.entered_at, words::detail_text(w, shown))},
            {}};
    }

    [[nodiscard]] TableRow checkin_row(const CheckIn& checkin) const {
        const words::Catalogue& w = scene_.words;
        CheckIn shown = checkin;
        shown.note = scene_.options.selection.notes ? checkin.note : SharedText();
        const auto day = days_.find(checkin.id.text());
        return {
            {moment_text(checkin.at), scene_.place(checkin.area, checkin.side),
             words::checkin_text(w, day != days_.end() ? std::optional(day->second) : std::nullopt),
             checkin.soreness ? std::to_string(checkin.soreness->value()) : std::string(w.text("not rated")),
             details(checkin.at, checkin.entered_at, words::detail_text(w, shown))},
            {}};
    }

    const ReportScene& scene_;
    std::unordered_map<std::string, int> days_;
    bool several_years_ = in_several_years(scene_.summary);
};

std::vector<TableColumn> entry_columns(const ReportScene& scene, double width) {
    const words::Catalogue& w = scene.words;
    std::vector<TableColumn> columns{
        {std::string(w.text("Day and time")), in_several_years(scene.summary) ? 92.0 : 72.0, false, false},
        {std::string(w.text("Area")), 122, false, false},
        {std::string(w.text("What")), 88, false, false},
        {std::string(w.text("Soreness")), 48, false, false},
        {std::string(w.text("Details; when entered, where later than the day after")), 0, false, false}};
    double rest = width;
    for (const TableColumn& column : columns) {
        rest -= column.width;
    }
    columns.back().width = rest;
    return columns;
}

void add_every_entry(Composer& composer, const ReportScene& scene) {
    const words::Catalogue& w = scene.words;
    composer.section(w.text("Every session and check-in"),
                     w.text("in time order; an empty cell was not recorded"));
    const std::vector<LogEntry> entries = oldest_first(scene.snapshot, scene.options.selection);
    if (entries.empty()) {
        composer.paragraph(Tag::p, w.text("No entries in this period."), print::body);
        composer.down(after_section);
        return;
    }
    const EntryRows rows(scene);
    PrintTable table(composer, entry_columns(scene, composer.width()));
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (i % rows_between_reports == 0) {
            composer.report_progress(static_cast<double>(i) / static_cast<double>(entries.size()));
        }
        table.row(rows.row(entries[i]));
    }
    composer.down(after_section);
}

std::string without_stars(std::string text) {
    for (std::size_t at = text.find("**"); at != std::string::npos; at = text.find("**", at)) {
        text.erase(at, 2);
    }
    return text;
}

void add_rules(Composer& composer, const ReportScene& scene) {
    const words::Catalogue& w = scene.words;
    composer.section(w.text("The rules and their numbers"), w.text("fixed; the same for everybody"));
    composer.paragraph(Tag::p, without_stars(words::whose_numbers(w)), print::body);
    for (const words::RuleGroup& group : words::rules_in_words(w)) {
        composer.down(6);
        composer.need(print::group.line + 3 * print::body.line);
        composer.paragraph(Tag::h3, group.heading, print::group);
        for (const words::RuleText& rule : group.rules) {
            composer.down(1.5);
            composer.paragraph(Tag::p,
                               rule.tier == guidance::Tier::none
                                   ? rule.text
                                   : w.say_in("advice and what leads to it", "{0}: {1}",
                                              words::tier_word(w, rule.tier), rule.text),
                               print::body);
        }
    }
    composer.down(after_section);
}

void add_sources(Composer& composer, const ReportScene& scene) {
    const words::Catalogue& w = scene.words;
    composer.section(w.text("Where the guidance comes from"));
    composer.paragraph(
        Tag::p,
        w.say("A general information article, \u201c{0}\u201d, which draws on:", words::article_title()),
        print::body);
    for (const std::string_view source : words::article_sources()) {
        composer.down(1.5);
        composer.paragraph(Tag::p, source, print::body, Ink::text, Composer::left + 10,
                           composer.width() - 10);
    }
    composer.down(4);
    composer.paragraph(Tag::p, words::long_disclaimer(w), print::body);
}

}  // namespace

void add_following_pages(Composer& composer, const ReportScene& scene, const LeftForLater& left) {
    composer.new_sheet();
    add_every_flag(composer, scene);
    if (left.areas) {
        composer.section(scene.words.text("Every area"));
        add_area_table(composer, scene, scene.summary.areas.size());
        composer.down(after_section);
    }
    add_every_entry(composer, scene);
    add_rules(composer, scene);
    add_sources(composer, scene);
}

void add_footers(Composer& composer, const ReportScene& scene) {
    Document& document = composer.document();
    const double baseline = document.height - Composer::footer;
    const std::string period =
        scene.words.say_in("title and period", "{0}, {1} to {2}", document.title,
                           scene.full_date(scene.summary.first), scene.full_date(scene.summary.last));
    for (std::size_t i = 0; i < document.sheets.size(); ++i) {
        const std::string page = scene.words.say("Page {0} of {1}", i + 1, document.sheets.size());
        const double x = composer.right() - composer.text().width(page, print::small);
        Sheet& sheet = document.sheets[i];
        sheet.push_back(
            {std::nullopt, TextPiece{Composer::left, baseline, period, print::small, Ink::muted}});
        sheet.push_back({std::nullopt, TextPiece{x, baseline, page, print::small, Ink::muted}});
    }
}

}  // namespace unknot::report
