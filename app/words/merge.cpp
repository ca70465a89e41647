#include "app/words/merge.h"

namespace unknot::words {

std::vector<std::string> merge_sentences(const Catalogue& words, const MergeCounts& counts, Merge merge) {
    const bool done = merge == Merge::done;
    std::vector<std::string> sentences;
    sentences.push_back(
        done
            ? words.say(
                  "Sessions and check-ins: {0} new, {1} changed because the other log's entry is later, "
                  "{2} deleted because they were deleted there later, {3} kept as they are here, {4} "
                  "the same in both.",
                  counts.added, counts.changed, counts.deleted, counts.kept, counts.identical)
            : words.say("Sessions and check-ins: {0} would be new, {1} changed because the other log's entry "
                        "is later, {2} deleted because they were deleted there later, {3} kept as they are "
                        "here, {4} are the same in both.",
                        counts.added, counts.changed, counts.deleted, counts.kept, counts.identical));
    if (counts.areas > 0) {
        sentences.push_back(words.plural("{0} own area is new or changed.",
                                         "{0} own areas are new or changed.", counts.areas));
    }
    if (counts.tools > 0) {
        sentences.push_back(words.plural("{0} tool is added, retired or offered again.",
                                         "{0} tools are added, retired or offered again.", counts.tools));
    }
    if (counts.profile) {
        sentences.emplace_back(
            done ? words.text("The health questions have the other log's answers now, which are later: look "
                              "whether they are right.")
                 : words.text("The health questions would get the other log's answers, which are later."));
    }
    return sentences;
}

}  // namespace unknot::words
