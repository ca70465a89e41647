#pragma once

#include <utility>
#include <variant>

namespace unknot {

/// Wraps a failure on its way into a Result, so that T and E may be the same type.
template <typename E>
struct Failed {
    E error;
};

template <typename E>
Failed(E) -> Failed<E>;

/// Either a value or the reason why there is none. Used where a failure is ordinary (input, files);
/// accessing the side that is not there is a programming error and throws std::bad_variant_access.
template <typename T, typename E>
class [[nodiscard]] Result {
public:
    Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}
    Result(Failed<E> failed) : held_(std::in_place_index<1>, std::move(failed.error)) {}

    [[nodiscard]] bool ok() const { return held_.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] const T& value() const& { return std::get<0>(held_); }
    [[nodiscard]] T& value() & { return std::get<0>(held_); }
    [[nodiscard]] T&& value() && { return std::get<0>(std::move(held_)); }
    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

    [[nodiscard]] const E& error() const { return std::get<1>(held_); }

private:
    std::variant<T, E> held_;
};

/// The value of a Result whose success carries nothing.
struct Done {};

}  // namespace unknot
