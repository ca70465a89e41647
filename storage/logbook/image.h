#pragma once

#include "app/domain/records.h"

#include <cstdint>
#include <string>

namespace unknot::storage {

/// A record as one line of JSON, the same for the same content: what undo keeps and what the checksum is made
/// of.
[[nodiscard]] std::string image_of(const Session& session);
[[nodiscard]] std::string image_of(const CheckIn& checkin);
[[nodiscard]] std::string image_of(const Profile& profile);
[[nodiscard]] std::string image_of(const Area& own_area);
[[nodiscard]] std::string image_of(const Tool& tool);

/// Reads an image back. Throws nlohmann::json::exception, std::bad_optional_access or DamagedRecord where it
/// is not one, which only a damaged file holds: read_image (record_traits.h) makes one of them.
[[nodiscard]] Session session_from(const std::string& image);
[[nodiscard]] CheckIn checkin_from(const std::string& image);
[[nodiscard]] Profile profile_from(const std::string& image);
[[nodiscard]] Area area_from(const std::string& image);
[[nodiscard]] Tool tool_from(const std::string& image);

}  // namespace unknot::storage
