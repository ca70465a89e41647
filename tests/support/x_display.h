#pragma once

#include <string>

namespace unknot::tests {

/// A display of X11 that nobody sees (Xvfb). While it lives, the environment names it. Where Xvfb is not
/// installed, the test that asks for it is skipped by name; under CI=true it fails.
class XDisplay {
public:
    XDisplay();
    ~XDisplay();
    XDisplay(const XDisplay&) = delete;
    XDisplay& operator=(const XDisplay&) = delete;

    /// ":99"
    [[nodiscard]] const std::string& name() const { return name_; }

private:
    int server_ = -1;
    std::string name_;
};

}  // namespace unknot::tests
