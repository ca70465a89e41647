#include "app/report/readme.h"

#include "app/domain/text.h"
#include "app/words/notices.h"
#include "app/words/phrases.h"
#include "app/words/records.h"
#include "app/words/rules.h"

#include <algorithm>

namespace unknot::report {

namespace {

constexpr std::size_t line_length = 96;

/// Puts paragraphs down, wrapped for readers that do not wrap.
class Plain {
public:
    void heading(std::string_view text) {
        text_ += text_.empty() ? "" : "\n";
        text_ += std::string(text) + "\n" + std::string(count_code_points(text), '-') + "\n\n";
    }
    void paragraph(std::string_view text) { put(text, "", ""); }
    void item(std::string_view text) { put(text, "- ", "  "); }
    void gap() { text_ += "\n"; }
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    void put(std::string_view text, const std::string& first, const std::string& others) {
        std::string line = first;
        bool any = false;
        while (!text.empty()) {
            const std::size_t end = std::min(text.find(' '), text.size());
            const std::string_view word = text.substr(0, end);
            text.remove_prefix(std::min(end + 1, text.size()));
            if (any && count_code_points(line) + 1 + count_code_points(word) > line_length) {
                text_ += line + "\n";
                line = others;
                any = false;
            }
            line += (any ? " " : "") + std::string(word);
            any = true;
        }
        text_ += line + "\n";
    }

    std::string text_;
};

void put_files(Plain& out, const words::Catalogue& words, const ReadmeFacts& facts) {
    out.heading(words.text("What is in this folder"));
    out.item(facts.locked_pdf
                 ? words.text("report.pdf: for people; one page first, then every record. It opens with its "
                              "password only; the other files have none.")
                 : words.text("report.pdf: for people; one page first, then every record."));
    out.item(words.text("log.fhir.json: the same for clinical programs, a FHIR R4 document."));
    out.item(words.text("log.xlsx: the same for a spreadsheet program."));
    out.item(
        words.text("data: sessions.csv, checkins.csv and flags.csv, tables for any program; "
                   "datapackage.json says what each column means."));
    out.item(
        words.text("log.json: everything that was asked for, in the form that Unknot takes back; "
                   "log.schema.json describes it."));
}

void put_left_out(Plain& out, const Extract& extract, const words::Catalogue& words) {
    out.heading(words.text("What was left out"));
    const Selection& selection = extract.selection;
    if (!selection.notes) {
        out.item(words.text("Notes. They are in none of these files, not even hidden."));
    }
    if (selection.name.empty()) {
        out.item(words.text("The person's name. It is in none of these files."));
    }
    if (!selection.areas.empty()) {
        out.item(words.text("Areas that were not chosen."));
    }
    out.item(words.text("Settings, what can be undone, and deleted records are never exported."));
}

void put_rules(Plain& out, const words::Catalogue& words) {
    for (const words::RuleGroup& group : words::rules_in_words(words)) {
        out.heading(group.heading);
        for (const words::RuleText& rule : group.rules) {
            out.item(rule.text);
        }
    }
}

void put_checks(Plain& out, const words::Catalogue& words, const ReadmeFacts& facts) {
    out.heading(words.text("What was checked"));
    if (facts.locked_pdf) {
        out.item(words.text("report.pdf is encrypted (AES-256); it makes no claim to be PDF/A."));
    } else {
        out.item(words.text(
            "report.pdf is PDF/A-1b, checked by PDFBox; it is made to PDF/UA-1, checked by our own "
            "test."));
    }
    out.item(
        words.text("log.fhir.json is checked against the R4 schema and invariants. Nobody at HL7 has looked "
                   "at it."));
    out.item(words.text("The numbers of sessions, ratings and flags are the same in every file."));
    out.gap();
    out.paragraph(words::loinc_notice());
    if (facts.snomed) {
        out.gap();
        out.paragraph(snomed_notice(words));
    }
}

}  // namespace

std::string readme_text(const Extract& extract, const words::Catalogue& words, const ReadmeFacts& facts) {
    Plain out;
    out.heading(words.text("Self-massage and soreness log"));
    out.paragraph(words::period_text(words, extract.first, extract.last));
    const WallClock made = wall_clock(extract.made_at);
    const LocalDay made_day = *local_day(made.date);
    out.paragraph(words.say("Made with Unknot on {0}.", to_iso(made_day)));
    out.paragraph(words::counts_text(words, extract.counts.sessions, extract.counts.checkins));
    out.paragraph(flags_text(words, extract));
    out.gap();
    out.paragraph(words.text("Kept by the person themselves; not a measurement by a clinician."));
    out.paragraph(words::disclaimer(words));
    put_files(out, words, facts);
    put_left_out(out, extract, words);
    put_rules(out, words);
    put_checks(out, words, facts);
    return out.text();
}

std::string_view snomed_notice(const words::Catalogue& words) {
    return words.text(
        "This export holds SNOMED CT codes. SNOMED CT is owned by SNOMED International; to use its codes a "
        "licence is needed, which is free in its member countries (snomed.org).");
}

}  // namespace unknot::report
