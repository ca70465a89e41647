#pragma once

#include "app/platform/picture_clipboard.h"

#include <xcb/xcb.h>

#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace unknot::platform {

/// What xcb hands out and free() takes back.
struct FreeReply {
    void operator()(void* reply) const { std::free(reply); }
};
template <typename T>
using Reply = std::unique_ptr<T, FreeReply>;

/// A connection to the display with a window that nobody sees, which owns the clipboard and answers those who
/// paste. Used by one thread at a time.
class XSelection {
public:
    XSelection(std::vector<ClipboardForm> forms, std::string& problem);
    ~XSelection();
    XSelection(const XSelection&) = delete;
    XSelection& operator=(const XSelection&) = delete;

    /// Takes the clipboard. False where it did not become ours.
    [[nodiscard]] bool take();

    /// Answers what has come in. False once there is nothing more to do: the clipboard is somebody else's and
    /// all that was asked for has been handed over, or the display is gone.
    [[nodiscard]] bool answer_all();

    /// Asks the clipboard manager to keep what is here. False where there is none.
    [[nodiscard]] bool ask_manager();
    /// True once it has taken it, or will not.
    [[nodiscard]] bool manager_is_done() const { return manager_done_; }

    /// Readable when something has come in.
    [[nodiscard]] int descriptor() const { return xcb_get_file_descriptor(x_); }

private:
    /// Bytes on their way to somebody, piece by piece (ICCCM 2.7.2, "INCR Properties").
    struct Transfer {
        xcb_window_t to;
        xcb_atom_t property;
        xcb_atom_t type;
        std::size_t form;
        std::size_t sent = 0;
    };

    [[nodiscard]] xcb_atom_t atom(const std::string& name) const;
    [[nodiscard]] std::optional<xcb_timestamp_t> time_now();
    void handle(const xcb_generic_event_t& event);
    void answer(const xcb_selection_request_event_t& request);
    bool convert(xcb_window_t to, xcb_atom_t target, xcb_atom_t property);
    bool convert_several(xcb_window_t to, xcb_atom_t property);
    void hand_over(xcb_window_t to, xcb_atom_t property, std::size_t form);
    void send_next(const xcb_property_notify_event_t& deleted);

    std::vector<ClipboardForm> forms_;
    std::vector<xcb_atom_t> types_;  ///< of the forms
    std::vector<Transfer> transfers_;
    xcb_connection_t* x_ = nullptr;
    xcb_window_t window_ = 0;
    xcb_timestamp_t since_ = 0;
    bool lost_ = false;
    bool manager_done_ = false;
    xcb_atom_t clipboard_ = 0, targets_ = 0, multiple_ = 0, timestamp_ = 0, pair_ = 0, incr_ = 0,
               manager_ = 0, save_targets_ = 0;
};

}  // namespace unknot::platform
