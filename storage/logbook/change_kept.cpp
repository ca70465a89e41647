#include "storage/logbook/change.h"
#include "storage/logbook/record_traits.h"

namespace unknot::storage {

// Commands on what the log keeps beside its records: the trash and the tools.

namespace {

Failure no_such_record(const std::string& id) {
    Failure failure;
    failure.problem = Problem::no_such_record;
    failure.id = id;
    return failure;
}

void require_tool_name(const std::string& name) {
    auto refusals = validate_tool(name);
    if (!refusals.empty()) {
        Failure failure;
        failure.problem = Problem::not_accepted;
        failure.refusals = std::move(refusals);
        throw failure;
    }
}

}  // namespace

template <typename Record>
void Change::bring_back(const Record& record, Applied& applied) {
    if (catalogue_.find(record.area) == nullptr) {  // its own area was taken back meanwhile
        Failure failure;
        failure.problem = Problem::not_accepted;
        failure.refusals = {{Field::area, Reason::unknown_area, shown_value(record.area), {}}};
        failure.id = record.id.text;
        throw failure;
    }
    tables_.put(record, revision_);
    trash_.forget(record.id.text);
    records_.push_back({kind_of(record), record.id.text, "", record.area});
    ++added_;
    applied.count = 1;
    applied.area = record.area;
    applied.side = record.side;
    applied.at = moment_of(record);
    applied.records = {record.id};
}

Applied Change::apply(const RestoreRecord& command) {
    const std::string& id = command.id.text;
    const auto trashed = trash_.find(id);
    if (!trashed) {
        throw no_such_record(id);
    }
    if (tables_.contains(Kind::session, id) || tables_.contains(Kind::checkin, id)) {
        Failure failure = no_such_record(id);
        failure.problem = Problem::id_taken;
        throw failure;
    }
    Applied applied;
    if (trashed->kind == Kind::session) {
        applied.what = Applied::What::restored_session;
        bring_back(read_image(id, trashed->content, session_from), applied);
    } else {
        applied.what = Applied::What::restored_checkin;
        bring_back(read_image(id, trashed->content, checkin_from), applied);
    }
    return applied;
}

Applied Change::apply(const RemoveForGood& command) {
    const std::string& id = command.id.text;
    if (!trash_.contains(id)) {
        throw no_such_record(id);
    }
    trash_.forget_content(id);
    steps_.forget_record(id);
    removed_ = id;
    Applied applied;
    applied.what = Applied::What::removed_for_good;
    applied.count = 1;
    return applied;
}

/// False where it says what is there already.
bool Change::put_tool(const Tool& tool) {
    require_tool_name(tool.name);
    const auto there = tables_.tool(tool.name);
    if (there ? there->record == tool : !tool.retired) {
        return false;
    }
    before_.push_back({Kind::tool, tool.name, there ? std::optional(image_of(there->record)) : std::nullopt,
                       there ? there->revision.state : 0});
    tables_.put(tool, revision_);
    others_changed_ = true;
    return true;
}

Applied Change::apply(const RetireTool& command) {
    Applied applied;
    applied.what = command.retired ? Applied::What::retired_tool : Applied::What::offered_tool;
    applied.tool = command.name;
    applied.count = put_tool({command.name, command.retired}) ? 1 : 0;
    return applied;
}

Applied Change::apply(const RenameTool& command) {
    require_tool_name(command.to);
    Applied applied;
    applied.what = Applied::What::renamed_tool;
    applied.tool = command.to;
    if (command.from == command.to || command.from.empty()) {
        return applied;
    }
    const bool joins = !tables_.sessions_with(command.to).empty();
    for (const std::string& id : tables_.sessions_with(command.from)) {
        const auto before = *tables_.session(id);
        Session renamed = before.record;
        renamed.tool = command.to;
        overwrite(before, renamed);
        ++applied.count;
    }
    // What was retired stays so under its new name, unless that is another tool's; the old name is free
    // again.
    if (const auto old = tables_.tool(command.from); old && old->record.retired) {
        applied.count += !joins && put_tool({command.to, true}) ? 1U : 0U;
        applied.count += put_tool({command.from, false}) ? 1U : 0U;
    }
    return applied;
}

}  // namespace unknot::storage
