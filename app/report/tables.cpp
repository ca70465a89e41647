#include "app/report/tables.h"

#include "app/report/table_text.h"
#include "app/words/flags.h"

#include <algorithm>

namespace unknot::report {

namespace {

void write_header(TableText& table, const std::vector<Column>& columns) {
    for (const Column& column : columns) {
        table.cell(column.name);
    }
    table.end_row();
}

void soreness(TableText& table, const std::optional<Soreness>& rating) {
    table.cell(rating ? std::optional<int>(rating->value()) : std::nullopt);
}

template <typename E, std::size_t count>
void choices(TableText& table, const std::optional<AnswerSet<E>>& answers,
             const std::array<std::string_view, count>& names) {
    if (!answers) {
        table.cell("");
        return;
    }
    if (answers->empty()) {
        table.cell("none");
        return;
    }
    std::string joined;
    for (std::size_t i = 0; i < count; ++i) {
        if (answers->contains(static_cast<E>(i))) {
            joined += (joined.empty() ? "" : ";") + std::string(names[i]);
        }
    }
    table.cell(joined);
}

void write(TableText& table, const Session& session, bool notes) {
    table.free_text(session.id.text());
    table.cell(session.started_at);
    table.cell(session.area);
    table.cell(name_of(session.side));
    table.cell(number(session.pressure));
    table.cell(session.duration ? std::optional<int>(session.duration->seconds()) : std::nullopt);
    soreness(table, session.soreness_before);
    choices(table, session.sensations, sensation_names);
    choices(table, session.screening, screening_names);
    table.free_text(session.tool);
    if (notes) {
        table.free_text(session.note);
    }
    table.cell(session.entered_at);
    table.end_row();
}

void write(TableText& table, const CheckIn& checkin, bool notes) {
    table.free_text(checkin.id.text());
    table.cell(checkin.at);
    table.cell(checkin.area);
    table.cell(name_of(checkin.side));
    soreness(table, checkin.soreness);
    choices(table, checkin.symptoms, symptom_names);
    if (notes) {
        table.free_text(checkin.note);
    }
    table.cell(checkin.entered_at);
    table.end_row();
}

void write(TableText& table, const FlagRow& row, const words::Catalogue& words, LocalDay today) {
    table.cell(row.area);
    table.cell(row.side ? name_of(*row.side) : std::string_view());
    table.cell(guidance::name_of(row.code));
    table.cell(guidance::name_of(row.tier));
    table.cell(row.from ? to_iso(*row.from) : std::string());
    table.cell(row.to ? to_iso(*row.to) : std::string());
    table.free_text(words::sentence(words, *row.flag, today));
    std::string evidence;
    for (const RecordId& id : row.flag->evidence) {
        evidence += (evidence.empty() ? "" : ";") + id.text();
    }
    table.free_text(evidence);
    table.end_row();
}

}  // namespace

void write_sessions(const std::vector<LogEntry>& entries, bool notes, const Sink& sink) {
    TableText table(sink);
    write_header(table, session_columns(notes));
    for (const LogEntry& entry : entries) {
        if (entry.session) {
            write(table, *entry.session, notes);
        }
    }
    table.finish();
}

void write_checkins(const std::vector<LogEntry>& entries, bool notes, const Sink& sink) {
    TableText table(sink);
    write_header(table, checkin_columns(notes));
    for (const LogEntry& entry : entries) {
        if (entry.checkin) {
            write(table, *entry.checkin, notes);
        }
    }
    table.finish();
}

void write_flags(const std::vector<FlagRow>& rows, const words::Catalogue& words, LocalDay today,
                 const Sink& sink) {
    TableText table(sink);
    write_header(table, flag_columns());
    for (const FlagRow& row : rows) {
        write(table, row, words, today);
    }
    table.finish();
}

}  // namespace unknot::report
