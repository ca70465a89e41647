#include "app/reminder/schedule.h"

#include <fmt/format.h>

#include <algorithm>

namespace unknot::reminder {

namespace {

/// A word of a command line as systemd reads it: quoted, with its own signs doubled (systemd.service(5),
/// "Command lines"; systemd.unit(5), "Specifiers").
std::string systemd_word(const std::string& word) {
    std::string quoted = "\"";
    for (const char c : word) {
        if (c == '"' || c == '\\') {
            quoted += '\\';
        } else if (c == '%' || c == '$') {
            quoted += c;
        }
        quoted += c;
    }
    return quoted + '"';
}

/// A word of Exec= (Desktop Entry Specification, "The Exec key"): quoted, and then escaped once more as every
/// string of such a file is.
std::string exec_word(const std::string& word) {
    std::string quoted = "\"";
    for (const char c : word) {
        if (c == '\\') {
            quoted += R"(\\\\)";
        } else if (c == '"' || c == '`' || c == '$') {
            quoted += std::string(R"(\\)") + c;
        } else {
            quoted += c == '%' ? std::string("%%") : std::string(1, c);
        }
    }
    return quoted + '"';
}

template <typename Quote>
std::string joined(const std::vector<std::string>& command, Quote quote) {
    std::string line;
    for (const std::string& word : command) {
        line += (line.empty() ? "" : " ") + quote(word);
    }
    return line;
}

}  // namespace

std::string service_text(const std::vector<std::string>& command) {
    // The window that a press opens lives on when the reminder has ended.
    return fmt::format(
        "[Unit]\nDescription=Unknot says once that a check-in is due\n\n"
        "[Service]\nType=exec\nExecStart={}\nKillMode=process\n",
        joined(command, systemd_word));
}

std::string timer_text(std::int32_t minute) {
    // Persistent: a machine that was off at that time reminds when it is on again.
    return fmt::format(
        "[Unit]\nDescription=Unknot looks each day whether a check-in is due\n\n"
        "[Timer]\nOnCalendar=*-*-* {}:00\nAccuracySec=1s\nPersistent=true\n\n"
        "[Install]\nWantedBy=timers.target\n",
        clock_text(minute));
}

std::string autostart_text(const std::vector<std::string>& command) {
    return fmt::format(
        "[Desktop Entry]\nType=Application\nName=Unknot reminder\nExec={}\nIcon=unknot\n"
        "Terminal=false\nNoDisplay=true\n",
        joined(command, exec_word));
}

std::string clock_text(std::int32_t minute) {
    return fmt::format("{:02}:{:02}", minute / 60, minute % 60);
}

std::optional<std::int32_t> minute_of(std::string_view clock) {
    const std::size_t colon = clock.find(':');
    const auto is_digits = [](std::string_view text) {
        return !text.empty() && text.size() <= 2 &&
               std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    if (colon == std::string_view::npos || !is_digits(clock.substr(0, colon)) || clock.size() != colon + 3 ||
        !is_digits(clock.substr(colon + 1))) {
        return std::nullopt;
    }
    const int hour = std::stoi(std::string(clock.substr(0, colon)));
    const int minute = std::stoi(std::string(clock.substr(colon + 1)));
    return hour < 24 && minute < 60 ? std::optional<std::int32_t>(hour * 60 + minute) : std::nullopt;
}

}  // namespace unknot::reminder
