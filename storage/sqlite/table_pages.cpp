#include "storage/sqlite/table_pages.h"

#include "storage/sqlite/record_format.h"
#include "storage/sqlite/statement.h"

#include <sqlite3.h>

#include <algorithm>
#include <mutex>
#include <string>

namespace unknot::storage {

namespace {

constexpr std::size_t file_head_size = 100;
constexpr char interior_page = 5;
constexpr char leaf_page = 13;
/// A table of as many rows as a file can hold is no deeper.
constexpr int deepest = 20;
/// A note has at most 64 KiB: no row of ours is longer.
constexpr std::uint64_t longest_payload = std::uint64_t{1} << 20U;

/// Where each cell of a page begins; there are four bytes at least. False where one cannot be, or where `use`
/// says so.
template <typename Use>
[[nodiscard]] bool each_cell(std::string_view page, std::size_t head, std::size_t head_bytes, Use use) {
    if (head + head_bytes > page.size()) {
        return false;
    }
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

/// Reads a column's type that is more than one byte; false where it ends too early.
[[nodiscard]] bool long_type(std::string_view types, std::size_t& at, std::uint64_t& type) {
    std::size_t end = at;  // not `at` itself, which then can be in a register
    const auto read = read_varint(types, end);
    at = end;
    type = read.value_or(0);
    return read.has_value();
}

/// Where the head of a page begins: the file's own comes before the first.
[[nodiscard]] std::size_t head_of(std::uint64_t number) {
    return number == 1 ? file_head_size : 0;
}

}  // namespace

/// An open file of pages, numbered from 1. Read by one thread at a time, whichever asks: SQLite's file layer
/// promises no more.
class TablePages::File {
public:
    File(sqlite3_file* file, std::uint64_t count) : file_(file), count_(count) {}

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

    [[nodiscard]] std::uint64_t count() const { return count_; }
    [[nodiscard]] std::size_t size() const { return size_; }
    /// The bytes of a page without those that are reserved.
    [[nodiscard]] std::size_t usable() const { return usable_; }

    /// So many pages, from this one on, all of which must be there.
    [[nodiscard]] bool read_pages(char* to, std::uint64_t number, std::uint64_t pages) {
        return number >= 1 && number <= count_ && pages <= count_ + 1 - number &&
               read(to, static_cast<std::size_t>(pages) * size_, (number - 1) * size_);
    }

private:
    [[nodiscard]] bool read(char* to, std::size_t bytes, std::uint64_t offset) {
        const std::lock_guard one(reading_);
        return file_->pMethods->xRead(file_, to, static_cast<int>(bytes),
                                      static_cast<sqlite3_int64>(offset)) == SQLITE_OK;
    }

    std::mutex reading_;
    sqlite3_file* file_;
    std::uint64_t count_;
    std::size_t size_ = 0;
    std::size_t usable_ = 0;
};

/// Pages as one reader goes through them.
class TablePages::Pages {
public:
    explicit Pages(File& file) : file_(file) {}

    /// The usable bytes of a page, valid until the next call; empty where they cannot be read.
    [[nodiscard]] std::string_view page(std::uint64_t number) {
        if (number < first_ || number >= first_ + held_) {
            // A table's pages lie mostly one after another, with those of its indexes between them.
            const bool onwards = number >= first_ + held_ && number < first_ + held_ + at_once;
            const std::uint64_t there = file_.count() - std::min(number - 1, file_.count());
            const std::uint64_t wanted = onwards ? std::min(at_once, there) : 1;
            buffer_.resize(at_once * file_.size());
            held_ = 0;
            if (!file_.read_pages(buffer_.data(), number, wanted)) {
                return {};
            }
            first_ = number;
            held_ = wanted;
        }
        const auto begin = static_cast<std::size_t>(number - first_) * file_.size();
        return std::string_view(buffer_).substr(begin, file_.usable());
    }

    /// The payload of the row that begins at `at` of a page and whose number is in order, valid until the
    /// next call of anything; nothing where it is not as it should be.
    [[nodiscard]] std::optional<std::string_view> payload(std::string_view page, std::size_t at,
                                                          Leaf& order) {
        const auto size = read_varint(page, at);
        const auto number = read_varint(page, at);
        if (!size || !number || *size > longest_payload ||
            !comes_next(static_cast<std::int64_t>(*number), order)) {
            return std::nullopt;
        }
        const auto here = static_cast<std::size_t>(payload_on_page(*size, file_.usable()));
        const std::size_t chain = here < *size ? 4 : 0;
        if (at + here + chain > page.size()) {
            return std::nullopt;
        }
        if (chain == 0) {
            return page.substr(at, here);
        }
        whole_.assign(page.substr(at, here));
        return follow(big_endian(page.substr(at + here, 4)), *size) ? std::optional<std::string_view>(whole_)
                                                                    : std::nullopt;
    }

private:
    static constexpr std::uint64_t at_once = 16;

    /// Rows lie in the order of their numbers, and within those that their page was found by: no page is read
    /// for another.
    [[nodiscard]] static bool comes_next(std::int64_t number, Leaf& order) {
        const bool next = (!order.after || number > *order.after) && (!order.upto || number <= *order.upto);
        order.after = number;
        return next;
    }

