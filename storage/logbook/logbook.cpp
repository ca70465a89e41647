#include "storage/logbook/logbook.h"

#include "app/domain/seeded_fault.h"
#include "storage/logbook/change.h"
#include "storage/logbook/log_file.h"
#include "storage/logbook/merge.h"
#include "storage/logbook/opening.h"
#include "storage/logbook/record_traits.h"
#include "storage/logbook/snapshot_cache.h"
#include "storage/sqlite/transaction.h"

namespace unknot::storage {

struct Logbook::Impl {
    OpenOptions options;
    Services services;
    std::filesystem::path file;  ///< resolved
    OpenLog log;                 ///< without a connection after a fault: the next use opens again
    SnapshotCache cache;

    Failure failed(Problem problem, const std::string& id = {}) const {
        Failure failure;
        failure.problem = problem;
        failure.file = options.file;
        failure.id = id;
        return failure;
    }

    /// Exceptions end here: outside there are only results.
    template <typename Value, typename Work>
    Result<Value, Failure> guarded(Work work) const {
        try {
            return work();
        } catch (Failure& failure) {
            failure.file = options.file;
            return Failed{std::move(failure)};
        } catch (const DamagedRecord& record) {
            return Failed{failed(Problem::damaged, record.id)};
        } catch (const DatabaseError& error) {
            return Failed{failure_of(error, options.file)};
        }
    }

    void close() {
        log.connection.reset();
        cache.forget();
    }

    /// The connection, opened again where there is none or where the path leads to another file by now: what
    /// is written into a file that was deleted or replaced is lost.
    Connection& connection() {
        if (log.connection && log.connection->moved()) {
            close();
        }
        if (!log.connection) {
            OpenOptions again = options;
            again.create = false;
            again.must_be_new = false;
            log = open_log_file(file, again, services);
        }
        return *log.connection;
    }

    void forget_old() {
        const std::int64_t limit = services.now().utc_ms - kept_ms;
        Statement old(connection(),
                      "SELECT EXISTS (SELECT 1 FROM trash WHERE deleted_ms<?1) OR "
                      "EXISTS (SELECT 1 FROM undo_step WHERE at_ms<?1)");
        if (!old.bind(1, limit).step() || old.integer(0) == 0) {
            return;
        }
        Transaction transaction(connection(), Transaction::Kind::write);
        Trash(connection()).forget_before(limit);
        UndoSteps(connection()).forget(0, limit);
        transaction.commit();
    }

    std::shared_ptr<const Snapshot> snapshot() {
        Connection& open = connection();
        if (cache.outdated(open)) {
            const Transaction one_moment(open, Transaction::Kind::read);
            SnapshotCache next = cache;
            next.load(open);
            cache = std::move(next);
        }
        return cache.snapshot();
    }

    /// A fault can look like damage on a sound file: everything is read once more through a fresh connection.
    std::shared_ptr<const Snapshot> snapshot_with_second_look() {
        try {
            return snapshot();
        } catch (const DatabaseError& error) {
            if (!error.deserves_second_look()) {
                throw;
            }
        } catch (const DamagedRecord&) {
            // The second look says whether it is.
        }
        close();
        if (seeded(Fault::overwrites_damaged)) {
            std::filesystem::remove(file);
        }
        return snapshot();
    }

    Applied apply(const Command& command, const Progress& progress) {
        return change([&](Change& change) { return change.carry_out(command, progress); });
    }

    Merged merge(OtherLog& other) {
        Merged merged;
        merged.applied = change([&](Change& change) { return change.merge(other, merged.counts); });
        return merged;
    }

    MergeCounts merge_preview(OtherLog& other) {
        const Transaction one_moment(connection(), Transaction::Kind::read);
        const auto leave = [](const auto& /*theirs*/, const Decision& /*decision*/) {};
        return Comparison(connection(), other).each({leave, leave, leave, leave, leave, leave});
    }

    Applied change(const std::function<Applied(Change&)>& carry_out) {
        Connection& open = connection();
        if (log.only_reading) {
            throw failed(*log.only_reading);
        }
        const std::string token = make_record_id(services.now().utc_ms, services.random()).text();
        const std::string device = services.device();
        std::optional<Change> change;
        Applied applied;
        bool committing = false;
        try {
            Transaction transaction(open, Transaction::Kind::write);
            if (open.moved()) {
                // Another process restored a backup while this one waited: what is saved into the file that
                // made way would be lost.
                throw failed(Problem::busy);
            }
            change.emplace(open, services.now(), options.origin, token, device);
            applied = carry_out(*change);
            if (!applied.changed) {
                return applied;
            }
            SnapshotCache next = cache;
            if (next.snapshot()) {
                next.show(open, *change);
            }
            committing = true;
            if (seeded(Fault::says_saved_before_commit)) {
                return applied;
            }
            transaction.commit();
            cache = std::move(next);
            return applied;
        } catch (const DatabaseError& error) {
            if (!error.deserves_second_look()) {
                throw;
            }
            if (seeded(Fault::says_saved_after_error)) {
                return applied;
            }
            after_fault(error, committing ? &*change : nullptr);
            return applied;
        }
    }

