#include "storage/sqlite/table_pages.h"

#include "storage/sqlite/record_format.h"
#include "storage/sqlite/statement.h"

#include <sqlite3.h>

#include <algorithm>
#include <string>
#include <vector>

namespace unknot::storage {

namespace {

constexpr std::size_t file_head_size = 100;
constexpr char interior_page = 5;
constexpr char leaf_page = 13;
/// A table of as many rows as a file can hold is no deeper.
constexpr int deepest = 20;
/// A note has at most 64 KiB: no row of ours is longer.
constexpr std::uint64_t longest_payload = std::uint64_t{1} << 20U;

/// The pages of an open file. Numbers count from 1.
class Pages {
public:
    Pages(sqlite3_file* file, std::size_t count) : file_(file), count_(count) {}

    /// False where it is not a file of the kind that the log's are.
    [[nodiscard]] bool begin() {
        std::array<char, file_head_size> header{};
        if (!read(header.data(), header.size(), 0)) {
            return false;
        }
        const std::string_view bytes(header.data(), header.size());
        const std::uint64_t written = big_endian(bytes.substr(16, 2));
        size_ = written == 1 ? 65536 : static_cast<std::size_t>(written);
        usable_ = size_ - std::min<std::size_t>(size_, static_cast<unsigned char>(bytes[20]));
        const bool rollback_journal = bytes[18] == 1 && bytes[19] == 1;
        const bool utf8 = big_endian(bytes.substr(56, 4)) == 1;
        return rollback_journal && utf8 && size_ >= 512 && usable_ >= 480;
    }

    [[nodiscard]] std::size_t usable() const { return usable_; }

    /// The usable bytes of a page, valid until the next call; empty where they cannot be read.
    [[nodiscard]] std::string_view page(std::uint64_t number) {
        if (number < first_ || number >= first_ + held_) {
            if (number < 1 || number > count_) {
                return {};
            }
            // A table's pages lie mostly one after another, with those of its indexes between them.
            const bool onwards = number >= first_ + held_ && number < first_ + held_ + at_once;
            const std::uint64_t wanted = onwards ? std::min<std::uint64_t>(at_once, count_ + 1 - number) : 1;
            buffer_.resize(at_once * size_);
            held_ = 0;
            if (!read(buffer_.data(), static_cast<std::size_t>(wanted) * size_, number)) {
                return {};
            }
            first_ = number;
            held_ = wanted;
        }
        return std::string_view(buffer_).substr(static_cast<std::size_t>(number - first_) * size_, usable_);
    }

    /// Appends the rest of a payload, whose chain begins at a page.
    [[nodiscard]] bool follow(std::uint64_t number, std::uint64_t payload, std::string& whole) {
        std::string page(size_, '\0');
        while (whole.size() < payload) {
            if (number < 1 || number > count_ || !read(page.data(), size_, number)) {
                return false;
            }
            number = big_endian(std::string_view(page).substr(0, 4));
            whole.append(page, 4, std::min<std::uint64_t>(usable_ - 4, payload - whole.size()));
        }
        return true;
    }

private:
    static constexpr std::uint64_t at_once = 16;

    [[nodiscard]] bool read(char* to, std::size_t bytes, std::uint64_t page) {
        const auto offset = page < 2 ? 0 : static_cast<sqlite3_int64>((page - 1) * size_);
        return file_->pMethods->xRead(file_, to, static_cast<int>(bytes), offset) == SQLITE_OK;
    }

    sqlite3_file* file_;
    std::uint64_t count_;
    std::size_t size_ = 0;
    std::size_t usable_ = 0;
    std::string buffer_;       ///< the pages read last
    std::uint64_t first_ = 1;  ///< the number of the first of them
    std::uint64_t held_ = 0;   ///< how many they are
};

/// A table's rows, from the page that all others are reached from.
class TableWalk {
public:
    TableWalk(Pages& pages, const std::function<void(const PageRow&)>& take) : pages_(pages), take_(take) {}

