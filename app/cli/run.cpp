#include "app/cli/run.h"

#include "app/cli/verbs.h"
#include "app/platform/clock.h"
#include "app/platform/environment.h"
#include "app/platform/signals.h"
#include "app/settings/settings_store.h"
#include "app/words/languages.h"

#include <fmt/ranges.h>

#include <cstdio>
#include <exception>
#include <memory>
#include <new>

namespace unknot::cli {

namespace {

int say(const Stop& stop) {
    for (const std::string& sentence : stop.sentences) {
        std::fputs((sentence + "\n").c_str(), stderr);
    }
    return stop.status;
}

/// The log to use: --db, else UNKNOT_DB, else where it was moved to in the window's settings, else the user's
/// data folder. Empty where there is no home folder: that is for the verbs to say that need a log.
void find_log(Context& context, const std::string& given) {
    const auto named = given.empty() ? platform::environment("UNKNOT_DB") : std::optional(given);
    context.file_was_named = named.has_value();
    if (named) {
        context.file = *named;
        return;
    }
    const auto folder = platform::config_folder();
    context.file =
        folder ? settings::SettingsStore(*folder).load().settings.last_log : std::filesystem::path();
    context.file_was_moved = !context.file.empty();
    if (!context.file_was_moved) {
        context.file = platform::default_log_file().value_or(std::filesystem::path());
    }
}

/// The catalogue of the language that --lang names; without one, of the environment's where there is one.
words::Catalogue words_in(const std::string& language) {
    if (language.empty()) {
        return words::catalogue_of(platform::environment_language()).value_or(words::Catalogue());
    }
    if (const auto words = words::catalogue_of(language)) {
        return *words;
    }
    throw Stop{wrong_usage,
               {words::Catalogue().say("There is no language \"{0}\"; there are: {1}.", harmless(language),
                                       fmt::join(words::languages(), ", "))}};
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
    find_log(context, file);
}

int carry_out(const std::vector<Verb>& verbs, Context& context) {
    for (const Verb& verb : verbs) {
        if (verb.parser->parsed()) {
            const platform::Span span(context.trace.get(), "verb");
            const int status = verb.action(context);
            if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
                throw Stop{log_unusable,
                           {std::string(context.words.text("The output could not be written."))}};
            }
            return status;
        }
    }
    return wrong_usage;
}

/// What is wrong with a word that is no verb: a verb written wrong, or a file that is not there.
Stop not_opened(const Context& context, const std::string& word) {
    const bool like_a_file = word.find_first_of("./") != std::string::npos;
    return like_a_file
               ? Stop{not_accepted, {context.words.say("There is no file {0}.", harmless(word))}}
               : Stop{wrong_usage,
                      {context.words.say(
                          "There is no verb and no file \"{0}\"; \"unknot --help\" says what is accepted.",
                          harmless(word))}};
}

/// The files to open in the window, which may be another process's in another folder.
std::vector<std::filesystem::path> files_to_open(const Context& context,
                                                 const std::vector<std::string>& words) {
    std::vector<std::filesystem::path> files;
    for (const std::string& word : words) {
        std::error_code unknown;  // what cannot be seen is for the window to report
        if (!std::filesystem::exists(word, unknown) && !unknown) {
            throw not_opened(context, word);
        }
        files.push_back(std::filesystem::absolute(word));
    }
    return files;
}

int open_window(const std::function<WindowAnswer(const WindowRequest&)>& window, const Context& context,
                const std::vector<std::string>& words) {
    context.require_file();
    const WindowAnswer answer = window({context.words, context.file, context.language_named,
                                        context.trace.get(), files_to_open(context, words)});
    if (answer.status != done || !answer.sentence.empty()) {
        throw Stop{answer.status, {answer.sentence}};
    }
    return done;
}

void open_trace(Context& context, const std::string& file) {
    if (file.empty()) {
        return;
    }
    auto opened = platform::Trace::open(file);
    if (!opened) {
        throw Stop{
            not_accepted,
            {context.words.say("The trace {0} could not be begun: {1}.", harmless(file), opened.error())}};
    }
    context.trace = std::move(*opened);
}

/// At the end of the process, which frees a million records at once and would take long to do it one by one.
void leave_to_the_system(std::unique_ptr<Context> context) {
    platform::let_interrupts_pass();
    context->trace.reset();  // writes its end
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    (void)context.release();
#endif
}

/// What CLI11 says of wrong usage, in one line.
Stop misused(const Context& context, const CLI::App& app, const CLI::ParseError& error) {
    const auto verbs = app.get_subcommands();
    const std::string asked = verbs.empty() ? "unknot" : "unknot " + verbs.front()->get_name();
    return {wrong_usage,
            {context.words.say("{0}; \"{1} --help\" says what is accepted.", harmless(error.what()), asked)}};
}

}  // namespace

int run(int argc, char** argv, const std::function<WindowAnswer(const WindowRequest&)>& window) {
    platform::handle_signals();
    CLI::App app("Unknot: the self-massage log that tells you when to ease off.", "unknot");
    app.footer("Without a verb it opens the window. General information, not medical advice.");
    app.set_version_flag("--version", "unknot " UNKNOT_VERSION);
    app.require_subcommand(0, 1);
    app.fallthrough();
    auto holder = std::make_unique<Context>();
    Context& context = *holder;
    std::string file;
    std::string language;
    std::string trace;
    std::vector<std::string> opened;
    app.add_option("file", opened, "Files to open in the window, which offers to import them")
        ->type_name("FILE");
    app.add_option("--db", file, "The log file; else UNKNOT_DB, else your data folder")->type_name("FILE");
    app.add_option("--lang", language,
                   "The language of what people read; else that of LC_ALL, LC_MESSAGES or LANG")
        ->type_name("LANGUAGE");
    app.add_option("--trace", trace, "Write what took how long into this new file, for trace viewers")
        ->type_name("FILE");
    app.add_flag("--json", context.json, "Print JSON for programs");
    const std::vector<Verb> verbs{add_log(app),    add_checkin(app),    add_today(app),  add_flags(app),
                                  add_list(app),   add_edit(app),       add_delete(app), add_undo(app),
                                  add_export(app), add_import(app),     add_areas(app),  add_profile(app),
                                  add_demo(app),   add_completion(app), add_backup(app), add_restore(app),
                                  add_check(app),  add_salvage(app),    add_chart(app),  add_merge(app),
                                  add_remind(app)};
    try {
        app.parse(argc, argv);
        context.words = words_in(language);
        context.language_named = !language.empty();
        set_up(context, file);
        open_trace(context, trace);
        const bool verb = !app.get_subcommands().empty();
        if (verb && !opened.empty()) {
            throw CLI::ExtrasError({opened.front()});
        }
        const int status = verb ? carry_out(verbs, context) : open_window(window, context, opened);
        leave_to_the_system(std::move(holder));
        return status;
    } catch (const CLI::ParseError& error) {
        return error.get_exit_code() == 0 ? app.exit(error) : say(misused(context, app, error));
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
