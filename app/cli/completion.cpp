#include "app/cli/completion.h"

#include "app/domain/answers.h"
#include "app/domain/area.h"
#include "app/words/languages.h"
#include "app/words/phrases.h"

#include <algorithm>
#include <span>

namespace unknot::cli {

namespace {

std::vector<Candidate> named(std::span<const std::string_view> names) {
    std::vector<Candidate> listed;
    for (const std::string_view name : names) {
        listed.push_back({std::string(name), ""});
    }
    return listed;
}

std::vector<Candidate> numbers(int first, int last) {
    std::vector<Candidate> listed;
    for (int number = first; number <= last; ++number) {
        listed.push_back({std::to_string(number), ""});
    }
    return listed;
}

std::vector<Candidate> areas(const words::Catalogue& words) {
    const AreaCatalogue catalogue;
    std::vector<Candidate> listed;
    for (const Area& area : catalogue.all()) {
        listed.push_back({area.id, words::area_name(words, catalogue, area.id)});
    }
    return listed;
}

/// `none`, or names joined with commas: offers every name for the last of them.
std::vector<Candidate> joined(std::span<const std::string_view> names, std::string_view typed,
                              const words::Catalogue& words) {
    const std::size_t comma = typed.rfind(',');
    std::vector<Candidate> listed;
    if (comma == std::string_view::npos) {
        listed.push_back({"none", std::string(words.text("asked, none"))});
    }
    const std::string before(typed.substr(0, comma == std::string_view::npos ? 0 : comma + 1));
    for (const std::string_view name : names) {
        listed.push_back({before + std::string(name), ""});
    }
    return listed;
}

/// The members of "TEXT:{json,csv}", as CLI11 describes an option that takes one of a set.
std::vector<Candidate> members(const std::string& type) {
    std::vector<Candidate> listed;
    const std::size_t open = type.find('{');
    const std::size_t close = type.find('}');
    if (open == std::string::npos || close == std::string::npos) {
        return listed;
    }
    for (std::size_t begin = open + 1; begin < close;) {
        const std::size_t end = std::min(type.find(',', begin), close);
        listed.push_back({type.substr(begin, end - begin), ""});
        begin = end + 1;
    }
    return listed;
}

/// What an option takes, by the name of its type in the help.
Candidates values_of(const CLI::Option& option, std::string_view typed, const words::Catalogue& words) {
    const std::string type = option.get_type_name();
    if (type.starts_with("FILE") || type.starts_with("PATH")) {
        return {true, {}};
    }
    if (type.starts_with("AREA")) {
        return {false, areas(words)};
    }
    if (type.starts_with("SIDE")) {
        return {false, named(side_names)};
    }
    if (type.starts_with("PRESSURE")) {
        return {false, numbers(1, 5)};
    }
    if (type.starts_with("SORENESS")) {
        return {false, numbers(0, 10)};
    }
    if (type.starts_with("SENSATIONS")) {
        return {false, joined(sensation_names, typed, words)};
    }
    if (type.starts_with("SCREENING")) {
        return {false, joined(screening_names, typed, words)};
    }
    if (type.starts_with("SYMPTOMS")) {
        return {false, joined(symptom_names, typed, words)};
    }
    if (type.starts_with("CONDITIONS")) {
        return {false, joined(condition_names, typed, words)};
    }
    if (type.starts_with("LANGUAGE")) {
        return {false, named(words::languages())};
    }
    return {false, members(type)};
}

bool takes_value(const CLI::Option& option) {
    return option.get_items_expected_max() > 0;
}

const CLI::Option* option_named(const CLI::App& verb, const std::string& word) {
    for (const CLI::Option* option : verb.get_options()) {
        if (option->nonpositional() && option->check_name(word)) {
            return option;
        }
    }
    return nullptr;
}

std::vector<const CLI::App*> verbs_of(const CLI::App& app) {
    return app.get_subcommands([](const CLI::App* /*verb*/) { return true; });
}

/// Null where no verb has that name.
const CLI::App* verb_named(const CLI::App& app, const std::string& name) {
    for (const CLI::App* verb : verbs_of(app)) {
        if (verb->get_name() == name) {
            return verb;
        }
    }
    return nullptr;
}

/// What the words before the one that is being typed say.
struct Position {
    const CLI::App* verb = nullptr;      ///< null before one is named
    const CLI::Option* value = nullptr;  ///< the option whose value is next
    std::size_t places = 0;              ///< positional words so far
};

Position position_after(const CLI::App& app, const std::vector<std::string>& words) {
    Position at;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        const std::string& word = words[i];
        if (word == "=") {
            continue;  // bash takes --side=left apart
        }
        if (at.value != nullptr) {
            at.value = nullptr;
        } else if (word.starts_with('-')) {
            const CLI::Option* option = at.verb != nullptr ? option_named(*at.verb, word) : nullptr;
            option = option != nullptr ? option : option_named(app, word);
            at.value = option != nullptr && takes_value(*option) ? option : nullptr;
        } else if (at.verb == nullptr) {
            at.verb = verb_named(app, word);
        } else {
            ++at.places;
        }
    }
    return at;
}

void add_options(std::vector<Candidate>& listed, const CLI::App& verb) {
    for (const CLI::Option* option : verb.get_options()) {
        for (const std::string& name : option->get_lnames()) {
            listed.push_back({"--" + name, option->get_description()});
        }
    }
}

std::vector<Candidate> verbs(const CLI::App& app) {
    std::vector<Candidate> listed;
    for (const CLI::App* verb : verbs_of(app)) {
        listed.push_back({verb->get_name(), verb->get_description()});
    }
    return listed;
}

/// What may stand at the place of a positional word; the last one of a verb may take several.
Candidates positional_values(const CLI::App& verb, std::size_t place, std::string_view typed,
                             const words::Catalogue& words) {
    std::vector<const CLI::Option*> positionals;
    for (const CLI::Option* option : verb.get_options()) {
        if (option->get_positional()) {
            positionals.push_back(option);
        }
    }
    if (positionals.empty()) {
        return {};
    }
    const bool several = positionals.back()->get_items_expected_max() > 1;
    if (place >= positionals.size() && !several) {
        return {};
    }
    return values_of(*positionals[std::min(place, positionals.size() - 1)], typed, words);
}

}  // namespace

