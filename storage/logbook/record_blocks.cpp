#include "storage/logbook/record_blocks.h"

#include <new>

#include <sys/mman.h>

namespace unknot::storage {

namespace {

constexpr std::size_t large_page = std::size_t{2} * 1024 * 1024;

/// A piece that fills most of a large page is of whole ones; a smaller one stays as it is asked for.
bool is_large(std::size_t bytes) {
    return bytes > large_page / 2;
}

std::align_val_t alignment_of(std::size_t bytes, std::size_t alignment) {
    return std::align_val_t{is_large(bytes) ? large_page : alignment};
}

std::size_t size_of(std::size_t bytes) {
    return is_large(bytes) ? (bytes + large_page - 1) / large_page * large_page : bytes;
}

}  // namespace

void* LargePages::Source::do_allocate(std::size_t bytes, std::size_t alignment) {
    void* const piece = ::operator new(size_of(bytes), alignment_of(bytes, alignment));
    if (is_large(bytes)) {
        (void)::madvise(piece, size_of(bytes), MADV_HUGEPAGE);  // small pages serve too
    }
    return piece;
}

void LargePages::Source::do_deallocate(void* piece, std::size_t bytes, std::size_t alignment) {
    ::operator delete(piece, alignment_of(bytes, alignment));
}

}  // namespace unknot::storage
