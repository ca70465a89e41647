#include "app/words/import.h"

#include "app/domain/harmless.h"
#include "app/words/phrases.h"

#include <fmt/ranges.h>

namespace unknot::words {

namespace {

using Wrong = ImportProblem::What;

std::string table_text(const Catalogue& words, const ImportProblem& problem) {
    switch (problem.what) {
        case Wrong::missing_column: return std::string(words.text("this column is missing"));
        case Wrong::column_twice: return std::string(words.text("this column is there twice"));
        case Wrong::row_length:
            return words.say("the row has another number of cells than the first line: {0}", problem.detail);
        case Wrong::quote_in_cell:
            return std::string(words.text(
                "a quotation mark stands inside a cell that does not begin with one; put the cell in "
                "quotation marks and double those inside"));
        case Wrong::text_after_quote:
            return std::string(
                words.text("something other than a comma stands behind a closing quotation mark"));
        case Wrong::open_quote:
            return std::string(words.text("the quotation mark that this cell begins with is never closed"));
        case Wrong::not_text:
            return std::string(
                words.text("the line is not text in UTF-8, or holds a NUL; save the table as UTF-8"));
        default: return {};
    }
}

/// About a file that was not read to its end.
std::string whole_text(const Catalogue& words, const ImportProblem& problem) {
    switch (problem.what) {
        case Wrong::unreadable: return words.say("it cannot be read ({0})", harmless(problem.detail));
        case Wrong::folder:
            return std::string(words.text(
                "this is a folder; name the files in it: log.json, or sessions.csv and checkins.csv"));
        case Wrong::whole_log:
            return std::string(
                words.text("this is a database; a log of another machine is joined by itself, with \"unknot "
                           "merge\""));
        default: return std::string(words.text("the reading was stopped"));
    }
}

std::string problem_text(const Catalogue& words, const ImportProblem& problem) {
    switch (problem.what) {
        case Wrong::refused: {
            Refusal shown = *problem.refusal;
            shown.value = harmless(shown.value);
            return sentence(words, shown);
        }
        case Wrong::not_recognised:
            return std::string(words.text(
                "this is neither a log.json nor a table with the first line of sessions.csv or checkins.csv "
                "(names with commas between them)"));
        case Wrong::not_json: return words.say("this is not JSON ({0})", harmless(problem.detail));
        case Wrong::not_a_log:
            return std::string(
                words.text("this is not an Unknot log: \"sessions\" and \"checkins\" are missing"));
        case Wrong::newer_format:
            return words.say("version {0} of the format is not known; 1 is accepted",
                             harmless(problem.detail));
        case Wrong::wrong_type: return words.say("{0} is accepted here", problem.detail);
        case Wrong::unknown_field: return std::string(words.text("no such field is known"));
        case Wrong::duplicate_id:
            return words.say("the id \"{0}\" stands in this file twice", harmless(problem.detail));
        case Wrong::unreadable:
        case Wrong::folder:
        case Wrong::whole_log:
        case Wrong::stopped: return whole_text(words, problem);
        default: return table_text(words, problem);
    }
}

/// A field as people say it, among others in a list.
std::string_view differing_word(const Catalogue& words, Field field) {
    switch (field) {
        case Field::area: return words.text_in("what differs", "the area");
        case Field::side: return words.text_in("what differs", "the side");
        case Field::started_at:
        case Field::at: return words.text_in("what differs", "the time");
        case Field::pressure: return words.text_in("what differs", "the pressure");
        case Field::duration: return words.text_in("what differs", "the duration");
        case Field::soreness_before: return words.text_in("what differs", "the soreness before");
        case Field::soreness: return words.text_in("what differs", "the soreness");
        case Field::sensations: return words.text_in("what differs", "what was felt");
        case Field::screening: return words.text_in("what differs", "the question before pressing");
        case Field::symptoms: return words.text_in("what differs", "the warning signs");
        case Field::tool: return words.text_in("what differs", "the tool");
        default: return words.text_in("what differs", "the note");
    }
}

/// "the pressure (2 instead of 3), the note".
std::string differing_text(const Catalogue& words, const RecordThere& there) {
    std::vector<std::string> fields;
    for (int i = 0; i <= static_cast<int>(Field::note); ++i) {
        const auto field = static_cast<Field>(i);
        if (!there.differing.contains(field)) {
            continue;
        }
        const std::string_view word = differing_word(words, field);
        const bool is_level = field == Field::pressure || field == Field::soreness;
        fields.push_back(is_level && there.level && there.file_level
                             ? words.say("{0} ({1} instead of {2})", word, *there.file_level, *there.level)
                             : std::string(word));
    }
    return fmt::format("{}", fmt::join(fields, ", "));
}

/// "Left calf, session of 5 March 2026, 19:40".
std::string entry_text(const Catalogue& words, const AreaCatalogue& areas, const RecordThere& there) {
    const std::string where = harmless(place(words, areas, there.area, there.side));
    const LocalDay day = local_day(there.at);
    const std::string date = plain_date(words, day, day - 400);  // with its year
    const std::string time = clock_time(there.at);
    return there.session ? words.say("{0}, session of {1}, {2}", where, date, time)
                         : words.say("{0}, check-in of {1}, {2}", where, date, time);
}

}  // namespace

std::string place_text(const Catalogue& words, const PlaceInFile& place) {
    const std::string name = harmless(place.file);
    const std::string field = harmless(place.field);
    if (place.line > 0 && place.column > 0 && !field.empty()) {
        return words.say("{0}, line {1}, column {2} ({3})", name, place.line, place.column, field);
    }
    if (place.line > 0 && place.column > 0) {
        return words.say("{0}, line {1}, column {2}", name, place.line, place.column);
    }
    if (place.line > 0 && !field.empty()) {
        return words.say("{0}, line {1} ({2})", name, place.line, field);
    }
    if (place.line > 0) {
        return words.say("{0}, line {1}", name, place.line);
    }
    return field.empty() ? name : name + ": " + field;
}

std::string sentence(const Catalogue& words, const FileProblem& problem) {
    const ImportProblem& what = problem.problem;
    return place_text(words, {problem.file, what.line, what.column, what.where}) + ": " +
           problem_text(words, what);
}

std::string computed_sentence(const Catalogue& words, std::string_view file) {
    return words.say("{0} holds what the rules computed; it is computed anew, not imported.", harmless(file));
}

std::string future_sentence(const Catalogue& words, std::size_t count) {
    return words.plural("{0} record lies in the future; the rules ignore it until then.",
                        "{0} records lie in the future; the rules ignore them until then.", count);
}

std::string sentence(const Catalogue& words, const AreaCatalogue& areas, const ImportPreview::Other& other) {
    const std::string where = other.place.file.empty() ? "" : place_text(words, other.place) + ": ";
    const std::string entry = entry_text(words, areas, other.there);
    const std::string differing = differing_text(words, other.there);
    switch (other.effect) {
        case ImportEffect::replaced:
            return where + words.say("{0}: would be replaced. Other in the file: {1}.", entry, differing);
        case ImportEffect::kept:
            return where +
                   words.say("{0}: the log keeps its own, which is not older. Other in the file: {1}.", entry,
                             differing);
        default: break;
    }
    if (other.there.differing.empty()) {
        return where + words.say(
                           "{0}: the log has it, and the file has an entry of another kind under its id "
                           "\"{1}\".",
                           entry, harmless(other.id.text()));
    }
    return where + words.say("{0}: the log has it already. Other in the file: {1}.", entry, differing);
}

std::vector<std::string> import_sentences(const Catalogue& words, const ImportPreview& preview) {
    std::vector<std::string> sentences;
    if (preview.areas > 0) {
        sentences.push_back(words.plural("{0} own area is new or changed.",
                                         "{0} own areas are new or changed.", preview.areas));
    }
    if (preview.tools > 0) {
        sentences.push_back(words.plural("{0} tool would be added, retired or offered again.",
                                         "{0} tools would be added, retired or offered again.",
                                         preview.tools));
    }
    if (preview.profile) {
        sentences.emplace_back(words.text("The health questions would get other answers."));
    }
    sentences.push_back(
        words.say("Would import: {0} new, {1} replaced, {2} unchanged, {3} kept as the log has them, {4} "
                  "refused.",
                  preview.added, preview.replaced, preview.unchanged, preview.kept, preview.refused));
    return sentences;
}

}  // namespace unknot::words
