#pragma once

namespace unknot::tests {

/// While one of these lives, a system call that SQLite or the logbook makes on files fails: the `nth` (from
/// 1), or all from that one on, with errno `error`. Errors of a full disk (ENOSPC,
/// EDQUOT, EFBIG) come only to calls that need room. One at a time. A lock is never made to fail: that is
/// what "busy" is for.
class FailingIo {
public:
    enum class How { once, from_then_on };
    FailingIo(int nth, int error, How how);
    ~FailingIo();
    FailingIo(const FailingIo&) = delete;
    FailingIo& operator=(const FailingIo&) = delete;

    /// True where a call has failed so far: false at the end of a run means that `nth` is beyond its last
    /// call.
    [[nodiscard]] static bool has_failed();
};

}  // namespace unknot::tests
