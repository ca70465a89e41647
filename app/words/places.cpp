#include "app/words/phrases.h"

#include <array>

namespace unknot::words {

namespace {

/// How people name one area: alone, and with each of its sides. Empty where the area lacks the side.
struct PlaceNames {
    std::string_view id;
    std::string_view alone;
    std::string_view left;
    std::string_view right;
    std::string_view center;
    std::string_view both;
};

/// The phrases are whole so that each language can say them its own way; the texts must stay literal for
/// xgettext, which finds them by the N_ in front.
constexpr std::string_view N_(std::string_view text) {
    return text;
}

constexpr std::array<PlaceNames, 32> place_names{{
    {"temple", N_("Temple"), N_("Left temple"), N_("Right temple"), {}, N_("Both temples")},
    {"jaw", N_("Jaw"), N_("Left jaw"), N_("Right jaw"), {}, N_("Both sides of the jaw")},
    {"base_of_skull", N_("Base of the skull"), N_("Left base of the skull"), N_("Right base of the skull"),
     N_("Middle of the base of the skull"), N_("Both sides of the base of the skull")},
    {"neck_back", N_("Back of the neck"), N_("Left back of the neck"), N_("Right back of the neck"),
     N_("Middle of the back of the neck"), N_("Both sides of the back of the neck")},
    {"neck_side",
     N_("Side of the neck"),
     N_("Left side of the neck"),
     N_("Right side of the neck"),
     {},
     N_("Both sides of the neck")},
    {"upper_trapezius",
     N_("Top of the shoulder"),
     N_("Left top of the shoulder"),
     N_("Right top of the shoulder"),
     {},
     N_("Tops of both shoulders")},
    {"levator_scapulae",
     N_("Inner corner of the shoulder blade"),
     N_("Left inner corner of the shoulder blade"),
     N_("Right inner corner of the shoulder blade"),
     {},
     N_("Inner corners of both shoulder blades")},
    {"rhomboids",
     N_("Between spine and shoulder blade"),
     N_("Between spine and left shoulder blade"),
     N_("Between spine and right shoulder blade"),
     {},
     N_("Between spine and both shoulder blades")},
    {"shoulder_blade",
     N_("On the shoulder blade"),
     N_("On the left shoulder blade"),
     N_("On the right shoulder blade"),
     {},
     N_("On both shoulder blades")},
    {"shoulder_front",
     N_("Front of the shoulder"),
     N_("Left front of the shoulder"),
     N_("Right front of the shoulder"),
     {},
     N_("Fronts of both shoulders")},
    {"shoulder_side",
     N_("Cap of the shoulder"),
     N_("Left cap of the shoulder"),
     N_("Right cap of the shoulder"),
     {},
     N_("Caps of both shoulders")},
    {"chest",
     N_("Chest"),
     N_("Left side of the chest"),
     N_("Right side of the chest"),
     {},
     N_("Both sides of the chest")},
    {"mid_back", N_("Middle of the back"), N_("Left middle of the back"), N_("Right middle of the back"),
     N_("Middle of the back, on the spine line"), N_("Middle of the back, both sides")},
    {"lats",
     N_("Side of the back"),
     N_("Left side of the back"),
     N_("Right side of the back"),
     {},
     N_("Both sides of the back")},
    {"low_back", N_("Low back"), N_("Left low back"), N_("Right low back"), N_("Middle of the low back"),
     N_("Both sides of the low back, beside the spine")},
    {"flank",
     N_("Side of the low back"),
     N_("Left side of the low back"),
     N_("Right side of the low back"),
     {},
     N_("Both sides of the low back")},
    {"upper_arm_front",
     N_("Front of the upper arm"),
     N_("Left front of the upper arm"),
     N_("Right front of the upper arm"),
     {},
     N_("Fronts of both upper arms")},
    {"upper_arm_back",
     N_("Back of the upper arm"),
     N_("Left back of the upper arm"),
     N_("Right back of the upper arm"),
     {},
     N_("Backs of both upper arms")},
    {"forearm_inner",
     N_("Inner forearm"),
     N_("Left inner forearm"),
     N_("Right inner forearm"),
     {},
     N_("Both inner forearms")},
    {"forearm_outer",
     N_("Outer forearm"),
     N_("Left outer forearm"),
     N_("Right outer forearm"),
     {},
     N_("Both outer forearms")},
    {"hand", N_("Hand"), N_("Left hand"), N_("Right hand"), {}, N_("Both hands")},
    {"buttock", N_("Buttock"), N_("Left buttock"), N_("Right buttock"), {}, N_("Both buttocks")},
    {"hip_side",
     N_("Side of the hip"),
     N_("Left side of the hip"),
     N_("Right side of the hip"),
     {},
     N_("Sides of both hips")},
    {"hip_front",
     N_("Front of the hip"),
     N_("Left front of the hip"),
     N_("Right front of the hip"),
     {},
     N_("Fronts of both hips")},
    {"thigh_front",
     N_("Front of the thigh"),
     N_("Left front of the thigh"),
     N_("Right front of the thigh"),
     {},
     N_("Fronts of both thighs")},
    {"thigh_inner",
     N_("Inner thigh"),
     N_("Left inner thigh"),
     N_("Right inner thigh"),
     {},
     N_("Both inner thighs")},
    {"thigh_outer",
     N_("Outer thigh"),
     N_("Left outer thigh"),
     N_("Right outer thigh"),
     {},
     N_("Both outer thighs")},
    {"thigh_back",
     N_("Back of the thigh"),
     N_("Left back of the thigh"),
     N_("Right back of the thigh"),
     {},
     N_("Backs of both thighs")},
    {"calf", N_("Calf"), N_("Left calf"), N_("Right calf"), {}, N_("Both calves")},
    {"shin", N_("Shin"), N_("Left shin"), N_("Right shin"), {}, N_("Both shins")},
    {"ankle_back",
     N_("Back of the ankle"),
     N_("Left back of the ankle"),
     N_("Right back of the ankle"),
     {},
     N_("Backs of both ankles")},
    {"foot_sole",
     N_("Sole of the foot"),
     N_("Left sole of the foot"),
     N_("Right sole of the foot"),
     {},
     N_("Soles of both feet")},
}};

const PlaceNames* built_in(std::string_view id) {
    for (const PlaceNames& names : place_names) {
        if (names.id == id) {
            return &names;
        }
    }
    return nullptr;
}

std::string_view phrase(const PlaceNames& names, Side side) {
    switch (side) {
        case Side::left: return names.left;
        case Side::right: return names.right;
        case Side::center: return names.center;
        case Side::both: return names.both;
    }
    return names.alone;
}

std::string own_place(const Catalogue& words, const Area& area, Side side) {
    if (side == Side::center && !area.sides.left && !area.sides.right) {
        return area.name;  // it has one place only: saying "middle" would tell nothing
    }
    switch (side) {
        case Side::left: return words.say("Left: {0}", area.name);
        case Side::right: return words.say("Right: {0}", area.name);
        case Side::center: return words.say("Middle: {0}", area.name);
        case Side::both: return words.say("Both sides: {0}", area.name);
    }
    return area.name;
}

}  // namespace

std::string place(const Catalogue& words, const AreaCatalogue& areas, std::string_view area, Side side) {
    if (const PlaceNames* names = built_in(area); names != nullptr && !phrase(*names, side).empty()) {
        return std::string(words.text(phrase(*names, side)));
    }
    if (const Area* found = areas.find(area); found != nullptr && found->own) {
        return own_place(words, *found, side);
    }
    return std::string(area);
}

std::string area_name(const Catalogue& words, const AreaCatalogue& areas, std::string_view area) {
    if (const PlaceNames* names = built_in(area); names != nullptr) {
        return std::string(words.text(names->alone));
    }
    const Area* found = areas.find(area);
    return found != nullptr ? found->name : std::string(area);
}

std::string_view muscle_word(const Catalogue& words, const Area& area) {
    return area.muscle.empty() ? std::string_view() : words.text_in("muscle", area.muscle);
}

std::string_view region_word(const Catalogue& words, const Area& area) {
    return area.region.empty() ? std::string_view() : words.text_in("region of the body", area.region);
}

std::string_view side_word(const Catalogue& words, Side side) {
    switch (side) {
        case Side::left: return words.text_in("side", "left");
        case Side::right: return words.text_in("side", "right");
        case Side::center: return words.text_in("side", "middle");
        case Side::both: return words.text_in("side", "both");
    }
    return {};
}

}  // namespace unknot::words
