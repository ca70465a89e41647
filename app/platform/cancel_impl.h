#pragma once

#include "app/platform/cancel.h"
#include "app/platform/session_bus.h"

namespace unknot::platform {

struct Cancel::Impl {
    Object<GCancellable> cancellable{g_cancellable_new()};
};

/// As GIO's functions take it.
[[nodiscard]] inline GCancellable* gio_of(const Cancel& cancel) {
    return cancel.impl().cancellable.get();
}

}  // namespace unknot::platform