    [[nodiscard]] bool walk(std::uint64_t number, int depth) {
        const std::string_view page = pages_.page(number);
        const std::size_t head = number == 1 ? file_head_size : 0;
        if (page.empty() || depth > deepest) {
            return false;
        }
        if (page[head] == leaf_page) {
            return leaf(page, head);
        }
        if (page[head] != interior_page) {
            return false;
        }
        std::vector<std::uint64_t> below;
        const bool known = each_cell(page, head, 12, [&](std::size_t at) {
            below.push_back(big_endian(page.substr(at, 4)));
            return true;
        });
        below.push_back(big_endian(page.substr(head + 8, 4)));
        return known && std::all_of(below.begin(), below.end(),
                                    [&](std::uint64_t child) { return walk(child, depth + 1); });
    }

private:
    /// Where each cell of a page begins; there are four bytes at least.
    template <typename Use>
    [[nodiscard]] static bool each_cell(std::string_view page, std::size_t head, std::size_t head_bytes,
                                        Use use) {
        const auto cells = static_cast<std::size_t>(big_endian(page.substr(head + 3, 2)));
        const std::size_t pointers = head + head_bytes;
        if (pointers + cells * 2 > page.size()) {
            return false;
        }
        for (std::size_t cell = 0; cell < cells; ++cell) {
            const auto at = static_cast<std::size_t>(big_endian(page.substr(pointers + cell * 2, 2)));
            if (at < pointers + cells * 2 || at + 4 > page.size() || !use(at)) {
                return false;
            }
        }
        return true;
    }

    [[nodiscard]] bool leaf(std::string_view page, std::size_t head) {
        return each_cell(page, head, 8, [&](std::size_t at) { return row(page, at); });
    }

    [[nodiscard]] bool row(std::string_view page, std::size_t at) {
        const auto payload = read_varint(page, at);
        const auto number = read_varint(page, at);
        if (!payload || !number || *payload > longest_payload ||
            !comes_next(static_cast<std::int64_t>(*number))) {
            return false;
        }
        const auto here = static_cast<std::size_t>(payload_on_page(*payload, pages_.usable()));
        const std::size_t chain = here < *payload ? 4 : 0;
        if (at + here + chain > page.size()) {
            return false;
        }
        std::string_view bytes = page.substr(at, here);
        if (chain > 0) {
            whole_.assign(bytes);
            if (!pages_.follow(big_endian(page.substr(at + here, 4)), *payload, whole_)) {
                return false;
            }
            bytes = whole_;
        }
        if (!row_.read(bytes)) {
            return false;
        }
        take_(row_);
        return true;
    }

    /// Rows lie in the order of their numbers: what leads back to a page that was read already does not go
    /// on.
    [[nodiscard]] bool comes_next(std::int64_t number) {
        const bool next = !any_ || number > last_;
        any_ = true;
        last_ = number;
        return next;
    }

    Pages& pages_;
    const std::function<void(const PageRow&)>& take_;
    PageRow row_;
    std::string whole_;  ///< a payload that more than its page holds
    bool any_ = false;
    std::int64_t last_ = 0;
};

}  // namespace

bool PageRow::read(std::string_view payload) {
    payload_ = payload;
    count_ = 0;
    std::size_t at = 0;
    const auto header = read_varint(payload, at);
    if (!header || *header > payload.size()) {
        return false;
    }
    const std::string_view types = payload.substr(0, static_cast<std::size_t>(*header));
    begins_[0] = types.size();
    while (at < types.size()) {
        const auto type = read_varint(types, at);
        const auto size = type ? size_of_column(*type) : std::nullopt;
        if (!size || count_ == most_columns || *size > payload.size() - begins_[count_]) {
            return false;
        }
        types_[count_] = *type;
        begins_[count_ + 1] = begins_[count_] + static_cast<std::size_t>(*size);
        ++count_;
    }
    return begins_[count_] == payload.size();
}

bool each_row_of_pages(Connection& connection, std::string_view table,
                       const std::function<void(const PageRow&)>& take) {
    std::int64_t root = 0;
    {
        Statement row(connection, "SELECT rootpage FROM sqlite_schema WHERE type='table' AND name=?");
        root = row.bind(1, table).step() ? row.integer(0) : 0;
    }
    const std::int64_t count = connection.integer("PRAGMA page_count");
    sqlite3_file* const file = connection.file_for_reading();
    if (file == nullptr || root < 1 || count < root) {
        return false;
    }
    Pages pages(file, static_cast<std::uint64_t>(count));
    return pages.begin() && TableWalk(pages, take).walk(static_cast<std::uint64_t>(root), 0);
}

}  // namespace unknot::storage
