#include "storage/logbook/record_blocks.h"

#include <new>

#include <sys/mman.h>

namespace unknot::storage {

namespace {

constexpr std::size_t large_page = std::size_t{2} * 1024 * 1024;

/// A smaller piece stays as it is asked for; a larger one is of whole large pages.
std::align_val_t alignment_of(std::size_t bytes, std::size_t alignment) {
    return std::align_val_t{bytes < large_page ? alignment : large_page};
}

std::size_t size_of(std::size_t bytes) {
    return bytes < large_page ? bytes : (bytes + large_page - 1) / large_page * large_page;
}

}  // namespace

void* LargePages::Source::do_allocate(std::size_t bytes, std::size_t alignment) {
    void* const piece = ::operator new(size_of(bytes), alignment_of(bytes, alignment));
    if (bytes >= large_page) {
        (void)::madvise(piece, size_of(bytes), MADV_HUGEPAGE);  // small pages serve too
    }
    return piece;
}

void LargePages::Source::do_deallocate(void* piece, std::size_t bytes, std::size_t alignment) {
    ::operator delete(piece, alignment_of(bytes, alignment));
}

}  // namespace unknot::storage
