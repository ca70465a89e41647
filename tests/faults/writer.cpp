// One process that keeps a log open, as the window does, and saves into it without a pause:
//
//   unknot_writer FILE NAME COUNT    COUNT sessions with the notes NAME-1, NAME-2, …; ends at the first that
//   fails
//
// Run by faults.py beside the command line: a process for each save would spend its time on starting.
#include "storage/logbook/logbook.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>

namespace {

unknot::storage::Services services() {
    return {[] { return *unknot::parse_iso_instant("2026-03-07T20:00:00+01:00"); },
            [] {
                std::random_device dice;
                std::array<std::uint8_t, 10> bytes{};
                std::generate(bytes.begin(), bytes.end(), [&] { return static_cast<std::uint8_t>(dice()); });
                return bytes;
            },
            [] { return std::string("writer"); }};
}

bool save(unknot::storage::Logbook& log, const std::string& note) {
    unknot::Session session;
    session.id = log.new_id();
    session.started_at = services().now();
    session.area = "calf";
    session.side = unknot::Side::left;
    session.pressure = unknot::PressureLevel::moderate;
    session.note = note;
    session.entered_at = session.started_at;
    const auto applied = log.apply(unknot::LogSession{session});
    if (!applied) {
        std::fprintf(stderr, "%s was not saved: problem %d, %s\n", note.c_str(),
                     static_cast<int>(applied.error().problem), applied.error().system.c_str());
    }
    return applied.ok();
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        return 2;
    }
    unknot::storage::OpenOptions options;
    options.file = argv[1];
    options.origin = std::string("window ") + argv[2];
    const auto log = unknot::storage::Logbook::open(options, services());
    if (!log) {
        std::fprintf(stderr, "the log was not opened: problem %d\n", static_cast<int>(log.error().problem));
        return 1;
    }
    for (int i = 1; i <= std::atoi(argv[3]); ++i) {
        if (!save(**log, argv[2] + std::string("-") + std::to_string(i))) {
            return 1;
        }
    }
    return 0;
}
