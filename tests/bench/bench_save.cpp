// Saves sessions through the log, as the window does.
//
//   bench_save FILE N    prints the nanoseconds of each
#include "app/domain/commands.h"
#include "app/platform/clock.h"
#include "app/platform/random.h"
#include "app/platform/time_zone.h"
#include "storage/logbook/logbook.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>

using namespace unknot;

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fputs("usage: bench_save FILE N\n", stderr);
        return 2;
    }
    const auto zone = platform::TimeZone::of_environment();
    const storage::Services services{[&] { return platform::now(zone).value(); }, platform::random_bytes,
                                     [] { return std::string("bench"); }};
    storage::OpenOptions options;
    options.file = argv[1];
    options.origin = "bench";
    auto log = storage::Logbook::open(options, services);
    if (!log) {
        std::fputs("the log could not be opened\n", stderr);
        return 1;
    }
    for (int i = 0; i < std::atoi(argv[2]); ++i) {
        Session session;
        session.id = make_record_id(services.now().utc_ms, services.random());
        session.started_at = services.now();
        session.entered_at = session.started_at;
        session.area = "calf";
        session.side = Side::left;
        session.pressure = PressureLevel::moderate;
        session.duration = Duration::of_seconds(240);
        const auto begun = std::chrono::steady_clock::now();
        const auto applied = (*log)->apply(LogSession{session});
        const auto took = std::chrono::nanoseconds(std::chrono::steady_clock::now() - begun);
        if (!applied) {
            std::fputs("a session was not saved\n", stderr);
            return 1;
        }
        std::printf("%lld\n", static_cast<long long>(took.count()));
    }
    return 0;
}
