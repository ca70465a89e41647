#pragma once

#include "app/report/pdf/first_page.h"

namespace unknot::report {

/// What follows the first page: every flag, what that page had no room for, every entry, the rules, the
/// sources.
void add_following_pages(Composer& composer, const ReportScene& scene, const LeftForLater& left);

/// The line at the foot of each page: what this is, and which of how many pages.
void add_footers(Composer& composer, const ReportScene& scene);

}  // namespace unknot::report
