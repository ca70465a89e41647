#pragma once

#include "app/report/sink.h"

#include <string>

namespace unknot::report {

/// A file in memory for libraries that write only to a path: nothing of a log touches a disk on the way.
class MemoryFile {
public:
    /// Throws NotMade where the system gives none.
    MemoryFile();
    ~MemoryFile();
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    /// What to hand to the library; good while this lives.
    [[nodiscard]] const std::string& path() const { return path_; }
    /// Hands on all that was written. Throws NotMade where it cannot be read.
    void read(const Sink& sink) const;

private:
    int descriptor_;
    std::string path_;
};

}  // namespace unknot::report
