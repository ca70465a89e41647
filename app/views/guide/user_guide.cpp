#include "app/words/user_guide.h"
#include "app/views/guide/parts.h"
#include "app/views/kit/text.h"

#include <string>

namespace unknot::views {

void draw_user_guide(const kit::Ui& ui, kit::Flow& flow) {
    kit::paragraph(ui, flow, ui.words.text("Each part ends with the line that does it in a terminal."),
                   look::type::small, ui.theme.muted);
    for (const words::UserGuidePart& part : words::user_guide(ui.words)) {
        flow.gap(ui, look::space::m);
        kit::paragraph(ui, flow, part.title, look::type::head, ui.theme.text);
        for (const std::string_view text : part.says) {
            flow.gap(ui, look::space::xs);
            kit::rich_paragraph(ui, flow, text, look::type::body, look::type::body_bold, ui.theme.text);
        }
        if (!part.terminal.empty()) {
            flow.gap(ui, look::space::xs);
            kit::paragraph(ui, flow, part.terminal, look::type::small, ui.theme.muted);
        }
    }
}

}  // namespace unknot::views
