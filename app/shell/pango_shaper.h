#pragma once

#include "app/paper/text_layout.h"
#include "app/shell/user_textures.h"
#include "app/views/kit/text_key.h"
#include "app/views/kit/ui.h"

#include <list>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace unknot::shell {

/// Texts in any script, shaped and ordered by Pango and painted into textures, which are kept as long as they
/// are drawn and there is room. Nothing is set up or loaded before the first such text.
class PangoShaper : public kit::TextShaper {
public:
    /// `most_bytes`: of pixels that are kept; what one frame shows stays all the same.
    explicit PangoShaper(std::size_t most_bytes = std::size_t{24} * 1024 * 1024);
    ~PangoShaper() override;

    /// Before each frame: lets go of what has not been drawn for longest where too much is kept, and of
    /// textures given back.
    void begin_frame();

    [[nodiscard]] kit::ShapedSize measure(std::string_view text, look::Face face, float px,
                                          float wrap) override;
    void draw(ImDrawList& list, const ImVec2& at, std::string_view text, look::Face face, float px,
              float wrap, look::Colour colour) override;
    [[nodiscard]] std::vector<std::string_view> lines(std::string_view text, look::Face face, float px,
                                                      float wrap) override;
    void wanted_in_field(std::string_view text) override;

    /// What fields asked for since the last call.
    [[nodiscard]] std::string take_wanted() { return std::exchange(wanted_, {}); }

    [[nodiscard]] std::size_t kept_bytes() const { return bytes_; }
    [[nodiscard]] std::size_t texture_count() const { return textures_.count(); }

private:
    /// A text laid out. Long ones are painted in strips, of which only those in sight get a texture.
    struct Entry {
        std::string text;
        kit::TextKey key;
        std::unique_ptr<paper::TextLayout> layout;
        kit::ShapedSize size;
        float left = 0;                                          ///< of the layout
        std::map<std::pair<int, ImU32>, ImTextureData*> strips;  ///< by number and colour
        std::size_t bytes = 0;
        int frame = 0;  ///< the last one that asked for it
    };
    using Entries = std::list<Entry>;  ///< the latest asked for first

    Entry& entry_of(const kit::TextKey& key);
    void lay_out(Entry& entry);
    ImTextureData& strip_of(Entry& entry, int number, look::Colour colour);
    void let_go(Entry& entry);

    std::size_t most_bytes_;
    std::size_t bytes_ = 0;
    int frame_ = 0;
    std::unique_ptr<paper::TextLayouts> layouts_;
    Entries entries_;
    std::unordered_map<kit::TextKey, Entries::iterator, kit::TextKeyHash> index_;
    UserTextures textures_;
    std::string wanted_;
};

}  // namespace unknot::shell
