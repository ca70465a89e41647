#include "app/shell/session.h"

#include "app/shell/sample_log.h"
#include "app/shell/work.h"
#include "app/words/applied.h"
#include "app/words/storage.h"

#include <algorithm>

namespace unknot::shell {

namespace {

/// How often a running export is drawn anew.
constexpr double progress_every_s = 0.1;

std::size_t due_count(const guidance::Guidance& guidance) {
    return static_cast<std::size_t>(std::count_if(guidance.tracks.begin(), guidance.tracks.end(),
                                                  [](const auto& track) { return track.second->due; }));
}

}  // namespace

Session::Session(std::filesystem::path file, Surroundings surroundings, KeptSettings& settings, ReadLog read)
    : surroundings_(std::move(surroundings)),
      settings_(settings),
      evaluator_(std::move(read.evaluator)),
      caretaker_(std::move(file), settings, surroundings_.places, surroundings_.services, surroundings_.wake,
                 surroundings_.version),
      report_desk_(surroundings_.wake, surroundings_.reports_folder),
      dialogs_(surroundings_.dialogs, surroundings_.wake),
      picture_desk_(surroundings_.copy_picture, surroundings_.wake) {
    take(std::move(read.log));
    if (read.part) {
        part_ = true;
        now_ = surroundings_.services.now();
        snapshot_ = std::move(read.part);
        guidance_ = evaluator_.evaluate(*snapshot_, now_);
        caretaker_.working_set_is(snapshot_->clock, read.part_until);
    } else {
        read_again();
    }
}

void Session::take(Result<std::unique_ptr<storage::Logbook>, Failure> opened) {
    if (opened) {
        log_ = std::move(*opened);
        problem_.reset();
    } else if (opened.error().problem == Problem::missing && !caretaker_.was_here()) {
        problem_.reset();
    } else {
        problem_ = opened.error();
    }
}

void Session::open() {
    take(storage::Logbook::open(window_options(file(), false), surroundings_.services));
}

void Session::read_rest() {
    if (!rest_) {
        rest_.emplace(*log_, surroundings_.services, surroundings_.wake);
    }
}

/// What the first frames do not show, and other threads do: not while these are drawn.
void Session::go_on_after_start() {
    if (part_) {
        read_rest();
        return;
    }
    if (log_ || problem_) {
        caretaker_.look();
    }
    keep_working_set();
}

void Session::keep_working_set() {
    if (!sample_ && log_ && !problem_ && frames_drawn_ == frames_of_start) {
        caretaker_.keep_working_set(snapshot_);
    }
}

void Session::be_whole() {
    if (!part_) {
        return;
    }
    read_rest();
    evaluator_ = rest_->take();
    rest_.reset();
    part_ = false;
    // Where it cannot be read, no part of it may pass for all.
    snapshot_ = std::make_shared<const Snapshot>();
    read_again();
    if (frames_drawn_ == frames_of_start) {
        caretaker_.look();
    }
}

void Session::read_again() {
    now_ = surroundings_.services.now();
    if (log() != nullptr) {
        auto read = log()->snapshot();
        if (read) {
            snapshot_ = *read;
            problem_.reset();
        } else {
            problem_ = read.error();
        }
    }
    guidance_ = evaluator_.evaluate(*snapshot_, now_);
    keep_working_set();
}

RecordId Session::new_id() const {
    return make_record_id(surroundings_.services.now().utc_ms, surroundings_.services.random());
}

views::DesktopOffers Session::desktop_offers() const {
    const platform::PortalOffers& found = dialogs_.offers();
    return {found.files, found.folders, found.print, picture_desk_.takes_pictures()};
}

views::Facts Session::facts() const {
    return {*snapshot_,
            guidance_,
            now_,
            guidance_.today,
            log() != nullptr && log()->read_only(),
            sample_ != nullptr,
            [this] { return new_id(); },
            surroundings_.resolve,
            log() != nullptr && log()->why_read_only() == Problem::newer_version,
            desktop_offers()};
}

Result<Applied, Failure> Session::apply(const Command& command) {
    if (log() == nullptr && closed()) {
        Failure failure;
        failure.problem = Problem::busy;
        failure.file = file();
        return Failed{std::move(failure)};
    }
    if (log() == nullptr) {
        auto opened = storage::Logbook::open(window_options(file(), true), surroundings_.services);
        if (!opened) {
            return Failed{opened.error()};
        }
        log_ = std::move(*opened);
    }
    auto applied = log()->apply(command);
    if (applied && applied->changed && !sample_) {
        caretaker_.saved();
    }
    return applied;
}

void Session::take_back(const kit::Ui& ui, double seconds) {
    if (take_back_choice(ui, seconds)) {
        return;
    }
    const auto applied = apply(Undo{std::string(window_origin)});
    read_again();
    if (applied) {
        state_.notice =
            views::Notice{words::sentence(ui.words, *snapshot_->catalogue, *applied), false, seconds, false};
    } else {
        state_.notice = views::Notice{words::sentence(ui.words, applied.error()), false, seconds, false};
    }
}

void Session::carry_out(const kit::Ui& ui, const views::Wish& wish, double seconds) {
    if (const auto* save = std::get_if<views::Save>(&wish)) {
        const auto applied = apply(save->command);
        if (applied) {
            if (applied->changed) {
                own_steps_.changed_log();
            }
            read_again();
            views::command_applied(ui, *snapshot_, state_, save->form, *applied, seconds);
        } else {
            views::command_failed(state_, save->form, {applied.error(), save->command});
        }
    } else if (std::get_if<views::TakeBack>(&wish) != nullptr) {
        take_back(ui, seconds);
    } else if (const auto* show = std::get_if<views::Show>(&wish)) {
        views::go_to(state_, show->screen);
    } else if (const auto* log = std::get_if<views::OpenLog>(&wish)) {
        views::open_log(facts(), state_, *log);
    } else if (const auto* history = std::get_if<views::OpenHistory>(&wish)) {
        views::open_history(state_, *history);
    } else if (const auto* guide = std::get_if<views::OpenGuide>(&wish)) {
        views::open_guide(state_, *guide);
    } else if (const auto* sample = std::get_if<views::UseSample>(&wish)) {
        use_sample(ui, sample->on, seconds);
    } else if (std::get_if<views::OpenAgain>(&wish) != nullptr) {
        open();
        read_again();
    } else {
        hand_out(ui, wish, seconds);
        carry_out_dialogs(ui, wish, seconds);
        carry_out_upkeep(ui, wish, seconds);
    }
}

void Session::hand_out(const kit::Ui& ui, const views::Wish& wish, double seconds) {
    if (const auto* save = std::get_if<views::SaveReport>(&wish)) {
        state_.report.outcome.reset();
        report_desk_.save(log_now(), ui.words, state_.report.choice, save->path);
    } else if (std::get_if<views::StopReport>(&wish) != nullptr) {
        report_desk_.stop();
    } else if (const auto* file = std::get_if<views::OpenFile>(&wish)) {
        open_elsewhere(ui, file->path, seconds);
    } else if (const auto* shown = std::get_if<views::ShowInFolder>(&wish)) {
        open_elsewhere(ui, std::filesystem::path(shown->path).parent_path(), seconds);
    }
}

void Session::open_elsewhere(const kit::Ui& ui, const std::filesystem::path& path, double seconds) {
    const auto opened = surroundings_.open_elsewhere(path);
    if (!opened) {
        notify(ui.words.say("{0} could not be opened: {1}.", path.string(), opened.error()), seconds);
    }
}

void Session::use_sample(const kit::Ui& ui, bool on, double seconds) {
    if (on) {
        auto made = make_sample_log(surroundings_.places.sample_file, surroundings_.services, ui.words);
        if (!made) {
            state_.notice = views::Notice{words::sentence(ui.words, made.error()), false, seconds, false};
            return;
        }
        if (!sample_) {
            own_form_ = std::move(state_.log);
        }
        sample_ = std::move(*made);
    } else {
        sample_.reset();
    }
    own_steps_.forget();
    // Nothing typed into one log may end up in the other; what was typed into one's own waits.
    state_ = views::UiState{};
    if (!on && own_form_) {
        state_.log = std::move(*own_form_);
        own_form_.reset();
    }
    snapshot_ = std::make_shared<const Snapshot>();
    read_again();
}

/// Sounds once, in the moment in which the time that was set is reached.
void Session::sound_timer() {
    const views::Timer& timer = state_.log.timer;
    if (timer_goes_on_ && views::just_reached_goal(timer, now_) && settings_.now().timer_sound) {
        surroundings_.play_sound();
    }
    timer_goes_on_ = views::before_goal(timer, now_);
}

bool Session::frame(const kit::Ui& ui, double seconds) {
    if (state_.screen != views::Screen::today || frames_drawn_ == frames_of_start) {
        be_whole();
    }
    now_ = surroundings_.services.now();
    sound_timer();
    report_desk_.show(state_.report);
    gather_upkeep();
    const bool news = show_what_was_done(ui, seconds);
    show_what_dialogs_said(ui, seconds);
    views::Wishes wishes;
    views::draw_window(ui, facts(), caretaker_.facts(), problem_, state_, seconds, wishes);
    if (!wishes.empty()) {
        be_whole();
    }
    for (const views::Wish& wish : wishes) {
        carry_out(ui, wish, seconds);
    }
    if (frames_drawn_ < frames_of_start && ++frames_drawn_ == frames_of_start) {
        go_on_after_start();
    }
    if (wants_dialogs()) {
        dialogs_.look();
    }
    if (state_.screen == views::Screen::report) {
        report_desk_.look_at(log_now(), ui.words, state_.report);
    }
    return news || !wishes.empty();
}

bool Session::look_around() {
    if (part_) {
        if (!rest_ || !rest_->is_read()) {
            return false;
        }
        be_whole();
        return true;
    }
    const Instant before = now_;
    const std::size_t due_before = due_count(guidance_);
    const bool dialogs = dialogs_.deliver();
    const bool copied = picture_desk_.deliver();
    const bool delivered = report_desk_.deliver() || dialogs || copied;
    const bool news = caretaker_.has_news() || delivered;
    if (sample_ || closed() || taking_in()) {
        return news;
    }
    const bool was_problem = problem_.has_value();
    if ((problem_ && !log_) || (!log_ && std::filesystem::exists(file()))) {
        open();
    }
    if (log_ && was_problem) {
        caretaker_.look();
    }
    const bool changed = log_ && log_->changed_elsewhere();
    now_ = surroundings_.services.now();
    const bool other_minute = now_.utc_ms / 60'000 != before.utc_ms / 60'000;
    if (!changed && !other_minute) {
        return news;
    }
    const LocalDay day_before = guidance_.today;
    const std::uint64_t generation = snapshot_->generation;
    read_again();
    return news || snapshot_->generation != generation || guidance_.today != day_before ||
           due_count(guidance_) != due_before;
}

std::optional<double> Session::next_frame(double seconds) const {
    std::optional<double> next;
    const auto at = [&](double when) { next = next ? std::min(*next, when) : when; };
    if (state_.notice) {
        const double age = seconds - state_.notice->shown_at;
        if (age * 1000 < static_cast<double>(look::motion::toast_ms)) {
            at(seconds + 1.0 / 60);
        } else if (!state_.notice->held) {
            at(state_.notice->shown_at + static_cast<double>(look::motion::toast_stays_s));
        }
    }
    if (report_desk_.exporting()) {
        at(seconds + progress_every_s);
    }
    if (caretaker_.working()) {
        // How much is done; else since how many seconds.
        at(seconds + (views::can_be_stopped(*caretaker_.working()) ? progress_every_s : 1));
    }
    // Counted from the last frame's moment, which `seconds` is; a millisecond more, for what rounding took.
    if (const auto ticks = views::wants_frame_at(state_.log.timer, now_)) {
        at(seconds + static_cast<double>(ticks->utc_ms - now_.utc_ms + 1) / 1000);
    }
    return next;
}

}  // namespace unknot::shell
