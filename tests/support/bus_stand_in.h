#pragma once

#include <gio/gio.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace unknot::tests {

/// A session bus of its own with a stand-in for one of the desktop's services on it, which answers on a
/// thread of its own. While it lives, the environment names this bus.
class BusStandIn {
public:
    struct Service {
        const char* name;         ///< on the bus
        const char* object;       ///< its path
        const char* description;  ///< its interfaces, as introspection XML
        /// Answers a call of any method; called on the stand-in's thread.
        std::function<void(GVariant* arguments, GDBusMethodInvocation* call)> answer;
        std::uint32_t version = 0;  ///< what every property of them says
    };

    /// Returns when it can be called. Throws std::runtime_error where it could not be begun.
    explicit BusStandIn(Service service);
    ~BusStandIn();
    BusStandIn(const BusStandIn&) = delete;
    BusStandIn& operator=(const BusStandIn&) = delete;

    /// Tells everybody who listens.
    void emit(const char* interface, const char* signal, GVariant* arguments) const;

    /// For a program's environment.
    [[nodiscard]] std::string address() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace unknot::tests
