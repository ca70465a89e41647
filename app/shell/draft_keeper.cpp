#include "app/shell/draft_keeper.h"

#include "app/shell/timer_draft.h"

#include <algorithm>
#include <utility>

namespace unknot::shell {

namespace {

/// So long typing goes on before it is kept: a file that is safe on the disk costs more than a frame.
constexpr double pause_s = 1;

std::optional<std::string> problem_of(const Result<Done, std::string>& kept) {
    return kept ? std::nullopt : std::optional(kept.error());
}

/// With its id in the file, a session that was saved just before a crash is known again, and does not come
/// back as a draft.
void give_id(const Session& session, views::LogState& state) {
    views::LogDraft* fresh = &state.draft;
    if (state.draft.editing) {
        fresh = state.aside ? &*state.aside : nullptr;
    }
    if (fresh != nullptr && !fresh->id && *fresh != views::LogDraft{}) {
        fresh->id = session.new_id();
    }
}

}  // namespace

DraftKeeper::DraftKeeper(const std::filesystem::path& state_folder, std::filesystem::path log)
    : nowhere_(state_folder.empty()), store_(state_folder), log_(std::move(log)) {}

void DraftKeeper::load(Session& session) {
    if (nowhere_) {
        return;
    }
    views::LogState& state = session.state().log;
    if (const auto kept = store_.load(settings::Draft::timer, log_)) {
        state.timer = timer_from_json(*kept);
    }
    kept_timer_ = state.timer;
    if (const auto kept = store_.load(settings::Draft::form, log_)) {
        kept_form_ = form_from_json(*kept);
        session.be_whole();  // it may be about any record
        put_back(kept_form_, session.snapshot(), state);
    }
}

std::optional<std::string> DraftKeeper::keep(Session& session, double seconds) {
    if (nowhere_ || session.in_sample() || session.closed()) {
        waiting_ = false;
        return std::nullopt;
    }
    follow(session);
    auto problem = keep_timer(session);
    waiting_ = form_draft_of(session.state().log) != kept_form_;
    if (waiting_ && seconds - kept_at_ >= pause_s) {
        kept_at_ = seconds;
        if (auto other = keep_form(session)) {
            problem = std::move(other);
        }
    }
    return problem;
}

/// Goes with the log to where it is now. What was being typed was moved with it; where nothing was, another
/// log may be there, with drafts of its own.
void DraftKeeper::follow(Session& session) {
    if (session.file() == log_) {
        return;
    }
    const std::filesystem::path before = std::exchange(log_, session.file());
    if (!session.state().log.timer.begun() && form_draft_of(session.state().log).empty()) {
        kept_form_ = {};
        load(session);
        return;
    }
    kept_timer_ = {};
    kept_form_ = {};
    // A draft that stays behind belongs to a log that is not there any more, and is never looked for.
    (void)store_.remove(settings::Draft::timer, before);
    (void)store_.remove(settings::Draft::form, before);
}

std::optional<std::string> DraftKeeper::keep_now(Session& session) {
    return keep(session, kept_at_ + pause_s);
}

std::optional<double> DraftKeeper::next(double seconds) const {
    return waiting_ ? std::optional(std::max(seconds, kept_at_ + pause_s)) : std::nullopt;
}

/// It runs on the wall clock, so its seconds change nothing.
std::optional<std::string> DraftKeeper::keep_timer(Session& session) {
    const views::Timer& timer = session.state().log.timer;
    if (timer == kept_timer_) {
        return std::nullopt;
    }
    kept_timer_ = timer;
    return problem_of(timer.begun() ? store_.save(settings::Draft::timer, log_, timer_to_json(timer))
                                    : store_.remove(settings::Draft::timer, log_));
}

std::optional<std::string> DraftKeeper::keep_form(Session& session) {
    views::LogState& state = session.state().log;
    give_id(session, state);
    kept_form_ = form_draft_of(state);
    waiting_ = false;
    return problem_of(kept_form_.empty()
                          ? store_.remove(settings::Draft::form, log_)
                          : store_.save(settings::Draft::form, log_, form_to_json(kept_form_)));
}

}  // namespace unknot::shell
