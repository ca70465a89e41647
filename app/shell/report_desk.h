#pragma once

#include "app/domain/snapshot.h"
#include "app/shell/user_textures.h"
#include "app/shell/worker.h"
#include "app/views/report/report.h"
#include "app/words/catalogue.h"

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace unknot::report {
struct PageImage;
}

namespace unknot::shell {

/// A log at a moment, as the window shows it.
struct LogNow {
    std::shared_ptr<const Snapshot> snapshot;
    bool sample = false;
    Instant now;
};

/// Makes the Report screen's page and its exports on a thread of its own, one after the other: the window
/// never waits for it.
class ReportDesk {
public:
    /// `wake` is called from the other thread when something is to be shown. `folder`: where reports are
    /// saved unless somebody names another place; empty: nowhere.
    ReportDesk(std::function<void()> wake, std::filesystem::path folder);
    ~ReportDesk();
    ReportDesk(const ReportDesk&) = delete;
    ReportDesk& operator=(const ReportDesk&) = delete;

    /// Before a frame: what the screen shows.
    void show(views::ReportState& state);
    /// After a frame on the Report screen: has the page made that was chosen, unless it is there.
    void look_at(const LogNow& log, const words::Catalogue& words, const views::ReportState& state);

    /// Makes what is chosen and saves it: in `path`, or under a free name in the folder where that is empty.
    /// `replace`: a file that is at `path` may go.
    void save(const LogNow& log, const words::Catalogue& words, const views::ReportChoice& choice,
              const std::string& path, bool replace = false);
    /// Where reports are saved unless somebody names another place; empty: nowhere.
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
    /// Asks a running export to stop; nothing is left of it.
    void stop() { stop_export_ = true; }

    /// Takes what is done. True where there is something new to show.
    bool deliver();
    /// A running export's progress is worth a frame now and then.
    [[nodiscard]] bool exporting() const { return exporting_; }
    /// True until everything that was asked for has been delivered.
    [[nodiscard]] bool busy() const { return worker_.busy(); }

private:
    /// What a page was made for; equal = it still holds.
    struct PageKey {
        views::ReportChoice choice;
        std::string language;
        std::uint64_t generation = 0;
        bool sample = false;
        LocalDay today;
        int pixels = 0;

        friend bool operator==(const PageKey&, const PageKey&) = default;
    };
    struct MadePage;

    void take(const PageKey& key, const MadePage& made);
    void drop_page();

    std::filesystem::path folder_;
    std::optional<PageKey> wanted_;
    std::optional<PageKey> shown_;
    bool making_page_ = false;
    views::ReportPreview preview_;
    UserTextures textures_;
    ImTextureData* page_ = nullptr;
    bool exporting_ = false;
    std::optional<views::ReportOutcome> outcome_;
    std::atomic<bool> stop_export_ = false;
    std::atomic<bool> stop_page_ = false;
    std::atomic<double> done_ = 0;
    Worker worker_;  ///< last: its thread uses what is above
};

}  // namespace unknot::shell
