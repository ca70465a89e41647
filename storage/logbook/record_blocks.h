#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <memory_resource>
#include <utility>
#include <vector>

namespace unknot::storage {

/// Memory for what is read at once and lives long. Given back as a whole, with this.
class LargePages {
public:
    /// For many records, all of it is in pieces of the size of the processor's large pages: a long log takes
    /// a thousandth of the page faults. For few, small pieces come first: they take no more than they need.
    explicit LargePages(bool many) : pieces_(many ? large_piece : small_piece, &source_) {}
    [[nodiscard]] std::pmr::memory_resource* resource() { return &pieces_; }

private:
    /// Where the pieces come from.
    class Source : public std::pmr::memory_resource {
        void* do_allocate(std::size_t bytes, std::size_t alignment) override;
        void do_deallocate(void* piece, std::size_t bytes, std::size_t alignment) override;
        [[nodiscard]] bool do_is_equal(const std::pmr::memory_resource& other) const noexcept override {
            return this == &other;
        }
    };
    static constexpr std::size_t small_piece = std::size_t{64} * 1024;
    /// A large page, with what the resource notes at the end of each piece.
    static constexpr std::size_t large_piece = std::size_t{2} * 1024 * 1024 - 256;

    Source source_;
    std::pmr::monotonic_buffer_resource pieces_;
};

/// Keeps records side by side, some hundred to a piece of memory that lives as long as any of them: whoever
/// walks through an area reads it from front to back, which memory is quickest at.
template <typename Record>
class RecordBlocks {
public:
    explicit RecordBlocks(std::shared_ptr<LargePages> pages) : pages_(std::move(pages)) {}

    std::shared_ptr<const Record> add(Record&& record) {
        if (!block_ || block_->records.size() == block_->records.capacity()) {
            room_ = std::min(room_ * 2, most);
            block_ = std::make_shared<Block>(pages_);
            block_->records.reserve(room_);
        }
        // Counted first: counting waits for all that was written before, and that is memory nobody touched
        // yet.
        std::shared_ptr<Block> keeps = block_;
        const Record* const kept = &keeps->records.emplace_back(std::move(record));
        return {std::move(keeps), kept};
    }

private:
    struct Block {
        explicit Block(const std::shared_ptr<LargePages>& of) : pages(of), records(of->resource()) {}
        std::shared_ptr<LargePages> pages;  ///< outlives the records
        std::pmr::vector<Record> records;
    };
    static constexpr std::size_t most = 256;

    std::shared_ptr<LargePages> pages_;
    std::size_t room_ = 4;
    std::shared_ptr<Block> block_;
};

}  // namespace unknot::storage
