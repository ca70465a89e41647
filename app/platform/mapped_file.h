#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>

namespace unknot::platform {

/// A file's bytes as memory that the system reads in when they are looked at; never written to.
class MappedFile {
public:
    /// Nothing where the file cannot be opened or is empty.
    [[nodiscard]] static std::optional<MappedFile> open(const std::filesystem::path& file);
    ~MappedFile();
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    [[nodiscard]] void* data() const { return data_; }
    [[nodiscard]] std::size_t size() const { return size_; }

private:
    MappedFile(void* data, std::size_t size) : data_(data), size_(size) {}

    void* data_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace unknot::platform
