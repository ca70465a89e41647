#pragma once

namespace unknot::platform {

/// From now on Ctrl+C ends the program at once with exit status 130, and a file-size limit or a closed pipe
/// comes back as an error of the call. Ending at once is safe: a transaction that had not committed is rolled
/// back when the log is next opened, and a file gets its name only when it is whole.
void handle_signals();

/// What the program was asked is done and said: from now on Ctrl+C cannot make it end with 130, as if it were
/// not.
void let_interrupts_pass();

/// Holds Ctrl+C back while it lives, for work in steps that removes what it had begun: such work asks `came`
/// between its steps and ends by itself. A Ctrl+C that was held back takes effect when this ends. For one
/// thread: the one that makes it.
class HeldInterrupt {
public:
    HeldInterrupt();
    ~HeldInterrupt();
    HeldInterrupt(const HeldInterrupt&) = delete;
    HeldInterrupt& operator=(const HeldInterrupt&) = delete;

    /// True where Ctrl+C was pressed meanwhile.
    [[nodiscard]] static bool came();
    /// The Ctrl+C that was held back is answered: the work has ended because of it, and the program ends by
    /// itself.
    static void forget();
};

}  // namespace unknot::platform