    /// Appends the rest of a payload, whose chain begins at a page.
    [[nodiscard]] bool follow(std::uint64_t number, std::uint64_t payload) {
        std::string page(file_.size(), '\0');
        while (whole_.size() < payload) {
            if (!file_.read_pages(page.data(), number, 1)) {
                return false;
            }
            number = big_endian(std::string_view(page).substr(0, 4));
            whole_.append(page, 4, std::min<std::uint64_t>(file_.usable() - 4, payload - whole_.size()));
        }
        return true;
    }

    File& file_;
    std::string buffer_;       ///< the pages read last
    std::uint64_t first_ = 1;  ///< the number of the first of them
    std::uint64_t held_ = 0;   ///< how many they are
    std::string whole_;        ///< a payload of which its page holds a part
};

/// Looks for the pages that have rows, from the one that all others are reached from.
class TablePages::Finder {
public:
    Finder(File& file, std::vector<Leaf>& leaves) : pages_(file), most_(file.count()), leaves_(leaves) {}

    [[nodiscard]] bool look(const Leaf& at, int depth) {
        if (depth > deepest || leaves_.size() >= most_) {
            return false;
        }
        if (depth == depth_of_leaves_) {
            leaves_.push_back(at);  // whether it is one is seen when its rows are read
            return true;
        }
        const std::string_view page = pages_.page(at.page);
        const std::size_t head = head_of(at.page);
        if (page.empty()) {
            return false;
        }
        if (page[head] == leaf_page && leaves_.empty()) {
            depth_of_leaves_ = depth;
            leaves_.push_back(at);
            return true;
        }
        if (page[head] != interior_page) {
            return false;
        }
        // The numbers between its children rise, and lie within its own: what leads back to a page above does
        // not go on.
        std::vector<Leaf> below;
        Leaf rest = at;
        const bool known = each_cell(page, head, 12, [&](std::size_t cell) {
            const std::uint64_t child = big_endian(page.substr(cell, 4));
            cell += 4;
            const auto key = read_varint(page, cell);
            const auto upto = static_cast<std::int64_t>(key.value_or(0));
            if (!key || (rest.after && upto <= *rest.after) || (rest.upto && upto > *rest.upto)) {
                return false;
            }
            below.push_back({child, rest.after, upto});
            rest.after = upto;
            return true;
        });
        rest.page = big_endian(page.substr(head + 8, 4));
        below.push_back(rest);
        return known && std::all_of(below.begin(), below.end(),
                                    [&](const Leaf& child) { return look(child, depth + 1); });
    }

private:
    Pages pages_;
    std::uint64_t most_;
    std::vector<Leaf>& leaves_;
    int depth_of_leaves_ = -1;  ///< as that of the first: all are equally deep
};

bool PageRow::read(std::string_view payload) {
    payload_ = payload;
    count_ = 0;
    std::size_t at = 0;
    const auto header = read_varint(payload, at);
    if (!header || *header > payload.size() || payload.size() > longest_payload) {
        return false;
    }
    const std::string_view types = payload.substr(0, static_cast<std::size_t>(*header));
    std::size_t begin = types.size();
    std::size_t count = 0;
    begins_[0] = static_cast<std::uint32_t>(begin);
    while (at < types.size() && count < most_columns) {
        std::uint64_t type = static_cast<unsigned char>(types[at]);
        if (type < small_sizes.size()) {
            ++at;  // nearly all of them
        } else if (!long_type(types, at, type)) {
            return false;
        }
        const std::uint64_t size = size_of_column(type);
        if (size > payload.size() - begin) {
            return false;
        }
        begin += static_cast<std::size_t>(size);
        types_[count] = static_cast<std::uint32_t>(type);
        begins_[++count] = static_cast<std::uint32_t>(begin);
    }
    count_ = count;
    return begin == payload.size() && at == types.size();
}

std::optional<TablePages> TablePages::of(Connection& connection, std::string_view table) {
    std::int64_t root = 0;
    {
        Statement row(connection, "SELECT rootpage FROM sqlite_schema WHERE type='table' AND name=?");
        root = row.bind(1, table).step() ? row.integer(0) : 0;
    }
    const std::int64_t count = connection.integer("PRAGMA page_count");
    sqlite3_file* const file = connection.file_for_reading();
    if (file == nullptr || root < 1 || count < root) {
        return std::nullopt;
    }
    TablePages found(std::make_shared<File>(file, static_cast<std::uint64_t>(count)));
    Leaf top;
    top.page = static_cast<std::uint64_t>(root);
    const bool sound = found.file_->begin() && Finder(*found.file_, found.leaves_).look(top, 0);
    return sound ? std::optional(std::move(found)) : std::nullopt;
}

bool TablePages::each_row(std::size_t first, std::size_t last,
                          const std::function<void(const PageRow&)>& take) const {
    Pages pages(*file_);
    PageRow row;
    return std::all_of(leaves_.begin() + static_cast<std::ptrdiff_t>(first),
                       leaves_.begin() + static_cast<std::ptrdiff_t>(last), [&](Leaf leaf) {
                           const std::string_view page = pages.page(leaf.page);
                           const std::size_t head = head_of(leaf.page);
                           if (page.empty() || page[head] != leaf_page) {
                               return false;
                           }
                           return each_cell(page, head, 8, [&](std::size_t at) {
                               const auto payload = pages.payload(page, at, leaf);
                               if (!payload || !row.read(*payload)) {
                                   return false;
                               }
                               take(row);
                               return true;
                           });
                       });
}

}  // namespace unknot::storage