    /// Returns where the change is in the file after all: a commit can report an error and be there. Throws
    /// what went wrong where it is not; damage only where a fresh connection finds it too.
    void after_fault(const DatabaseError& error, const Change* committed) {
        close();
        Failure failure = failure_of(error, options.file);
        // Until the file was looked at again: a commit can report an error and be there all the same.
        failure.unsure = committed != nullptr;
        try {
            Connection& again = connection();
            if (committed != nullptr && committed->is_committed(again) &&
                !seeded(Fault::saves_what_it_calls_failed)) {
                return;
            }
            failure.unsure = false;
            if (failure.problem == Problem::damaged) {
                (void)snapshot();
                failure.problem = Problem::io_error;
            }
            if (failure.problem == Problem::missing) {
                // The log is there: what could not be made was its journal.
                failure.problem = Problem::io_error;
            }
        } catch (const DatabaseError& second) {
            close();
            // What went wrong first is what the user has to know, unless it only looked like damage.
            if (failure.problem == Problem::damaged) {
                failure = failure_of(second, options.file);
            }
        } catch (const DamagedRecord& record) {
            failure.id = record.id;
        } catch (const Failure&) {
            close();
        }
        throw failure;
    }
};

Logbook::Logbook(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Logbook::~Logbook() = default;

Result<std::unique_ptr<Logbook>, Failure> Logbook::open(const OpenOptions& options, Services services) {
    auto impl = std::make_unique<Impl>();
    impl->options = options;
    impl->services = std::move(services);
    impl->file = resolved(options.file);
    auto opened = impl->guarded<Done>([&] {
        impl->log = open_log_file(impl->file, impl->options, impl->services);
        return Done{};
    });
    if (!opened) {
        return Failed{opened.error()};
    }
    if (!impl->log.only_reading) {
        // Housekeeping: where it fails (a full disk, a busy log) the log can be used all the same, and every
        // command does it again.
        (void)impl->guarded<Done>([&] {
            impl->forget_old();
            return Done{};
        });
    }
    return std::unique_ptr<Logbook>(new Logbook(std::move(impl)));
}

RecordId Logbook::new_id() {
    return make_record_id(impl_->services.now().utc_ms, impl_->services.random());
}

Result<Applied, Failure> Logbook::apply(const Command& command, const Progress& progress) {
    return impl_->guarded<Applied>([&] { return impl_->apply(command, progress); });
}

Result<MergeCounts, Failure> Logbook::merge_preview(OtherLog& other) {
    return impl_->guarded<MergeCounts>([&] { return impl_->merge_preview(other); });
}

Result<Merged, Failure> Logbook::merge(OtherLog& other) {
    return impl_->guarded<Merged>([&] { return impl_->merge(other); });
}

Result<std::optional<Applied>, Failure> Logbook::undo_preview(const std::string& origin) {
    return impl_->guarded<std::optional<Applied>>([&] {
        const auto step = UndoSteps(impl_->connection()).latest(origin);
        return step ? std::optional(step->applied) : std::nullopt;
    });
}

Result<std::vector<DeletedRecord>, Failure> Logbook::deleted_records() {
    return impl_->guarded<std::vector<DeletedRecord>>([&] {
        std::vector<DeletedRecord> deleted;
        for (const TrashedRecord& trashed : Trash(impl_->connection()).all()) {
            DeletedRecord record;
            record.deleted_ms = trashed.deleted_ms;
            if (trashed.kind == Kind::session) {
                record.session = read_image(trashed.id, trashed.content, session_from);
            } else {
                record.checkin = read_image(trashed.id, trashed.content, checkin_from);
            }
            deleted.push_back(std::move(record));
        }
        return deleted;
    });
}

Result<std::shared_ptr<const Snapshot>, Failure> Logbook::snapshot() {
    return impl_->guarded<std::shared_ptr<const Snapshot>>(
        [&] { return impl_->snapshot_with_second_look(); });
}

Result<std::shared_ptr<const Snapshot>, Failure> Logbook::part(const WorkingSet& set) {
    return impl_->guarded<std::shared_ptr<const Snapshot>>([&] {
        Connection& open = impl_->connection();
        const Transaction one_moment(open, Transaction::Kind::read);
        return SnapshotCache::part(open, set);
    });
}

bool Logbook::changed_elsewhere() {
    try {
        return impl_->cache.outdated(impl_->connection());
    } catch (const DatabaseError&) {
        return true;  // reading again will then say what is wrong
    } catch (const Failure&) {
        return true;
    }
}

const std::filesystem::path& Logbook::file() const {
    return impl_->options.file;
}

bool Logbook::read_only() const {
    return impl_->log.only_reading.has_value();
}

std::optional<Problem> Logbook::why_read_only() const {
    return impl_->log.only_reading;
}

}  // namespace unknot::storage
