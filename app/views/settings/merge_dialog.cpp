#include "app/views/kit/overlay.h"
#include "app/views/kit/text.h"
#include "app/views/settings/parts.h"
#include "app/words/merge.h"

#include <string>

namespace unknot::views {

void draw_merge_dialog(const kit::Ui& ui, std::optional<MergeDraft>& merging, Wishes& wishes) {
    if (!merging) {
        return;
    }
    const MergeCounts& counts = merging->counts;
    const bool changes = counts.changes() > 0;
    const kit::DialogTexts texts{
        ui.words.text("Join this log with yours?"),
        changes
            ? ui.words.text("A backup of yours is made first, and all of it can be taken back in one step.")
            : ui.words.text("Yours has all of it already, or a later entry instead."),
        ui.words.text("Change nothing"), ui.words.text("Join it"), changes};
    const auto answer = kit::dialog(ui, "merge", texts, [&](kit::Flow& flow) {
        for (const std::string& sentence : words::merge_sentences(ui.words, counts, words::Merge::would_be)) {
            flow.gap(ui, look::space::s);
            kit::paragraph(ui, flow, sentence, look::type::body, ui.theme.text);
        }
        flow.gap(ui, look::space::s);
        kit::paragraph(ui, flow, merging->file.string(), look::type::small, ui.theme.muted);
    });
    if (answer == kit::DialogAnswer::none) {
        return;
    }
    if (answer == kit::DialogAnswer::other) {
        wishes.emplace_back(Begin{{Work::merge, merging->file, false, merging->opened}});
    }
    merging.reset();
}

}  // namespace unknot::views
