#include "app/shell/report_files.h"
#include "app/shell/session.h"

#include <utility>

namespace unknot::shell {

namespace {

/// The kind of file that a choice makes, as a dialog offers it; none where that is a folder.
std::vector<platform::FileKind> kinds_of(const words::Catalogue& words, views::ReportFormat format) {
    switch (format) {
        case views::ReportFormat::pdf: return {{std::string(words.text("PDF")), {"*.pdf", "*.PDF"}}};
        case views::ReportFormat::xlsx: return {{std::string(words.text("Spreadsheet")), {"*.xlsx"}}};
        case views::ReportFormat::fhir:
        case views::ReportFormat::json: return {{"JSON", {"*.json"}}};
        case views::ReportFormat::csv:
        case views::ReportFormat::all: break;
    }
    return {};
}

/// The folder of what is typed, or what is typed where that is one; empty where neither is there.
std::filesystem::path folder_to_begin_in(const std::filesystem::path& typed) {
    std::error_code unknown;
    for (const std::filesystem::path& folder : {typed, typed.parent_path()}) {
        if (folder.is_absolute() && std::filesystem::is_directory(folder, unknown)) {
            return folder;
        }
    }
    return {};
}

std::string no_dialog(const kit::Ui& ui, const std::string& why) {
    return ui.words.say("The desktop\u2019s dialog could not be used ({0}). The path can be typed.", why);
}

}  // namespace

bool Session::wants_dialogs() const {
    return problem_ || state_.screen == views::Screen::report || state_.screen == views::Screen::settings;
}

void Session::carry_out_dialogs(const kit::Ui& ui, const views::Wish& wish, double seconds) {
    if (std::get_if<views::ChooseReportPath>(&wish) != nullptr) {
        choose_report_path(ui);
    } else if (const auto* path = std::get_if<views::ChoosePath>(&wish)) {
        choose_path(*path);
    } else if (std::get_if<views::PrintReport>(&wish) != nullptr) {
        print_report(ui);
    } else if (const auto* copy = std::get_if<views::Copy>(&wish)) {
        copy_text(*copy, seconds);
    } else if (const auto* picture = std::get_if<views::CopyPicture>(&wish)) {
        copy_picture(*picture);
    }
}

void Session::copy_text(const views::Copy& wish, double seconds) {
    surroundings_.copy(wish.text);
    if (!wish.notice.empty()) {
        notify(wish.notice, seconds);
    }
}

void Session::copy_picture(const views::CopyPicture& wish) {
    picture_desk_.copy(wish, now_, [this, notice = wish.notice](const Result<Done, std::string>& done) {
        answered_.emplace_back([this, notice, done](const kit::Ui& ui, double seconds) {
            notify(done ? notice : ui.words.say("The picture was not copied: {0}.", done.error()), seconds);
        });
    });
}

void Session::choose_report_path(const kit::Ui& ui) {
    // What is saved is what was on the screen when it was asked where to, whatever is there by then.
    const LogNow log = log_now();
    const views::ReportChoice choice = state_.report.choice;
    const std::filesystem::path folder =
        last_report_folder_.empty() ? report_desk_.folder() : last_report_folder_;
    const auto question = [log, choice, folder, words = ui.words] {
        platform::PathQuestion asked;
        asked.title = words.text("Save report");
        asked.name = report_name(log.snapshot, log.now, choice, words);
        asked.folder = folder_to_begin_in(folder);
        asked.kinds = kinds_of(words, choice.format);
        return asked;
    };
    dialogs_.choose(question, [this, log, choice](const ChosenPath& chosen) {
        answered_.emplace_back([this, log, choice, chosen](const kit::Ui& shown, double seconds) {
            save_chosen(shown, log, choice, chosen, seconds);
        });
    });
}

void Session::save_chosen(const kit::Ui& ui, const LogNow& log, const views::ReportChoice& choice,
                          const ChosenPath& chosen, double seconds) {
    if (!chosen) {
        state_.report.save_as = (report_desk_.folder() / "").string();
        notify(no_dialog(ui, chosen.error()), seconds);
        return;
    }
    if (!*chosen) {
        return;
    }
    const std::filesystem::path& path = **chosen;
    last_report_folder_ = path.parent_path();
    state_.report.outcome.reset();
    // The dialog has asked whether a file that is there may go.
    constexpr bool replace = true;
    report_desk_.save(log, ui.words, choice, path.string(), replace);
}

void Session::choose_path(const views::ChoosePath& wish) {
    platform::PathQuestion question;
    question.what = wish.folder ? platform::PathQuestion::For::folder : platform::PathQuestion::For::open;
    question.title = wish.title;
    question.folder = folder_to_begin_in(caretaker_.typed(wish.from));
    dialogs_.choose([question] { return question; },
                    [this, what = wish.what](const ChosenPath& chosen) {
                        answered_.emplace_back([this, what, chosen](const kit::Ui& ui, double seconds) {
                            if (!chosen) {
                                notify(no_dialog(ui, chosen.error()), seconds);
                            } else if (*chosen) {
                                views::path_chosen(state_.settings, what, **chosen);
                            }
                        });
                    });
}

void Session::print_report(const kit::Ui& ui) {
    const auto make = [log = log_now(), choice = state_.report.choice,
                       words = ui.words](const platform::Cancel& cancel) {
        return make_pdf(log.snapshot, log.now, choice, words,
                        [cancel](double) { return !cancel.cancelled(); });
    };
    // Printers show the title: it says nothing of whose it is.
    dialogs_.print(std::string(ui.words.text("Soreness report")), make, [this](const Printed& printed) {
        answered_.emplace_back([this, printed](const kit::Ui& shown, double seconds) {
            if (!printed) {
                notify(shown.words.say("The report was not printed: {0}.", printed.error()), seconds);
            } else if (*printed) {
                notify(std::string(shown.words.text("The report was handed to the printer.")), seconds);
            }
        });
    });
}

void Session::show_what_dialogs_said(const kit::Ui& ui, double seconds) {
    if (report_desk_.exporting()) {
        return;  // another report is being made: this one waits for it
    }
    for (const auto& show : std::exchange(answered_, {})) {
        show(ui, seconds);
    }
}

}  // namespace unknot::shell
