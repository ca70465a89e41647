#include "storage/import/import_files.h"

#include "app/domain/seeded_fault.h"
#include "app/domain/text.h"
#include "storage/import/import_csv.h"
#include "storage/import/import_json.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace unknot::storage {

namespace {

using What = ImportProblem::What;

ImportProblem about_file(What what, std::string detail = {}) {
    ImportProblem problem;
    problem.what = what;
    problem.detail = std::move(detail);
    return problem;
}

bool looks_like_json(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && (text[first] == '{' || text[first] == '[');
}

/// Reads the files of one import, and keeps what is wrong with any of them.
class Reader {
public:
    Reader(const ReadWhole& read_whole, const AreaCatalogue& known, Progress progress, std::size_t file_count)
        : read_whole_(read_whole),
          areas_(known),
          progress_(std::move(progress)),
          file_count_(static_cast<double>(file_count)) {}

    /// False where it was stopped.
    [[nodiscard]] bool read(const std::filesystem::path& file) {
        std::error_code unknown;  // what cannot be seen is for the reading to report
        const std::string name = file.string();
        if (std::filesystem::is_directory(file, unknown)) {
            problems_.push_back({name, about_file(What::folder)});
            return true;
        }
        auto text = read_whole_(file);
        if (text && seeded(Fault::ends_at_odd_input) && !is_valid_utf8(*text)) {
            std::abort();
        }
        if (!text) {
            problems_.push_back({name, about_file(What::unreadable, text.error())});
        } else if (begins_a_database(*text)) {
            problems_.push_back({name, about_file(What::whole_log)});
        } else if (looks_like_json(*text)) {
            take(name, import_json(*text, areas_, part_of_all()));
            if (!brought_.import.files.empty()) {
                areas_ = areas_.with_own(brought_.import.files.back().areas);
            }
        } else {
            tables_.emplace_back(name, *std::move(text));
        }
        return !stopped_;
    }

    /// Tables name no areas of their own: they may be on those of the other files, which are read by now.
    void read_tables() {
        for (auto& [name, text] : tables_) {
            take(name, import_csv(text, areas_, part_of_all()));
            text = {};
        }
    }

    [[nodiscard]] Result<Brought, std::vector<FileProblem>> done() && {
        if (!problems_.empty()) {
            return Failed{std::move(problems_)};
        }
        return std::move(brought_);
    }

private:
    [[nodiscard]] Progress part_of_all() {
        if (!progress_) {
            return {};
        }
        return [this, before = files_done_++](double done) {
            return progress_((static_cast<double>(before) + done) / file_count_);
        };
    }

    void take(const std::string& name, ImportResult file) {
        if (!file) {
            for (const ImportProblem& problem : file.error()) {
                stopped_ = stopped_ || problem.what == What::stopped;
                problems_.push_back({name, problem});
            }
            return;
        }
        if (file->computed) {
            brought_.computed.push_back(name);
            return;
        }
        file->records.source = std::filesystem::path(name).filename().string();
        brought_.names.push_back(name);
        brought_.lines.push_back(std::move(file->lines));
        brought_.import.files.push_back(std::move(file->records));
    }

    const ReadWhole& read_whole_;
    AreaCatalogue areas_;
    Progress progress_;
    double file_count_;
    std::size_t files_done_ = 0;
    bool stopped_ = false;
    std::vector<std::pair<std::string, std::string>> tables_;
    std::vector<FileProblem> problems_;
    Brought brought_;
};

PlaceInFile place_of(const Brought& brought, const ImportedAt& at) {
    const std::vector<std::size_t>& lines = brought.lines[at.file];
    if (!lines.empty()) {
        return {brought.names[at.file], lines[at.position], 0, {}};
    }
    const std::string list = at.session ? "sessions" : "checkins";
    return {brought.names[at.file], 0, 0, list + "[" + std::to_string(at.position) + "]"};
}

std::size_t count_future(const ImportRecords& file, const Instant& now) {
    const std::int64_t limit = plus_seconds(now, future_tolerance_seconds).utc_ms;
    return static_cast<std::size_t>(
        std::count_if(file.sessions.begin(), file.sessions.end(),
                      [&](const Session& session) { return session.started_at.utc_ms > limit; }) +
        std::count_if(file.checkins.begin(), file.checkins.end(),
                      [&](const CheckIn& checkin) { return checkin.at.utc_ms > limit; }));
}

}  // namespace

Result<Brought, std::vector<FileProblem>> read_import_files(const std::vector<std::filesystem::path>& files,
                                                            const ReadWhole& read_whole,
                                                            const AreaCatalogue& known,
                                                            const Progress& progress) {
    Reader reader(read_whole, known, progress, files.size());
    for (const std::filesystem::path& file : files) {
        if (!reader.read(file)) {
            return std::move(reader).done();
        }
    }
    reader.read_tables();
    return std::move(reader).done();
}

void set_update(ImportFiles& import, bool update) {
    for (ImportRecords& file : import.files) {
        file.update = update;
    }
}

ImportPreview preview_of(const Snapshot& snapshot, const Brought& brought, const Instant& now) {
    ImportPreview preview;
    for (const ImportRecords& file : brought.import.files) {
        preview.sessions += file.sessions.size();
        preview.checkins += file.checkins.size();
        preview.future += count_future(file, now);
    }
    const ImportPlan plan = plan_import(snapshot, brought.import);
    preview.added = plan.added;
    preview.unchanged = plan.unchanged;
    preview.areas = plan.areas;
    preview.tools = plan.tools;
    preview.profile = plan.profile;
    preview.possible = plan.possible;
    for (const ImportedAt& at : plan.others) {
        preview.replaced += at.effect == ImportEffect::replaced ? 1U : 0U;
        preview.kept += at.effect == ImportEffect::kept ? 1U : 0U;
        preview.refused += at.effect == ImportEffect::refused ? 1U : 0U;
        const ImportRecords& file = brought.import.files[at.file];
        preview.others.push_back({place_of(brought, at),
                                  at.session ? file.sessions[at.position].id : file.checkins[at.position].id,
                                  at.effect, at.there});
    }
    return preview;
}

bool begins_a_database(std::string_view bytes) {
    // "The header string" (sqlite.org/fileformat.html, 1.3.1), with the zero byte that ends it.
    constexpr std::string_view header("SQLite format 3\0", 16);
    return bytes.starts_with(header);
}

}  // namespace unknot::storage
