#include "app/shell/sample_log.h"

#include "app/sample/sample.h"

namespace unknot::shell {

namespace {

constexpr std::uint64_t seed = 1;
constexpr std::size_t records_at_once = 20'000;

}  // namespace

Result<std::unique_ptr<storage::Logbook>, Failure> make_sample_log(const std::filesystem::path& file,
                                                                   const storage::Services& services,
                                                                   const words::Catalogue& words) {
    std::error_code unknown;  // what cannot be removed is for the opening to report: the file must be new
    std::filesystem::remove(file, unknown);
    storage::OpenOptions options;
    options.file = file;
    options.must_be_new = true;
    options.origin = "sample";
    auto opened = storage::Logbook::open(options, services);
    if (!opened) {
        return Failed{opened.error()};
    }
    sample::Generator generator(*sample::extent_named("year"), seed, services.now(), words);
    std::vector<Area> areas = generator.own_areas();
    for (sample::Batch batch = generator.next(records_at_once); batch.size() > 0;
         batch = generator.next(records_at_once)) {
        ImportRecords records;
        records.areas = std::exchange(areas, {});
        records.sessions = std::move(batch.sessions);
        records.checkins = std::move(batch.checkins);
        if (const auto applied = (*opened)->apply(records); !applied) {
            return Failed{applied.error()};
        }
    }
    return std::move(*opened);
}

}  // namespace unknot::shell
