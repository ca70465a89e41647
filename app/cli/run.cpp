#include "app/cli/run.h"

#include "app/cli/verbs.h"
#include "app/platform/clock.h"
#include "app/platform/environment.h"
#include "app/platform/signals.h"

#include <cstdio>
#include <exception>
#include <new>

namespace unknot::cli {

namespace {

int say(const Stop& stop) {
    for (const std::string& sentence : stop.sentences) {
        std::fputs((sentence + "\n").c_str(), stderr);
    }
    return stop.status;
}

/// The log to use: --db, else UNKNOT_DB, else the user's data folder.
std::filesystem::path log_file(const Context& context, const std::string& given) {
    if (!given.empty()) {
        return given;
    }
    if (const auto named = platform::environment("UNKNOT_DB")) {
        return *named;
    }
    if (const auto file = platform::default_log_file()) {
        return *file;
    }
    throw Stop{log_unusable,
               {std::string(context.words.text(
                   "There is no home folder for the log (HOME is not set); name a file with --db."))}};
}

/// The clock and the log that everything works with.
void set_up(Context& context, const std::string& file) {
    const auto now = platform::now(context.zone);
    if (!now) {
        throw Stop{wrong_usage,
                   {context.words.say(
                       "UNKNOT_NOW \"{0}\" is not a date and time; write it like 2026-03-07T18:30:00+01:00.",
                       harmless(now.error()))}};
    }
    context.now = *now;
    context.file = log_file(context, file);
    context.file_was_named = !file.empty() || platform::environment("UNKNOT_DB").has_value();
}

int carry_out(const std::vector<Verb>& verbs, Context& context) {
    for (const Verb& verb : verbs) {
        if (verb.parser->parsed()) {
            const int status = verb.action(context);
            if (std::fflush(stdout) != 0) {
                throw Stop{log_unusable,
                           {std::string(context.words.text("The output could not be written."))}};
            }
            return status;
        }
    }
    return wrong_usage;
}

int open_window(const std::function<WindowAnswer(const WindowRequest&)>& window, const Context& context) {
    const WindowAnswer answer = window({context.words, context.file});
    if (answer.status != done) {
        throw Stop{answer.status, {answer.sentence}};
    }
    return done;
}

}  // namespace

int run(int argc, char** argv, const std::function<WindowAnswer(const WindowRequest&)>& window) {
    platform::handle_signals();
    CLI::App app("Unknot: the self-massage log that tells you when to ease off.", "unknot");
    app.footer("Without a verb it opens the window. General information, not medical advice.");
    app.set_version_flag("--version", "unknot " UNKNOT_VERSION);
    app.require_subcommand(0, 1);
    app.fallthrough();
    Context context;
    std::string file;
    app.add_option("--db", file, "The log file; else UNKNOT_DB, else your data folder");
    app.add_flag("--json", context.json, "Print JSON for programs");
    const std::vector<Verb> verbs{add_log(app),    add_checkin(app), add_today(app),  add_flags(app),
                                  add_list(app),   add_edit(app),    add_delete(app), add_undo(app),
                                  add_export(app), add_import(app),  add_areas(app),  add_profile(app)};
    try {
        app.parse(argc, argv);
        set_up(context, file);
        return app.get_subcommands().empty() ? open_window(window, context) : carry_out(verbs, context);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? done : wrong_usage;
    } catch (const Stop& stop) {
        return say(stop);
    } catch (const std::bad_alloc&) {
        return say({log_unusable, {std::string(context.words.text("There is not enough memory."))}});
    } catch (const std::exception& error) {
        return say(
            {log_unusable, {context.words.say("This could not be done: {0}.", harmless(error.what()))}});
    }
}

}  // namespace unknot::cli
