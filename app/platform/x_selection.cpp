#include "app/platform/x_selection.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace unknot::platform {

namespace {

/// A property larger than that is sent piece by piece: a display need not take more in one request (X11
/// protocol, "maximum-request-length", without BIG-REQUESTS).
constexpr std::size_t largest_piece = std::size_t{128} * 1024;

constexpr std::uint8_t sent_by_client = 0x80;  // of an event's type

// How wide the numbers of a property are.
constexpr std::uint8_t bits_of_number = 32;
constexpr std::uint8_t bits_of_byte = 8;

}  // namespace

XSelection::XSelection(std::vector<ClipboardForm> forms, std::string& problem) : forms_(std::move(forms)) {
    int screen_number = 0;
    x_ = xcb_connect(nullptr, &screen_number);
    if (xcb_connection_has_error(x_) != 0) {
        problem = "there is no X11 display";
        return;
    }
    xcb_screen_iterator_t screens = xcb_setup_roots_iterator(xcb_get_setup(x_));
    for (; screen_number > 0; --screen_number) {
        xcb_screen_next(&screens);
    }
    window_ = xcb_generate_id(x_);
    const std::uint32_t events = XCB_EVENT_MASK_PROPERTY_CHANGE;
    xcb_create_window(x_, XCB_COPY_FROM_PARENT, window_, screens.data->root, 0, 0, 1, 1, 0,
                      XCB_WINDOW_CLASS_INPUT_OUTPUT, XCB_COPY_FROM_PARENT, XCB_CW_EVENT_MASK, &events);
    clipboard_ = atom("CLIPBOARD");
    targets_ = atom("TARGETS");
    multiple_ = atom("MULTIPLE");
    timestamp_ = atom("TIMESTAMP");
    pair_ = atom("ATOM_PAIR");
    incr_ = atom("INCR");
    manager_ = atom("CLIPBOARD_MANAGER");
    save_targets_ = atom("SAVE_TARGETS");
    for (const ClipboardForm& form : forms_) {
        types_.push_back(atom(form.type));
    }
}

XSelection::~XSelection() {
    xcb_disconnect(x_);
}

xcb_atom_t XSelection::atom(const std::string& name) const {
    const auto cookie = xcb_intern_atom(x_, 0, static_cast<std::uint16_t>(name.size()), name.c_str());
    const Reply<xcb_intern_atom_reply_t> reply(xcb_intern_atom_reply(x_, cookie, nullptr));
    return reply ? reply->atom : xcb_atom_t{XCB_ATOM_NONE};
}

/// The display's clock, by the event of a property that changes (ICCCM 2.1 forbids CurrentTime).
std::optional<xcb_timestamp_t> XSelection::time_now() {
    xcb_change_property(x_, XCB_PROP_MODE_APPEND, window_, timestamp_, XCB_ATOM_INTEGER, bits_of_number, 0,
                        nullptr);
    xcb_flush(x_);
    while (const Reply<xcb_generic_event_t> event{xcb_wait_for_event(x_)}) {
        if ((event->response_type & ~sent_by_client) == XCB_PROPERTY_NOTIFY) {
            return reinterpret_cast<const xcb_property_notify_event_t*>(event.get())->time;
        }
    }
    return std::nullopt;
}

bool XSelection::take() {
    const auto now = time_now();
    if (!now) {
        return false;
    }
    since_ = *now;
    xcb_set_selection_owner(x_, window_, clipboard_, since_);
    const Reply<xcb_get_selection_owner_reply_t> owner(
        xcb_get_selection_owner_reply(x_, xcb_get_selection_owner(x_, clipboard_), nullptr));
    return owner && owner->owner == window_;
}

bool XSelection::answer_all() {
    while (const Reply<xcb_generic_event_t> event{xcb_poll_for_event(x_)}) {
        handle(*event);
    }
    xcb_flush(x_);
    return xcb_connection_has_error(x_) == 0 && !(lost_ && transfers_.empty());
}

void XSelection::handle(const xcb_generic_event_t& event) {
    switch (event.response_type & ~sent_by_client) {
        case XCB_SELECTION_REQUEST:
            answer(reinterpret_cast<const xcb_selection_request_event_t&>(event));
            break;
        case XCB_SELECTION_CLEAR:
            lost_ =
                lost_ || reinterpret_cast<const xcb_selection_clear_event_t&>(event).selection == clipboard_;
            break;
        case XCB_SELECTION_NOTIFY:
            manager_done_ =
                manager_done_ ||
                reinterpret_cast<const xcb_selection_notify_event_t&>(event).selection == manager_;
            break;
        case XCB_PROPERTY_NOTIFY:
            send_next(reinterpret_cast<const xcb_property_notify_event_t&>(event));
            break;
        default: break;
    }
}