Candidates candidates(const CLI::App& app, const std::vector<std::string>& typed,
                      const words::Catalogue& words) {
    const std::string last = typed.empty() || typed.back() == "=" ? std::string() : typed.back();
    const Position at = position_after(app, typed);
    Candidates found;
    if (at.value != nullptr) {
        found = values_of(*at.value, last, words);
    } else if (last.starts_with('-')) {
        if (at.verb != nullptr) {
            add_options(found.listed, *at.verb);
        }
        add_options(found.listed, app);
    } else if (at.verb == nullptr) {
        found.listed = verbs(app);
    } else {
        found = positional_values(*at.verb, at.places, last, words);
    }
    std::erase_if(found.listed, [&](const Candidate& one) { return !one.text.starts_with(last); });
    return found;
}

std::string_view completion_script(std::string_view shell) {
    if (shell == "bash") {
        return R"(# unknot completion bash: source it, or put it into ~/.local/share/bash-completion/completions/unknot
_unknot() {
    local line
    COMPREPLY=()
    while IFS= read -r line; do
        if [ "$line" = :files ]; then
            compopt -o default
            return
        fi
        COMPREPLY+=("${line%%$'\t'*}")
    done < <("${COMP_WORDS[0]}" completion candidates -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _unknot unknot
)";
    }
    if (shell == "zsh") {
        return R"(#compdef unknot
# unknot completion zsh: source it behind compinit, or put it as _unknot into a folder of $fpath
_unknot() {
    local -a lines values
    local line
    lines=("${(@f)$("${words[1]}" completion candidates -- "${(@)words[2,CURRENT]}" 2>/dev/null)}")
    if [[ ${lines[1]} == :files ]]; then
        _files
        return
    fi
    for line in "${lines[@]}"; do
        [[ -n $line ]] && values+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
    done
    _describe unknot values
}
if [ "${funcstack[1]}" = _unknot ]; then
    _unknot
else
    compdef _unknot unknot
fi
)";
    }
    return R"(# unknot completion fish: put it into ~/.config/fish/completions/unknot.fish
function __unknot_candidates
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l program $words[1]
    set -e words[1]
    set -l lines ($program completion candidates -- $words "$current" 2>/dev/null)
    if test "$lines[1]" = :files
        __fish_complete_path "$current"
    else
        printf '%s\n' $lines
    end
end
complete -c unknot -f -a '(__unknot_candidates)'
)";
}

}  // namespace unknot::cli
