#include "app/platform/cancel.h"

#include "app/platform/cancel_impl.h"

namespace unknot::platform {

Cancel::Cancel() : impl_(std::make_shared<Impl>()) {}

void Cancel::cancel() const {
    g_cancellable_cancel(impl_->cancellable.get());
}

bool Cancel::cancelled() const {
    return g_cancellable_is_cancelled(impl_->cancellable.get()) != FALSE;
}

}  // namespace unknot::platform
