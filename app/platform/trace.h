#pragma once

#include "app/domain/result.h"

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>

namespace unknot::platform {

/// Writes what the program spent its time on, as trace viewers read it: the JSON array form of the Trace
/// Event Format, times in microseconds of the steady clock. An event is in the file as soon as it ended, so
/// that a program that is killed leaves what it did; the format does not ask for the closing bracket. On any
/// thread, whose number is in each event.
class Trace {
public:
    /// Makes the file, private (0600), which must not be there; or writes into a named pipe that is. Fails
    /// with the system's words.
    [[nodiscard]] static Result<std::unique_ptr<Trace>, std::string> open(const std::filesystem::path& file);
    ~Trace();
    Trace(const Trace&) = delete;
    Trace& operator=(const Trace&) = delete;

    /// Something that happened now. `name`: plain ASCII letters, digits and blanks, as no viewer needs
    /// escapes for.
    void moment(const char* name);

    /// Something that lasted from `begun_us` until now.
    void stretch(const char* name, std::int64_t begun_us);

    /// Microseconds of the steady clock.
    [[nodiscard]] static std::int64_t now_us();

private:
    explicit Trace(std::FILE* file) : file_(file) {}

    std::FILE* file_;
};

/// Traces its own lifetime; does nothing where there is no trace.
class Span {
public:
    /// `name` must outlive the span: a literal.
    Span(Trace* trace, const char* name)
        : trace_(trace), name_(name), begun_us_(trace == nullptr ? 0 : Trace::now_us()) {}
    ~Span() {
        if (trace_ != nullptr) {
            trace_->stretch(name_, begun_us_);
        }
    }
    Span(const Span&) = delete;
    Span& operator=(const Span&) = delete;

private:
    Trace* trace_;
    const char* name_;
    std::int64_t begun_us_;
};

/// What `work` returns, traced.
template <typename Work>
[[nodiscard]] auto traced(Trace* trace, const char* name, Work work) {
    const Span span(trace, name);
    return work();
}

}  // namespace unknot::platform
