#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace unknot::tests {

/// A session bus of its own with a stand-in on it for the desktop's dialogs: its portal's FileChooser and
/// Print. While it lives, the environment names this bus.
class FakeDialogs {
public:
    /// What comes of each question.
    enum class Then {
        answer,   ///< with `uri`, or by printing
        cancel,   ///< the user chooses nothing
        fail,     ///< the dialog ends otherwise
        refuse,   ///< the call itself fails
        silence,  ///< the call is never answered
        think,    ///< the user goes on thinking
        vanish,   ///< the portal goes away while the user thinks
    };

    /// `version`: of its interfaces. `uri`: what is chosen; empty: nothing is named though it was answered.
    explicit FakeDialogs(Then then, std::string uri = {}, unsigned version = 4);
    ~FakeDialogs();
    FakeDialogs(const FakeDialogs&) = delete;
    FakeDialogs& operator=(const FakeDialogs&) = delete;

    struct Question {
        std::string method, parent, title;
        std::map<std::string, std::string> options;  ///< as GVariant prints them; of bytes the text
        std::string file;                            ///< what was to be printed
    };
    /// What was asked so far.
    [[nodiscard]] std::vector<Question> asked() const;

    /// True once a dialog was taken away again by who asked for it.
    [[nodiscard]] bool closed() const;

    /// For a program's environment.
    [[nodiscard]] std::string address() const;

    struct Impl;

private:
    std::unique_ptr<Impl> impl_;
};

}  // namespace unknot::tests
