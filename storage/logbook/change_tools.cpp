#include "storage/logbook/change.h"
#include "storage/logbook/record_traits.h"

namespace unknot::storage {

// Commands on the tools. A tool is known by the sessions that name it; a row says what they do not: that it
// is offered though none has it, or that it is retired. A retired one without sessions is one that was
// removed.

namespace {

void refuse(std::vector<Refusal> refusals) {
    if (!refusals.empty()) {
        Failure failure;
        failure.problem = Problem::not_accepted;
        failure.refusals = std::move(refusals);
        throw failure;
    }
}

}  // namespace

bool Change::has_sessions(const std::string& tool) {
    return !tables_.sessions_with(tool).empty();
}

void Change::keep_before(const Tool& tool, const std::optional<Stored<Tool>>& there) {
    // What this very command put there already has its state from before kept.
    if (!there || there->revision.state != revision_.clock) {
        before_.push_back({Kind::tool, tool.name,
                           there ? std::optional(image_of(there->record)) : std::nullopt,
                           there ? there->revision.state : 0});
    }
    others_changed_ = true;
}

/// False where it says what is there already.
bool Change::put_tool(const Tool& tool) {
    refuse(validate_tool(tool.name));
    const auto there = tables_.tool(tool.name);
    if (there && there->record == tool) {
        return false;
    }
    keep_before(tool, there);
    tables_.put(tool, revision_);
    return true;
}

/// A tool that was removed is offered again with the first session that names it.
void Change::offer_removed(const std::string& tool) {
    if (const auto row = tables_.tool(tool); row && row->record.retired && !has_sessions(tool)) {
        (void)put_tool({tool, false});
    }
}

Applied Change::apply(const AddTool& command) {
    refuse(validate_tool(command.name));
    const auto row = tables_.tool(command.name);
    const bool used = has_sessions(command.name);
    if (row ? !row->record.retired : used) {
        refuse({{Field::tool, Reason::there_already, shown_value(command.name), {}}});
    }
    Applied applied;
    applied.what = used ? Applied::What::offered_tool : Applied::What::added_tool;
    applied.tool = command.name;
    applied.count = put_tool({command.name, false}) ? 1 : 0;
    return applied;
}

Applied Change::apply(const RetireTool& command) {
    Applied applied;
    applied.what = !command.retired             ? Applied::What::offered_tool
                   : has_sessions(command.name) ? Applied::What::retired_tool
                                                : Applied::What::removed_tool;
    applied.tool = command.name;
    refuse(validate_tool(command.name));
    const bool says_something = command.retired || tables_.tool(command.name);
    applied.count = says_something && put_tool({command.name, command.retired}) ? 1 : 0;
    return applied;
}

/// What the row of a tool said is said of its new name, unless that is another tool's; the old name goes.
void Change::name_kept_tool(const Stored<Tool>& old, const std::string& name, bool joins, Applied& applied) {
    applied.count += !joins && put_tool({name, old.record.retired}) ? 1U : 0U;
    if (!old.record.retired) {
        // A later word than the offer that another machine may have.
        applied.count += put_tool({old.record.name, true}) ? 1U : 0U;
        return;
    }
    keep_before(old.record, old);
    tables_.remove(Kind::tool, old.record.name);
    ++applied.count;
}

Applied Change::apply(const RenameTool& command) {
    refuse(validate_tool(command.to));
    Applied applied;
    applied.what = Applied::What::renamed_tool;
    applied.tool = command.to;
    if (command.from == command.to || command.from.empty()) {
        return applied;
    }
    const auto target = tables_.tool(command.to);
    const bool joins = has_sessions(command.to) || (target && !target->record.retired);
    const std::vector<std::string> sessions = tables_.sessions_with(command.from);
    for (const std::string& id : sessions) {
        const auto before = *tables_.session(id);
        Session renamed = before.record;
        renamed.tool = command.to;
        overwrite(before, renamed);
        ++applied.count;
    }
    if (const auto old = tables_.tool(command.from); old && (!old->record.retired || !sessions.empty())) {
        name_kept_tool(*old, command.to, joins, applied);
    } else if (!sessions.empty() && target && !joins) {
        applied.count +=
            put_tool({command.to, false}) ? 1U : 0U;  // it was removed, and is in use from now on
    }
    return applied;
}

}  // namespace unknot::storage