void XSelection::answer(const xcb_selection_request_event_t& request) {
    xcb_selection_notify_event_t notify{};
    notify.response_type = XCB_SELECTION_NOTIFY;
    notify.time = request.time;
    notify.requestor = request.requestor;
    notify.selection = request.selection;
    notify.target = request.target;
    // Clients from before ICCCM name none (2.2).
    const xcb_atom_t property = request.property == XCB_ATOM_NONE ? request.target : request.property;
    const bool in_time = request.time == XCB_CURRENT_TIME || request.time >= since_;
    const bool done = request.selection == clipboard_ && in_time && !lost_ &&
                      (request.target == multiple_
                           ? request.property != XCB_ATOM_NONE && convert_several(request.requestor, property)
                           : convert(request.requestor, request.target, property));
    notify.property = done ? property : xcb_atom_t{XCB_ATOM_NONE};
    // The protocol sends 32 bytes, of which this event uses the first.
    std::array<char, 32> bytes{};
    std::copy_n(reinterpret_cast<const char*>(&notify), sizeof notify, bytes.begin());
    xcb_send_event(x_, 0, request.requestor, XCB_EVENT_MASK_NO_EVENT, bytes.data());
}

bool XSelection::convert(xcb_window_t to, xcb_atom_t target, xcb_atom_t property) {
    const auto put_numbers = [&](xcb_atom_t type, const std::vector<std::uint32_t>& numbers) {
        xcb_change_property(x_, XCB_PROP_MODE_REPLACE, to, property, type, bits_of_number,
                            static_cast<std::uint32_t>(numbers.size()), numbers.data());
        return true;
    };
    if (target == targets_) {
        std::vector<std::uint32_t> all{targets_, timestamp_, multiple_};
        all.insert(all.end(), types_.begin(), types_.end());
        return put_numbers(XCB_ATOM_ATOM, all);
    }
    if (target == timestamp_) {
        return put_numbers(XCB_ATOM_INTEGER, {since_});
    }
    const auto found = std::find(types_.begin(), types_.end(), target);
    if (found == types_.end()) {
        return false;
    }
    hand_over(to, property, static_cast<std::size_t>(found - types_.begin()));
    return true;
}

/// Pairs of target and property; what cannot be converted is said by an empty property (ICCCM 2.6.2).
bool XSelection::convert_several(xcb_window_t to, xcb_atom_t property) {
    constexpr std::uint32_t most = 256;
    const auto cookie = xcb_get_property(x_, 0, to, property, pair_, 0, most);
    const Reply<xcb_get_property_reply_t> reply(xcb_get_property_reply(x_, cookie, nullptr));
    if (!reply || reply->type != pair_ || reply->format != bits_of_number) {
        return false;
    }
    const auto* first = static_cast<const xcb_atom_t*>(xcb_get_property_value(reply.get()));
    std::vector<xcb_atom_t> pairs(first, first + reply->value_len);
    for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) {
        if (pairs[i] == multiple_ || !convert(to, pairs[i], pairs[i + 1])) {
            pairs[i + 1] = XCB_ATOM_NONE;
        }
    }
    xcb_change_property(x_, XCB_PROP_MODE_REPLACE, to, property, pair_, bits_of_number,
                        static_cast<std::uint32_t>(pairs.size()), pairs.data());
    return true;
}

void XSelection::hand_over(xcb_window_t to, xcb_atom_t property, std::size_t form) {
    const std::string& bytes = forms_[form].bytes;
    if (bytes.size() <= largest_piece) {
        xcb_change_property(x_, XCB_PROP_MODE_REPLACE, to, property, types_[form], bits_of_byte,
                            static_cast<std::uint32_t>(bytes.size()), bytes.data());
        return;
    }
    // From now on the display tells when the other side has taken a piece away.
    const std::uint32_t events = XCB_EVENT_MASK_PROPERTY_CHANGE;
    xcb_change_window_attributes(x_, to, XCB_CW_EVENT_MASK, &events);
    const auto at_least = static_cast<std::uint32_t>(bytes.size());
    xcb_change_property(x_, XCB_PROP_MODE_REPLACE, to, property, incr_, bits_of_number, 1, &at_least);
    transfers_.push_back({to, property, types_[form], form});
}

void XSelection::send_next(const xcb_property_notify_event_t& deleted) {
    const auto found = std::find_if(transfers_.begin(), transfers_.end(), [&](const Transfer& transfer) {
        return transfer.to == deleted.window && transfer.property == deleted.atom;
    });
    if (deleted.state != XCB_PROPERTY_DELETE || found == transfers_.end()) {
        return;
    }
    const std::string& bytes = forms_[found->form].bytes;
    const std::size_t count = std::min(largest_piece, bytes.size() - found->sent);
    xcb_change_property(x_, XCB_PROP_MODE_REPLACE, found->to, found->property, found->type, bits_of_byte,
                        static_cast<std::uint32_t>(count), bytes.data() + found->sent);
    found->sent += count;
    if (count == 0) {  // an empty piece says that this was all
        transfers_.erase(found);
    }
}

bool XSelection::ask_manager() {
    const Reply<xcb_get_selection_owner_reply_t> owner(
        xcb_get_selection_owner_reply(x_, xcb_get_selection_owner(x_, manager_), nullptr));
    if (lost_ || !owner || owner->owner == XCB_WINDOW_NONE) {
        return false;
    }
    // freedesktop.org, "Clipboard Manager Specification".
    xcb_convert_selection(x_, window_, manager_, save_targets_, save_targets_, since_);
    xcb_flush(x_);
    return true;
}

}  // namespace unknot::platform
