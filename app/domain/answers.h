#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace unknot {

/// A set of the values of an enumeration whose enumerators count from 0 and are fewer than 32.
/// An empty set means "asked, none". "Not asked" is something else: an empty std::optional of it.
template <typename E>
class AnswerSet {
public:
    constexpr AnswerSet() = default;
    constexpr AnswerSet(std::initializer_list<E> members) {
        for (const E member : members) {
            insert(member);
        }
    }

    constexpr void insert(E member) { bits_ |= bit(member); }
    constexpr void erase(E member) { bits_ &= ~bit(member); }
    [[nodiscard]] constexpr bool contains(E member) const { return (bits_ & bit(member)) != 0; }
    [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
    [[nodiscard]] constexpr AnswerSet intersected(AnswerSet other) const {
        return from_bits(bits_ & other.bits_);
    }
    [[nodiscard]] constexpr AnswerSet united(AnswerSet other) const { return from_bits(bits_ | other.bits_); }
    [[nodiscard]] constexpr std::uint32_t bits() const { return bits_; }
    [[nodiscard]] static constexpr AnswerSet from_bits(std::uint32_t bits) {
        AnswerSet set;
        set.bits_ = bits;
        return set;
    }
    friend constexpr bool operator==(AnswerSet, AnswerSet) = default;

private:
    static constexpr std::uint32_t bit(E member) { return 1U << static_cast<unsigned>(member); }
    std::uint32_t bits_ = 0;
};

/// What was felt while pressing (RULES section 1).
enum class Sensation : std::uint8_t {
    held_breath,
    tensed,
    too_sharp,
    pain_spike,
    numbness,
    new_weakness,
    radiating_pain,  ///< shooting down the limb, not the ordinary ache that travels while pressing
};

/// The one question before pressing.
enum class Screening : std::uint8_t { fresh_injury, open_skin, swelling_warmth };

/// The warning signs asked with a check-in.
enum class Symptom : std::uint8_t {
    numbness,
    new_weakness,
    radiating_pain,
    swelling,
    warmth,
    rapidly_worse,
    fever,
    unwell,
};

/// The health questions of the profile.
enum class Condition : std::uint8_t {
    blood_clot_history,
    fracture_history,
    blood_thinners,
    clotting_condition
};

using Sensations = AnswerSet<Sensation>;
using Screenings = AnswerSet<Screening>;
using Symptoms = AnswerSet<Symptom>;
using Conditions = AnswerSet<Condition>;

/// The name that files and the command line use for each value, in the order of the enumeration.
constexpr std::array<std::string_view, 7> sensation_names{
    "held_breath", "tensed", "too_sharp", "pain_spike", "numbness", "new_weakness", "radiating_pain"};
constexpr std::array<std::string_view, 3> screening_names{"fresh_injury", "open_skin", "swelling_warmth"};
constexpr std::array<std::string_view, 8> symptom_names{
    "numbness", "new_weakness", "radiating_pain", "swelling", "warmth", "rapidly_worse", "fever", "unwell"};
constexpr std::array<std::string_view, 4> condition_names{"blood_clot_history", "fracture_history",
                                                          "blood_thinners", "clotting_condition"};

[[nodiscard]] constexpr std::string_view name_of(Sensation s) {
    return sensation_names[static_cast<std::size_t>(s)];
}
[[nodiscard]] constexpr std::string_view name_of(Screening s) {
    return screening_names[static_cast<std::size_t>(s)];
}
[[nodiscard]] constexpr std::string_view name_of(Symptom s) {
    return symptom_names[static_cast<std::size_t>(s)];
}
[[nodiscard]] constexpr std::string_view name_of(Condition c) {
    return condition_names[static_cast<std::size_t>(c)];
}

/// The value of that name in one of the tables above, nothing for any other text.
template <typename E, std::size_t count>
[[nodiscard]] constexpr std::optional<E> answer_named(const std::array<std::string_view, count>& names,
                                                      std::string_view name) {
    for (std::size_t i = 0; i < count; ++i) {
        if (names[i] == name) {
            return static_cast<E>(i);
        }
    }
    return std::nullopt;
}

}  // namespace unknot
