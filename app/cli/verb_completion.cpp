#include "app/cli/completion.h"
#include "app/cli/verbs.h"

namespace unknot::cli {

namespace {

struct CompletionArguments {
    std::string shell;
    std::vector<std::string> words;
};

int run_completion(const Context& context, const CLI::App& app, const CompletionArguments& given) {
    if (given.shell != "candidates") {
        const std::string_view script = completion_script(given.shell);
        std::fwrite(script.data(), 1, script.size(), stdout);
        return done;
    }
    const Candidates found = candidates(app, given.words, context.words);
    if (found.files) {
        print(":files");
    }
    for (const Candidate& one : found.listed) {
        print(one.text + "\t" + one.meaning);
    }
    return done;
}

}  // namespace

Verb add_completion(CLI::App& app) {
    CLI::App* verb = app.add_subcommand("completion", "Print the script that lets a shell complete unknot");
    auto given = std::make_shared<CompletionArguments>();
    verb->add_option("shell", given->shell, "bash, zsh or fish; candidates is what these scripts ask for")
        ->check(CLI::IsMember({"bash", "zsh", "fish", "candidates"}))
        ->required();
    verb->add_option("words", given->words, "candidates: the words typed so far, behind --");
    return {verb, [given, &app](Context& context) { return run_completion(context, app, *given); }};
}

}  // namespace unknot::cli
