#include "app/report/workbook/xlsx.h"

#include "app/report/workbook/workbook.h"
#include "app/words/flags.h"
#include "app/words/phrases.h"
#include "app/words/rules.h"

#include <array>

namespace unknot::report {

namespace {

using words::Catalogue;

std::string said(std::string_view text) {
    return std::string(text);
}

/// Several answers in one cell; "none" where it was asked and there was none, empty where it was not asked.
template <typename E, std::size_t count, typename Word>
std::string answers_text(const Catalogue& words, const std::optional<AnswerSet<E>>& answers,
                         const std::array<std::string_view, count>& names, Word&& word) {
    if (!answers) {
        return {};
    }
    std::string joined;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (answers->contains(static_cast<E>(i))) {
            joined += (joined.empty() ? "" : "; ") + std::string(word(static_cast<E>(i)));
        }
    }
    return joined.empty() ? said(words.text_in("answers", "none")) : joined;
}

void rating(Worksheet& sheet, const std::optional<Soreness>& soreness) {
    if (soreness) {
        sheet.number(soreness->value());
    } else {
        sheet.skip();
    }
}

void fact(Worksheet& sheet, std::string_view what, std::string_view value) {
    sheet.text(what);
    sheet.text(value);
    sheet.end_row();
}

void fact(Worksheet& sheet, std::string_view what, std::size_t value) {
    sheet.text(what);
    sheet.number(static_cast<double>(value));
    sheet.end_row();
}

void line(Worksheet& sheet, std::string_view text) {
    sheet.text(text);
    sheet.end_row();
}

void write_person(Worksheet& sheet, const Extract& extract, const Catalogue& words,
                  const std::optional<LocalDay>& birth_date) {
    if (!extract.selection.name.empty()) {
        fact(sheet, words.text("Name"), extract.selection.name);
    }
    if (birth_date) {
        sheet.text(words.text("Date of birth"));
        sheet.day(birth_date);
        sheet.end_row();
    }
}

void write_summary(Workbook& book, const Extract& extract, const Catalogue& words,
                   const std::optional<LocalDay>& birth_date) {
    Worksheet sheet(book, said(words.text("Summary")), {{{}, 44}, {{}, 60}}, false);
    sheet.title(words.text("Self-massage and soreness log"));
    sheet.end_row();
    line(sheet, words.text("Kept by the person themselves; not a measurement by a clinician."));
    sheet.end_row();
    write_person(sheet, extract, words, birth_date);
    fact(sheet, words.text("Period"), words::period_text(words, extract.first, extract.last));
    sheet.text(words.text("Made on"));
    sheet.moment(extract.made_at);
    sheet.end_row();
    fact(sheet, words.text("Sessions"), extract.counts.sessions);
    fact(sheet, words.text("Check-ins"), extract.counts.checkins);
    fact(sheet, words.text("Check-ins answered with a rating"), extract.counts.ratings);
    fact(sheet, words.text("Flags in this period"), extract.counts.flags);
    fact(sheet, words.text("Flags open now"), extract.counts.open_flags);
    fact(sheet, words.text("Flags"), flags_text(words, extract));
    if (!extract.selection.notes) {
        fact(sheet, words.text("Left out"), words.text("Notes"));
    }
    sheet.end_row();
    line(sheet, words.text("An empty cell was not recorded or not asked; it is never zero."));
    line(sheet, words.text("A session on both sides counts once here, and on each side by area."));
    const std::vector<words::RuleGroup> rules = words::rules_in_words(words);
    for (const words::RuleText& scale : rules.front().rules) {
        line(sheet, scale.text);
    }
    line(sheet, words::disclaimer(words));
}

void write_sessions_sheet(Workbook& book, const Extract& extract, const Catalogue& words, Course& course) {
    std::vector<SheetColumn> columns{{said(words.text("Begun")), 17},
                                     {said(words.text("Area")), 30},
                                     {said(words.text("Side")), 9},
                                     {said(words.text("Pressure, 1 to 5")), 10},
                                     {said(words.text("Pressure in words")), 22},
                                     {said(words.text("Seconds")), 10},
                                     {said(words.text("Soreness before, 0 to 10")), 12},
                                     {said(words.text("Felt while pressing")), 30},
                                     {said(words.text("Reason to leave the area out")), 26},
                                     {said(words.text("Tool")), 18},
                                     {said(words.text("Entered")), 17}};
    if (extract.selection.notes) {
        columns.push_back({said(words.text("Note")), 60});
    }
    Worksheet sheet(book, said(words.text("Sessions")), std::move(columns), true);
    for (const LogEntry& entry : extract.entries) {
        if (!entry.session) {
            continue;
        }
        const Session& session = *entry.session;
        course.step();
        sheet.moment(session.started_at);
        sheet.text(words::area_name(words, *extract.snapshot->catalogue, session.area));
        sheet.text(words::side_word(words, session.side));
        sheet.number(number(session.pressure));
        sheet.text(words::pressure_word(words, session.pressure));
        if (session.duration) {
            sheet.number(session.duration->seconds());
        } else {
            sheet.skip();
        }
        rating(sheet, session.soreness_before);
        sheet.text(answers_text(words, session.sensations, sensation_names,
                                [&](Sensation one) { return words::sensation_word(words, one); }));
        sheet.text(answers_text(words, session.screening, screening_names,
                                [&](Screening one) { return words::screening_word(words, one); }));
        sheet.text(session.tool);
        sheet.moment(session.entered_at);
        if (extract.selection.notes) {
            sheet.text(session.note);
        }
        sheet.end_row();
    }
}

void write_soreness_sheet(Workbook& book, const Extract& extract, const Catalogue& words, Course& course) {
    std::vector<SheetColumn> columns{
        {said(words.text("When")), 17},          {said(words.text("Area")), 30},
        {said(words.text("Side")), 9},           {said(words.text("Soreness, 0 to 10")), 12},
        {said(words.text("Warning signs")), 36}, {said(words.text("Entered")), 17}};
    if (extract.selection.notes) {
        columns.push_back({said(words.text("Note")), 60});
    }
    Worksheet sheet(book, said(words.text("Soreness")), std::move(columns), true);
    for (const LogEntry& entry : extract.entries) {
        if (!entry.checkin) {
            continue;
        }
        const CheckIn& checkin = *entry.checkin;
        course.step();
        sheet.moment(checkin.at);
        sheet.text(words::area_name(words, *extract.snapshot->catalogue, checkin.area));
        sheet.text(words::side_word(words, checkin.side));
        rating(sheet, checkin.soreness);
        sheet.text(answers_text(words, checkin.symptoms, symptom_names,
                                [&](Symptom one) { return words::symptom_word(words, one); }));
        sheet.moment(checkin.entered_at);
        if (extract.selection.notes) {
            sheet.text(checkin.note);
        }
        sheet.end_row();
    }
}

void write_flags_sheet(Workbook& book, const Extract& extract, const Catalogue& words) {
    Worksheet sheet(book, said(words.text("Flags")),
                    {{said(words.text("Area")), 30},
                     {said(words.text("Side")), 9},
                     {said(words.text("Flag")), 28},
                     {said(words.text("Advice")), 16},
                     {said(words.text("First day")), 12},
                     {said(words.text("Last day; empty: open")), 14},
                     {said(words.text("What it says")), 90}},
                    true);
    for (const FlagRow& row : extract.flags) {
        if (row.area.empty()) {
            sheet.text(words.text("The whole person"));
            sheet.skip();
        } else {
            sheet.text(words::area_name(words, *extract.snapshot->catalogue, row.area));
            sheet.text(words::side_word(words, row.side.value_or(Side::left)));
        }
        sheet.text(words::flag_word(words, row.code));
        sheet.text(words::tier_word(words, row.tier));
        sheet.day(row.from);
        sheet.day(row.to);
        sheet.text(words::sentence(words, *row.flag, extract.today()));
        sheet.end_row();
    }
}

}  // namespace

void write_xlsx(const Extract& extract, const words::Catalogue& words,
                const std::optional<LocalDay>& birth_date, Course& course, const Sink& sink) {
    Workbook book(said(words.text("Self-massage and soreness log")), extract.made_at);
    write_summary(book, extract, words, birth_date);
    write_sessions_sheet(book, extract, words, course);
    write_soreness_sheet(book, extract, words, course);
    write_flags_sheet(book, extract, words);
    book.finish(sink);
}

}  // namespace unknot::report
