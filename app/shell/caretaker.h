#pragma once

#include "app/settings/working_set_store.h"
#include "app/shell/kept_settings.h"
#include "app/shell/stock.h"
#include "app/shell/work.h"
#include "app/shell/worker.h"
#include "app/views/upkeep.h"
#include "storage/logbook/logbook.h"

#include <atomic>
#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace unknot::shell {

/// Where things of the user lie that are in no log.
struct Places {
    std::filesystem::path usual_log;     ///< where the log is unless the settings say otherwise; may be empty
    std::filesystem::path sample_file;   ///< where the sample log may be made; empty: nowhere
    std::filesystem::path state_folder;  ///< of drafts and working sets; empty: nowhere
    std::filesystem::path home;          ///< what "~/" begins with; may be empty
    std::filesystem::path device_file;   ///< settings::Device::file(); empty: nowhere
};

/// Looks after one log beside its use: backups by themselves and on demand, restoring, moving, checking,
/// salvaging, erasing. Everything that may take long is done on a worker's thread.
class Caretaker {
public:
    /// `wake` is called on another thread when something is there for `deliver`.
    /// `version`: of the program.
    Caretaker(std::filesystem::path log, KeptSettings& settings, Places places, storage::Services services,
              std::function<void()> wake, std::string version);
    /// Waits for what is being done; files are read no further, but what is being taken in is taken in.
    ~Caretaker();
    Caretaker(const Caretaker&) = delete;
    Caretaker& operator=(const Caretaker&) = delete;

    /// From now on it is this log.
    void log_is(std::filesystem::path log);
    [[nodiscard]] const std::filesystem::path& log() const { return log_; }

    /// True where this is the log that the program opens when none is named.
    [[nodiscard]] bool is_own() const;
    /// True where a log was here for all that is known: it was moved here, or its backups lie beside. That it
    /// is missing is then no reason to begin one.
    [[nodiscard]] bool was_here() const;

    /// A path as somebody typed it: "~/" is the home folder.
    [[nodiscard]] std::filesystem::path typed(const std::filesystem::path& path) const;

    /// Begins work; where some is being done already, nothing happens. Before work that closes the log the
    /// caller must have closed it. `snapshot`: the log as it is, which files are compared with.
    void begin(const views::WorkOrder& order, const std::shared_ptr<const Snapshot>& snapshot);
    /// Ends the reading of files, whose contents are forgotten, or an import, of which nothing is kept.
    void stop_work() { stop_ = true; }
    [[nodiscard]] std::optional<views::Work> working() const { return facts_.working; }

    /// Something was saved: makes a backup where none is of today.
    void saved();
    /// Looks at the log's files again; makes a backup where the last good one is missing or old.
    void look();
    /// Of a long log: finds its working set and keeps it for the next start, unless it is kept already and
    /// good for some days. `snapshot`: the whole log as it is.
    void keep_working_set(const std::shared_ptr<const Snapshot>& snapshot);
    /// The one that is kept: of which state of the log, and until when it holds.
    void working_set_is(std::int64_t clock, LocalDay until) { kept_set_ = KeptSet{clock, until}; }
    /// Leaves out what backups say of the log: there is none that can be used.
    void forget_stock();

    /// What came of what was done since the last call. True in `changed` where there is something to show.
    [[nodiscard]] std::vector<views::WorkDone> deliver(bool& changed);
    /// True where there is something for `deliver`.
    [[nodiscard]] bool has_news() const { return worker_.has_done(); }
    /// True while something is done, or waits to be delivered.
    [[nodiscard]] bool busy() const { return worker_.busy(); }

    /// The facts of these files and of what is being done; preferences and places are up to date.
    [[nodiscard]] const views::Upkeep& facts();
    [[nodiscard]] views::Upkeep& edit() { return facts_; }

private:
    [[nodiscard]] std::filesystem::path backups_folder() const;
    [[nodiscard]] std::function<views::WorkDone()> job_for(const views::WorkOrder& order) const;
    [[nodiscard]] std::function<views::WorkDone()> watched_job(
        const views::WorkOrder& order, const std::shared_ptr<const Snapshot>& snapshot);
    [[nodiscard]] Workplace workplace() const;
    [[nodiscard]] std::vector<std::filesystem::path> files_to_erase() const;
    void after(const views::WorkDone& done);
    void back_up_if_due();

    struct KeptSet {
        std::int64_t clock = 0;
        LocalDay until;
    };

    std::filesystem::path log_;
    KeptSettings& settings_;
    Places places_;
    storage::Services services_;
    views::Upkeep facts_;
    std::chrono::steady_clock::time_point working_since_;
    std::vector<views::WorkDone> done_;
    bool backup_waits_ = false;
    settings::WorkingSetStore sets_;
    std::optional<KeptSet> kept_set_;
    bool set_waits_ = false;
    std::shared_ptr<const Snapshot> set_next_;  ///< what the log became while one was being found
    std::atomic<bool> stop_ = false;
    std::atomic<double> share_done_ = 0;  ///< of the work that is watched, 0 to 1
    Worker worker_;                       // last: its thread ends before what it uses
};

}  // namespace unknot::shell
