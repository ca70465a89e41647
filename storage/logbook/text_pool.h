#pragma once

#include "app/domain/shared_text.h"

#include <string_view>
#include <unordered_map>
#include <utility>

namespace unknot::storage {

/// The texts that many of the records being read have in common.
class TextPool {
public:
    /// This text; the same one in memory each time, while the pool lives.
    [[nodiscard]] const SharedText& shared(std::string_view text) {
        const auto known = texts_.find(text);
        return known != texts_.end() ? known->second : add(text);
    }

private:
    const SharedText& add(std::string_view text) {
        SharedText fresh(text);
        const std::string_view kept = fresh.str();
        return texts_.emplace(kept, std::move(fresh)).first->second;
    }

    std::unordered_map<std::string_view, SharedText> texts_;  ///< by what they themselves say
};

}  // namespace unknot::storage
