#pragma once

#include "app/domain/result.h"
#include "storage/logbook/row.h"
#include "storage/sqlite/error.h"

#include <filesystem>
#include <utility>

namespace unknot::storage {

/// Does work that throws and returns what it came to: outside this folder there are only results. `file` is
/// what a failure is about where it names no file itself.
template <typename Value, typename Work>
[[nodiscard]] Result<Value, Failure> guarded(const std::filesystem::path& file, Work work) {
    try {
        return work();
    } catch (Failure& failure) {
        if (failure.file.empty()) {
            failure.file = file;
        }
        return Failed{std::move(failure)};
    } catch (const DamagedRecord& record) {
        Failure failure;
        failure.problem = Problem::damaged;
        failure.file = file;
        failure.id = record.id;
        return Failed{std::move(failure)};
    } catch (const DatabaseError& error) {
        return Failed{failure_of(error, file)};
    }
}

}  // namespace unknot::storage
