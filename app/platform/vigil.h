#pragma once

#include "app/domain/result.h"

#include <cstdint>
#include <memory>
#include <string>

namespace unknot::platform {

/// Why a vigil's waiting ended.
enum class Woken {
    time,           ///< it is the moment that was waited for, or later
    clock_changed,  ///< somebody set the clock: the moment is to be worked out anew
    session_ended,  ///< the session bus has gone
};

/// Waits for moments of the wall clock as long as the user's session lasts. One of a name at a time in a
/// session.
class Vigil {
public:
    /// Nothing in the result where one of this name waits already. Fails with the system's words where there
    /// is no session bus.
    [[nodiscard]] static Result<std::unique_ptr<Vigil>, std::string> begin(const std::string& bus_name);
    ~Vigil();
    Vigil(const Vigil&) = delete;
    Vigil& operator=(const Vigil&) = delete;

    /// Waits; the machine may sleep meanwhile, and where it slept past the moment this returns when it wakes.
    [[nodiscard]] Woken until(std::int64_t utc_ms);

private:
    struct Impl;
    explicit Vigil(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

/// True where the user's session has a bus.
[[nodiscard]] bool session_bus_is_there();

/// Ends the process that keeps the vigil of this name in the user's session; nobody doing so is no failure.
/// Fails with the system's words.
[[nodiscard]] Result<Done, std::string> end_vigil(const std::string& bus_name);

/// True where somebody keeps it.
[[nodiscard]] bool vigil_is_kept(const std::string& bus_name);

}  // namespace unknot::platform
