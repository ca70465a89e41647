#include "storage/logbook/change.h"
#include "storage/logbook/record_traits.h"

namespace unknot::storage {

// Commands on the trash.

namespace {

Failure no_such_record(const std::string& id) {
    Failure failure;
    failure.problem = Problem::no_such_record;
    failure.id = id;
    return failure;
}

}  // namespace

template <typename Record>
void Change::bring_back(const Record& record, Applied& applied) {
    if (catalogue_.find(record.area) == nullptr) {  // its own area was taken back meanwhile
        Failure failure;
        failure.problem = Problem::not_accepted;
        failure.refusals = {{Field::area, Reason::unknown_area, shown_value(record.area), {}}};
        failure.id = record.id.text();
        throw failure;
    }
    tables_.put(record, revision_);
    trash_.forget(record.id.text());
    records_.push_back({kind_of(record), record.id.text(), "", record.area});
    ++added_;
    applied.count = 1;
    applied.area = record.area;
    applied.side = record.side;
    applied.at = moment_of(record);
    applied.records = {record.id};
}

Applied Change::apply(const RestoreRecord& command) {
    const std::string& id = command.id.text();
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
    const std::string& id = command.id.text();
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

}  // namespace unknot::storage
