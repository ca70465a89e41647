#include "app/settings/settings.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace unknot::settings {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 3> theme_names{"desktop", "light", "dark"};
constexpr std::int64_t largest_extent = 32767;
constexpr std::size_t longest_path = 4096;
constexpr std::size_t longest_language = 16;

/// Reads fields one by one; what is not acceptable is named and leaves the default.
class Reader {
public:
    Reader(const Json& object, std::vector<std::string>& ignored) : object_(object), ignored_(ignored) {}

    /// Calls `take` with the field's value, which returns false where it is not acceptable.
    template <typename Take>
    void field(const char* name, Take take) {
        const auto found = object_.find(name);
        if (found != object_.end() && !take(*found)) {
            ignored_.emplace_back(name);
        }
    }

    void boolean(const char* name, bool& target) {
        field(name, [&](const Json& value) {
            target = value.is_boolean() ? value.get<bool>() : target;
            return value.is_boolean();
        });
    }

    void path(const char* name, std::filesystem::path& target) {
        field(name, [&](const Json& value) {
            if (!value.is_string()) {
                return false;
            }
            const auto& text = value.get_ref<const std::string&>();
            const bool good = text.empty() || (text.front() == '/' && text.size() <= longest_path &&
                                               text.find('\0') == std::string::npos);
            if (good) {
                target = text;
            }
            return good;
        });
    }

private:
    const Json& object_;
    std::vector<std::string>& ignored_;
};

std::optional<std::int32_t> number_in(const Json& value, std::int64_t least, std::int64_t most) {
    if (!value.is_number_integer() ||
        (value.is_number_unsigned() && value.get<std::uint64_t>() > INT32_MAX)) {
        return std::nullopt;
    }
    const auto number = value.get<std::int64_t>();
    return number < least || number > most ? std::nullopt : std::optional(static_cast<std::int32_t>(number));
}

std::optional<WindowPlace> window_from(const Json& value) {
    if (!value.is_object()) {
        return std::nullopt;
    }
    const auto part = [&](const char* name, std::int64_t least) {
        const auto found = value.find(name);
        return found == value.end() ? std::nullopt : number_in(*found, least, largest_extent);
    };
    const auto x = part("x", -largest_extent);
    const auto y = part("y", -largest_extent);
    const auto width = part("width", 1);
    const auto height = part("height", 1);
    if (!x || !y || !width || !height) {
        return std::nullopt;
    }
    const auto maximized = value.find("maximized");
    return WindowPlace{*x, *y, *width, *height,
                       maximized != value.end() && maximized->is_boolean() && maximized->get<bool>()};
}

bool is_language(const std::string& text) {
    return text.size() <= longest_language && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
           });
}

void read_look(Reader& reader, Settings& settings) {
    reader.field("theme", [&](const Json& value) {
        const auto* const found =
            value.is_string() ? std::find(theme_names.begin(), theme_names.end(), value.get<std::string>())
                              : theme_names.end();
        if (found == theme_names.end()) {
            return false;
        }
        settings.theme = static_cast<Theme>(found - theme_names.begin());
        return true;
    });
    reader.field("text_scale", [&](const Json& value) {
        const double scale = value.is_number() ? value.get<double>() : 0.0;
        const bool good = scale >= smallest_text && scale <= largest_text;
        settings.text_scale = good ? scale : settings.text_scale;
        return good;
    });
    reader.field("language", [&](const Json& value) {
        const bool good = value.is_string() && is_language(value.get<std::string>());
        settings.language = good ? value.get<std::string>() : settings.language;
        return good;
    });
    reader.field("window", [&](const Json& value) {
        settings.window = window_from(value);
        return settings.window.has_value();
    });
}

}  // namespace

ReadSettings parse_settings(std::string_view text) {
    ReadSettings read;
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object()) {
        read.broken = true;
        return read;
    }
    Reader reader(json, read.ignored);
    Settings& settings = read.settings;
    read_look(reader, settings);
    reader.boolean("reminder", settings.reminder);
    reader.field("reminder_minute", [&](const Json& value) {
        const auto minute = number_in(value, 0, 1439);
        settings.reminder_minute = minute.value_or(settings.reminder_minute);
        return minute.has_value();
    });
    reader.boolean("timer_sound", settings.timer_sound);
    reader.path("last_log", settings.last_log);
    reader.path("backups_folder", settings.backups_folder);
    return read;
}

std::string to_json(const Settings& settings) {
    Json json{{"theme", theme_names.at(static_cast<std::size_t>(settings.theme))},
              {"text_scale", settings.text_scale},
              {"language", settings.language},
              {"reminder", settings.reminder},
              {"reminder_minute", settings.reminder_minute},
              {"timer_sound", settings.timer_sound},
              {"last_log", settings.last_log.string()},
              {"backups_folder", settings.backups_folder.string()}};
    if (settings.window) {
        const WindowPlace& window = *settings.window;
        json["window"] = {{"x", window.x},
                          {"y", window.y},
                          {"width", window.width},
                          {"height", window.height},
                          {"maximized", window.maximized}};
    }
    // A path may hold bytes that are no text; they become U+FFFD here and the path is then not found.
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace unknot::settings
