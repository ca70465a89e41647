#pragma once

#include <memory>

namespace unknot::platform {

/// Ends, from any thread, what waits for the desktop on another one. Copies end the same.
class Cancel {
public:
    Cancel();

    void cancel() const;
    [[nodiscard]] bool cancelled() const;

    struct Impl;
    /// For this folder's users of the session bus.
    [[nodiscard]] Impl& impl() const { return *impl_; }

private:
    std::shared_ptr<Impl> impl_;
};

}  // namespace unknot::platform
