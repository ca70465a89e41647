#include "app/shell/report_desk.h"

#include "app/report/page_makers.h"
#include "app/shell/report_files.h"

#include <algorithm>
#include <cstring>

namespace unknot::shell {

namespace {

/// A page of more pixels than any screen has shows no more.
constexpr int most_pixels = 2400;

/// Empty where it cannot be made: what is left to do then, saving, says why it cannot either.
report::PageImage page_of(const Snapshot& snapshot, const words::Catalogue& words,
                          const report::PdfOptions& options, int pixels) {
    try {
        return report::page_makers().first_page_image(snapshot, words, options, pixels);
    } catch (const report::NotMade&) {
        return {};
    }
}

}  // namespace

/// What the other thread hands back.
struct ReportDesk::MadePage {
    report::Counts counts;
    report::PageImage image;
};

ReportDesk::ReportDesk(std::function<void()> wake, std::filesystem::path folder)
    : folder_(std::move(folder)), worker_(std::move(wake)) {}

ReportDesk::~ReportDesk() {
    // The worker waits for what it is doing.
    stop_export_ = true;
    stop_page_ = true;
}

void ReportDesk::show(views::ReportState& state) {
    textures_.begin_frame();
    state.default_folder = folder_.string();
    state.working = exporting_ ? std::optional(done_.load()) : std::nullopt;
    if (outcome_) {
        state.outcome = outcome_;
        if (outcome_->problem.empty()) {
            state.save_as.reset();  // else the typed path stays to be changed
        }
        outcome_.reset();
    }
    state.preview = shown_ ? std::optional(preview_) : std::nullopt;
    state.preview_old = shown_ != wanted_;
}

void ReportDesk::look_at(const LogNow& log, const words::Catalogue& words, const views::ReportState& state) {
    PageKey key{state.choice,
                std::string(words_of(state.choice, words).language()),
                log.snapshot->generation,
                log.sample,
                local_day(log.now),
                state.choice.has_pdf() ? std::clamp(state.page_pixels, 1, most_pixels) : 0};
    // The page says nothing of the password.
    key.choice.locked = false;
    key.choice.password.clear();
    wanted_ = key;
    if (making_page_ || exporting_ || shown_ == wanted_) {
        return;
    }
    making_page_ = true;
    const report::ExportOptions options = options_of(key.choice, log.now);
    worker_.add([this, key, options, snapshot = log.snapshot, format = format_of(key.choice.format),
                 language = words_of(state.choice, words)]() -> Worker::Then {
        auto made = std::make_shared<MadePage>();
        made->counts = report::export_job(snapshot, language, format, options, {}).counts;
        if (key.pixels > 0 && !stop_page_) {
            made->image = page_of(*snapshot, language, report::pdf_options(options, language), key.pixels);
        }
        return [this, key, made] { take(key, *made); };
    });
}

void ReportDesk::drop_page() {
    if (page_ != nullptr) {
        textures_.give_back(*page_);
        page_ = nullptr;
    }
    preview_.page.reset();
}

void ReportDesk::take(const PageKey& key, const MadePage& made) {
    making_page_ = false;
    shown_ = key;
    drop_page();
    preview_.sessions = made.counts.sessions;
    preview_.checkins = made.counts.checkins;
    preview_.flags = made.counts.flags;
    const report::PageImage& image = made.image;
    if (image.width > 0 && image.height > 0) {
        page_ = &textures_.make(image.width, image.height);
        std::memcpy(page_->GetPixels(), image.rgba.data(), image.rgba.size());
        preview_.page = page_->GetTexRef();
    }
}

void ReportDesk::save(const LogNow& log, const words::Catalogue& words, const views::ReportChoice& choice,
                      const std::string& path, bool replace) {
    if (exporting_) {
        return;
    }
    exporting_ = true;
    stop_export_ = false;
    done_ = 0;
    worker_.add([this, choice, path, replace, words, log]() -> Worker::Then {
        const auto progress = [this](double done) {
            done_ = done;
            return !stop_export_;
        };
        const views::ReportOutcome outcome =
            make_report(log.snapshot, log.now, choice, {path, folder_, replace}, words, progress);
        return [this, outcome] {
            exporting_ = false;
            if (!outcome.path.empty() || !outcome.problem.empty()) {
                outcome_ = outcome;
            }
        };
    });
}

bool ReportDesk::deliver() {
    return worker_.deliver();
}

}  // namespace unknot::shell
