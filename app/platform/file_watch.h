#pragma once

#include <filesystem>
#include <functional>
#include <memory>

namespace unknot::platform {

/// Tells when a file is written, made, moved or removed by anybody. Costs nothing while nothing happens: a
/// thread sleeps until the system tells.
class FileWatch {
public:
    /// `changed` is called on the watching thread. Where the folder is not there or cannot be watched,
    /// nothing is told; `watching` says so.
    FileWatch(const std::filesystem::path& file, std::function<void()> changed);
    ~FileWatch();
    FileWatch(const FileWatch&) = delete;
    FileWatch& operator=(const FileWatch&) = delete;

    [[nodiscard]] bool watching() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace unknot::platform
