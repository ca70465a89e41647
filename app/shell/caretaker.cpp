#include "app/shell/caretaker.h"

#include "app/guidance/working_set.h"
#include "app/settings/draft_store.h"
#include "app/shell/log_reading.h"
#include "storage/logbook/backups.h"
#include "storage/logbook/erase.h"

#include <utility>

namespace unknot::shell {

namespace {

/// Records that are read by their ids take ten times as long as those that are read with all others.
bool spares_much(const WorkingSet& set, const Snapshot& snapshot) {
    constexpr std::size_t times = 10;
    const std::size_t all = snapshot.session_count() + snapshot.checkin_count();
    return (set.sessions.size() + set.checkins.size()) * times < all;
}

}  // namespace

Caretaker::Caretaker(std::filesystem::path log, KeptSettings& settings, Places places,
                     storage::Services services, std::function<void()> wake, std::string version)
    : log_(std::move(log)),
      settings_(settings),
      places_(std::move(places)),
      services_(std::move(services)),
      sets_(places_.state_folder, std::move(version)),
      worker_(std::move(wake)) {}

Caretaker::~Caretaker() {
    stop_ = stop_ || facts_.working == views::Work::look_at_files;
}

void Caretaker::log_is(std::filesystem::path log) {
    if (log != log_) {
        forget_stock();
        kept_set_.reset();
    }
    log_ = std::move(log);
}

bool Caretaker::is_own() const {
    const std::filesystem::path& own =
        settings_.now().last_log.empty() ? places_.usual_log : settings_.now().last_log;
    return !own.empty() && std::filesystem::absolute(log_) == own;
}

bool Caretaker::was_here() const {
    return (!log_.empty() && settings_.now().last_log == log_) || storage::Backups::any(log_);
}

std::filesystem::path Caretaker::typed(const std::filesystem::path& path) const {
    const std::string text = path.string();
    return text.starts_with("~/") && !places_.home.empty() ? places_.home / text.substr(2) : path;
}

std::filesystem::path Caretaker::backups_folder() const {
    const std::filesystem::path& chosen = settings_.now().backups_folder;
    return chosen.empty() ? storage::Backups::default_folder(log_) : chosen;
}

std::vector<std::filesystem::path> Caretaker::files_to_erase() const {
    std::vector<std::filesystem::path> files = storage::files_of_log(log_, backups_folder());
    if (!places_.state_folder.empty()) {
        const settings::DraftStore drafts(places_.state_folder);
        files.push_back(drafts.file_of(settings::Draft::form, log_));
        files.push_back(drafts.file_of(settings::Draft::timer, log_));
        files.push_back(sets_.file_of(log_));
    }
    if (!places_.device_file.empty()) {
        files.push_back(places_.device_file);
    }
    if (!places_.sample_file.empty()) {
        const auto sample = storage::files_of_log(places_.sample_file, {});
        files.insert(files.end(), sample.begin(), sample.end());
    }
    const auto kept = settings_.files();
    files.insert(files.end(), kept.begin(), kept.end());
    // What is not there is no failure, but nor is the folder that it would be in.
    std::erase_if(files, [](const auto& file) {
        return !std::filesystem::exists(std::filesystem::symlink_status(file));
    });
    return files;
}

Workplace Caretaker::workplace() const {
    return {log_, backups_folder(), services_, !was_here()};
}

/// Work that tells how far it is and can be stopped.
std::function<views::WorkDone()> Caretaker::watched_job(const views::WorkOrder& order,
                                                        const std::shared_ptr<const Snapshot>& snapshot) {
    stop_ = false;
    share_done_ = 0;
    const Progress progress = [this](double done) {
        share_done_ = done;
        return !stop_;
    };
    const Workplace place = workplace();
    if (order.work == views::Work::import) {
        return [=] { return import_read(place, order, progress); };
    }
    return [=] { return look_at_files(place, order, snapshot, progress); };
}

std::function<views::WorkDone()> Caretaker::job_for(const views::WorkOrder& asked) const {
    views::WorkOrder order = asked;
    order.target = typed(asked.target);
    const Workplace place = workplace();
    switch (order.work) {
        case views::Work::back_up:
        case views::Work::back_up_to: return [=] { return back_up(place, order); };
        case views::Work::look_into: return [=] { return look_into_kept(order); };
        case views::Work::restore: return [=] { return restore_kept(place, order); };
        case views::Work::check: return [=] { return check(place, order); };
        case views::Work::look_at_other: return [=] { return look_at_other(place, order); };
        case views::Work::merge: return [=] { return merge(place, order); };
        case views::Work::salvage: return [=] { return salvage_beside(place, order); };
        case views::Work::erase: return [files = files_to_erase(), order] { return erase(files, order); };
        case views::Work::look_at_files:
        case views::Work::import:
        case views::Work::move: break;
    }
    // What the settings remember is written before the old file goes: by the thread that moves, from a copy.
    const bool own = is_own();
    settings::Settings next = settings_.now();
    next.backups_folder = own && storage::Backups::any(log_) ? backups_folder() : next.backups_folder;
    return [=, folder = settings_.folder()] {
        return move_to(place, order, [&](const std::filesystem::path& file) -> Result<Done, std::string> {
            if (!own || folder.empty()) {
                return Done{};
            }
            settings::Settings moved = next;
            moved.last_log = file;
            return settings::SettingsStore(folder).save(moved);
        });
    };
}

void Caretaker::begin(const views::WorkOrder& order, const std::shared_ptr<const Snapshot>& snapshot) {
    if (facts_.working) {
        return;
    }
    facts_.working = order.work;
    working_since_ = std::chrono::steady_clock::now();
    auto job = views::can_be_stopped(order.work) ? watched_job(order, snapshot) : job_for(order);
    worker_.add([this, job = std::move(job)]() -> Worker::Then {
        views::WorkDone done = job();
        return [this, done = std::move(done)] {
            facts_.working.reset();
            after(done);
            done_.push_back(done);
        };
    });
}

void Caretaker::after(const views::WorkDone& done) {
    if (done.order.work == views::Work::move && !done.failure && !places_.state_folder.empty()) {
        (void)sets_.remove(log_);  // of the place that it left: nobody looks for it there
    }
    if (done.order.work == views::Work::move && !done.failure && is_own()) {
        settings::Settings next = settings_.now();
        next.backups_folder = storage::Backups::any(log_) ? backups_folder() : next.backups_folder;
        next.last_log = done.file;
        settings_.took(next);
    }
    if (done.order.work == views::Work::erase && !done.failure) {
        const bool own = is_own();
        settings_.forget();
        // The next log is begun where it is looked for, not where the settings had it.
        log_is(own && !places_.usual_log.empty() ? places_.usual_log : log_);
        forget_stock();
    }
}

void Caretaker::saved() {
    if (facts_.backups) {
        facts_.backups->changed_since = true;
        const auto& last = facts_.backups->last_good;
        if (last && local_day(*last) == local_day(services_.now())) {
            return;
        }
    }
    back_up_if_due();
}

void Caretaker::back_up_if_due() {
    if (std::exchange(backup_waits_, true)) {
        return;
    }
    worker_.add([this, log = log_, folder = backups_folder(), services = services_]() -> Worker::Then {
        // What fails is remembered in the log, and shown by the look that follows.
        (void)storage::Backups(log, folder, services).make_if_due();
        return [this] {
            backup_waits_ = false;
            look();
        };
    });
}

void Caretaker::look() {
    worker_.add([this, log = log_, folder = backups_folder(), services = services_]() -> Worker::Then {
        Stock stock = take_stock(log, folder, services);
        return [this, log, stock = std::move(stock)] {
            if (log != log_) {
                return;  // of another log by now
            }
            facts_.backups = stock.backups;
            facts_.kept = stock.kept;
            facts_.erasable = stock.erasable;
            // One that failed is tried again with the next save: every look would be too often.
            if (stock.backups && stock.backups->old && stock.backups->failure.empty() &&
                !facts_.only_reading) {
                facts_.backups->old = false;
                back_up_if_due();
            }
        };
    });
}

void Caretaker::keep_working_set(const std::shared_ptr<const Snapshot>& snapshot) {
    constexpr int good_for_days = 7;
    const LocalDay today = local_day(services_.now());
    const bool kept =
        kept_set_ && kept_set_->clock == snapshot->clock && kept_set_->until - today >= good_for_days;
    if (kept || places_.state_folder.empty() || !takes_long_to_read(log_)) {
        return;
    }
    if (set_waits_) {
        set_next_ = snapshot;
        return;
    }
    set_waits_ = true;
    worker_.add([this, snapshot, log = log_, sets = sets_, now = services_.now()]() -> Worker::Then {
        auto set = guidance::working_set(*snapshot, now);
        if (set && !spares_much(*set, *snapshot)) {
            set.reset();
        }
        // What is not kept costs the next start some time, and nothing else.
        (void)(set ? sets.save(*set, log) : sets.remove(log));
        return
            [this, log, clock = snapshot->clock, until = set ? set->until : local_day(now) + good_for_days] {
                set_waits_ = false;
                const auto next = std::exchange(set_next_, nullptr);
                if (log != log_) {
                    return;  // of another log by now
                }
                working_set_is(clock, until);
                if (next) {
                    keep_working_set(next);
                }
            };
    });
}

void Caretaker::forget_stock() {
    facts_.backups.reset();
    facts_.kept.clear();
    facts_.erasable.reset();
}

std::vector<views::WorkDone> Caretaker::deliver(bool& changed) {
    changed = worker_.deliver();
    return std::exchange(done_, {});
}

const views::Upkeep& Caretaker::facts() {
    facts_.preferences = preferences_of(settings_.now());
    facts_.file = std::filesystem::absolute(log_);
    facts_.backups_folder = backups_folder();
    facts_.working_done = share_done_;
    if (facts_.working) {
        facts_.working_for_s = std::chrono::duration_cast<std::chrono::seconds>(
                                   std::chrono::steady_clock::now() - working_since_)
                                   .count();
    }
    return facts_;
}

}  // namespace unknot::shell
