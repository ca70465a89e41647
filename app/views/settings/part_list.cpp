#include "app/views/kit/parts.h"
#include "app/views/settings/parts.h"

#include <array>

namespace unknot::views {

namespace {

look::IconName part_icon(SettingsPart part) {
    switch (part) {
        case SettingsPart::look: return look::IconName::theme;
        case SettingsPart::reminder: return look::IconName::bell;
        case SettingsPart::log: return look::IconName::disk;
        case SettingsPart::backups: return look::IconName::save;
        case SettingsPart::areas: return look::IconName::body;
        case SettingsPart::tools: return look::IconName::tool;
        case SettingsPart::deleted: return look::IconName::undo;
        case SettingsPart::erase: return look::IconName::delete_;
        case SettingsPart::about: return look::IconName::mark;
    }
    return look::IconName::settings;
}

std::array<kit::Part, settings_part_count> all_parts(const words::Catalogue& words) {
    std::array<kit::Part, settings_part_count> parts;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto part = static_cast<SettingsPart>(i);
        parts.at(i) = {part_title(words, part), part_icon(part)};
    }
    return parts;
}

std::optional<SettingsPart> as_part(const std::optional<std::size_t>& index) {
    return index ? std::optional(static_cast<SettingsPart>(*index)) : std::nullopt;
}

}  // namespace

std::string_view part_title(const words::Catalogue& words, SettingsPart part) {
    switch (part) {
        case SettingsPart::look: return words.text_in("settings", "Look and language");
        case SettingsPart::reminder: return words.text_in("settings", "Reminder");
        case SettingsPart::log: return words.text_in("settings", "Your log");
        case SettingsPart::backups: return words.text_in("settings", "Backups");
        case SettingsPart::areas: return words.text_in("settings", "Your areas");
        case SettingsPart::tools: return words.text_in("settings", "Your tools");
        case SettingsPart::deleted: return words.text_in("settings", "Deleted records");
        case SettingsPart::erase: return words.text_in("settings", "Erase everything");
        case SettingsPart::about: return words.text_in("settings", "About");
    }
    return {};
}

std::optional<SettingsPart> draw_part_list(const kit::Ui& ui, SettingsPart current, kit::Flow& flow) {
    return as_part(kit::part_list(ui, all_parts(ui.words), static_cast<std::size_t>(current), flow));
}

std::optional<SettingsPart> draw_part_choice(const kit::Ui& ui, SettingsPart current, const ImRect& rect) {
    return as_part(kit::part_choice(ui, rect, ui.words.text("Part of the settings"), all_parts(ui.words),
                                    static_cast<std::size_t>(current), part_icon(current)));
}

}  // namespace unknot::views
