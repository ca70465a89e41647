#include "app/sample/stories.h"

namespace unknot::sample {

namespace {

Step felt(Step step, Sensations sensations) {
    step.sensations = sensations;
    return step;
}

Step screened(Step step, Screenings screening) {
    step.screening = screening;
    return step;
}

Step answered(Step rating, Symptoms symptoms) {
    rating.symptoms = symptoms;
    return rating;
}

}  // namespace

Step session_on(int day, int pressure, int before) {
    Step step;
    step.day = day;
    step.session = true;
    step.pressure = pressure;
    step.soreness = before;
    return step;
}

Step rated_on(int day, int soreness) {
    Step step;
    step.day = day;
    step.soreness = soreness;
    return step;
}

std::vector<Story> ordinary_stories() {
    return {
        {{session_on(0, 3, 1), rated_on(1, 2)}},
        {{session_on(0, 2, 1), rated_on(1, 1)}},
        {{session_on(0, 3, 2), rated_on(1, 3)}},
        {{session_on(0, 3, 1), rated_on(1, 3), rated_on(2, 2)}},
        {{session_on(0, 4, 2), rated_on(1, 4), rated_on(2, 2)}},
    };
}

namespace {

/// The time course of one session: lingering, not settled, returned, nobody rated it.
void add_time_courses(std::vector<Story>& stories) {
    stories.push_back({{session_on(0, 4, 1), rated_on(1, 3), rated_on(2, 3), rated_on(3, 1)}});
    stories.push_back({{session_on(0, 4, 2), rated_on(1, 4), rated_on(2, 4), rated_on(3, 4), rated_on(4, 4),
                        rated_on(6, 3)}});
    stories.push_back({{session_on(0, 4, 2), rated_on(1, 5), rated_on(2, 4), rated_on(3, 5), rated_on(4, 4),
                        rated_on(5, 5), rated_on(7, 4), rated_on(8, 4), rated_on(9, 3)}});
    stories.push_back({{session_on(0, 3, 1), rated_on(1, 2), rated_on(2, 4), rated_on(3, 2)}});
    stories.push_back({{session_on(0, 3, 1), rated_on(6, 1)}});
    // Worked again before it had settled: on the next evening, and while it was not settling at all.
    stories.push_back(
        {{session_on(0, 3, 1), rated_on(1, 3), session_on(1, 2, 3), rated_on(2, 3), rated_on(3, 2)}});
    stories.push_back({{session_on(0, 4, 2), rated_on(1, 4), rated_on(2, 4), rated_on(3, 4),
                        session_on(3, 3, 4), rated_on(4, 4), rated_on(5, 3)}});
}

void add_building(std::vector<Story>& stories) {
    stories.push_back({{session_on(0, 4, 1), rated_on(1, 3), rated_on(2, 4), rated_on(3, 5), rated_on(4, 3),
                        rated_on(5, 2)}});
    stories.push_back({{session_on(0, 4, 2), rated_on(1, 4), rated_on(2, 6), rated_on(3, 8), rated_on(4, 6),
                        rated_on(5, 5), rated_on(6, 3)}});
    stories.push_back(
        {{session_on(0, 3, 1), rated_on(1, 2), session_on(7, 3, 1), rated_on(8, 3), rated_on(9, 2),
          session_on(14, 4, 1), rated_on(15, 4), rated_on(16, 2), session_on(21, 4, 1), rated_on(22, 5),
          rated_on(23, 3), rated_on(24, 2), session_on(31, 2, 1), rated_on(32, 1)}});
}

void add_severity(std::vector<Story>& stories) {
    stories.push_back({{session_on(0, 4, 1), rated_on(1, 5), rated_on(2, 3), rated_on(3, 2)}});
    stories.push_back(
        {{session_on(0, 4, 2), rated_on(1, 7), rated_on(2, 5), rated_on(3, 4), rated_on(4, 2)}});
    stories.push_back({{session_on(0, 4, 2), rated_on(1, 7), rated_on(2, 8), rated_on(3, 6), rated_on(4, 5),
                        rated_on(5, 3)}});
    stories.push_back({{session_on(0, 4, 1), rated_on(1, 3), rated_on(2, 8), rated_on(3, 6), rated_on(4, 4),
                        rated_on(5, 2)}});
    stories.push_back({{felt(session_on(0, 3, 1), {Sensation::pain_spike}), rated_on(1, 3), rated_on(2, 2)}});
    // Four or more for over two weeks, from a start that was as high.
    stories.push_back({{session_on(0, 2, 4), rated_on(1, 5), rated_on(3, 4), rated_on(6, 5), rated_on(9, 4),
                        rated_on(12, 5), rated_on(15, 4), rated_on(17, 4), rated_on(19, 3)}});
}

void add_reports(std::vector<Story>& stories) {
    stories.push_back({{felt(session_on(0, 5, 2), {Sensation::held_breath}), rated_on(1, 4), rated_on(2, 3),
                        felt(session_on(6, 3, 1), {}), rated_on(7, 2)}});
    stories.push_back({{felt(session_on(0, 4, 1), {Sensation::numbness}), answered(rated_on(1, 2), {})}});
    stories.push_back(
        {{session_on(0, 3, 2), answered(rated_on(1, 3), {Symptom::swelling}), answered(rated_on(3, 2), {})}});
    stories.push_back({{screened(session_on(0, 1, 1), {Screening::open_skin}), rated_on(1, 1),
                        screened(session_on(6, 2, 1), {}), rated_on(7, 1)}});
    stories.push_back(
        {{session_on(0, 2, 1), answered(rated_on(1, 2), {Symptom::fever}), answered(rated_on(3, 1), {})}});
}

}  // namespace

std::vector<Story> special_stories() {
    std::vector<Story> stories;
    add_time_courses(stories);
    add_building(stories);
    add_severity(stories);
    add_reports(stories);
    return stories;
}

}  // namespace unknot::sample
