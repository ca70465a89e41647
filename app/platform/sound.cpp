#include "app/platform/sound.h"

#include "app/platform/programs.h"

#include <condition_variable>
#include <cstdint>
#include <mutex>

#include <dlfcn.h>
#include <unistd.h>

namespace unknot::platform {

namespace {

/// The system ends the process then (alarm(2)), wherever it waits.
constexpr unsigned longest_s = 15;

constexpr int succeeded = 0;  // CA_SUCCESS

/// What of libcanberra 0.30 is used (canberra.h): its version 0 has had this interface since 2008.
struct Canberra {
    using Context = void;
    using Finished = void (*)(Context*, std::uint32_t id, int error, void* user);
    int (*create)(Context**) = nullptr;
    int (*destroy)(Context*) = nullptr;
    int (*proplist_create)(void**) = nullptr;
    int (*proplist_sets)(void*, const char* key, const char* value) = nullptr;
    int (*proplist_destroy)(void*) = nullptr;
    int (*play_full)(Context*, std::uint32_t id, void* proplist, Finished, void* user) = nullptr;

    /// False where the library is not there, or is another one.
    [[nodiscard]] bool load() {
        void* library = ::dlopen("libcanberra.so.0", RTLD_NOW | RTLD_LOCAL);
        return library != nullptr && find(library, "ca_context_create", create) &&
               find(library, "ca_context_destroy", destroy) &&
               find(library, "ca_proplist_create", proplist_create) &&
               find(library, "ca_proplist_sets", proplist_sets) &&
               find(library, "ca_proplist_destroy", proplist_destroy) &&
               find(library, "ca_context_play_full", play_full);
    }

private:
    template <typename Function>
    static bool find(void* library, const char* name, Function& function) {
        function = reinterpret_cast<Function>(::dlsym(library, name));
        return function != nullptr;
    }
};

/// Told on another thread when the sound is over.
struct Over {
    std::mutex mutex;
    std::condition_variable changed;
    bool is = false;
    int error = succeeded;

    static void told(Canberra::Context* /*context*/, std::uint32_t /*id*/, int error, void* user) {
        auto& over = *static_cast<Over*>(user);
        const std::lock_guard lock(over.mutex);
        over.is = true;
        over.error = error;
        over.changed.notify_one();
    }
};

bool play(const Canberra& canberra) {
    Canberra::Context* context = nullptr;
    void* what = nullptr;
    if (canberra.create(&context) != succeeded || canberra.proplist_create(&what) != succeeded) {
        return false;
    }
    (void)canberra.proplist_sets(what, "application.name", "Unknot");
    (void)canberra.proplist_sets(what, "media.role", "event");
    (void)canberra.proplist_sets(what, "event.id", "complete");
    Over over;
    bool played = canberra.play_full(context, 1, what, Over::told, &over) == succeeded;
    if (played) {
        std::unique_lock lock(over.mutex);
        over.changed.wait(lock, [&] { return over.is; });
        played = over.error == succeeded;
    }
    (void)canberra.proplist_destroy(what);
    (void)canberra.destroy(context);
    return played;
}

}  // namespace

void play_sound_of_the_end() {
    // Where it cannot be started it is silent, as where nothing can be played.
    (void)start_apart({this_program().string(), sound_argument});
}

int sound_process() {
    ::alarm(longest_s);
    Canberra canberra;
    return canberra.load() && play(canberra) ? 0 : 1;
}

}  // namespace unknot::platform
