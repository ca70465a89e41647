#include "app/platform/portal.h"

#include "app/platform/portal_dialog.h"

#include <cerrno>
#include <cstring>
#include <string_view>
#include <system_error>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace unknot::platform {

namespace {

constexpr const char* file_chooser = "org.freedesktop.portal.FileChooser";
constexpr const char* print_interface = "org.freedesktop.portal.Print";
constexpr std::uint32_t chooses_folders_since = 3;  // FileChooser, OpenFile's option "directory"

GVariant* filters_of(const std::vector<FileKind>& kinds) {
    constexpr std::uint32_t glob = 0;  // 1 would be a MIME type
    GVariantBuilder all;
    g_variant_builder_init(&all, G_VARIANT_TYPE("a(sa(us))"));
    for (const FileKind& kind : kinds) {
        GVariantBuilder patterns;
        g_variant_builder_init(&patterns, G_VARIANT_TYPE("a(us)"));
        for (const std::string& pattern : kind.patterns) {
            g_variant_builder_add(&patterns, "(us)", glob, pattern.c_str());
        }
        g_variant_builder_add(&all, "(sa(us))", kind.label.c_str(), &patterns);
    }
    return g_variant_builder_end(&all);
}

GVariant* arguments_of(PortalDialog& dialog, const std::string& parent_window, const PathQuestion& question) {
    GVariantDict options = dialog.options();
    if (!question.name.empty()) {
        g_variant_dict_insert(&options, "current_name", "s", question.name.c_str());
    }
    if (!question.folder.empty()) {
        // Bytes that end with a zero, whatever their encoding.
        g_variant_dict_insert_value(&options, "current_folder",
                                    g_variant_new_bytestring(question.folder.c_str()));
    }
    if (!question.kinds.empty()) {
        g_variant_dict_insert_value(&options, "filters", filters_of(question.kinds));
    }
    if (question.what == PathQuestion::For::folder) {
        g_variant_dict_insert(&options, "directory", "b", TRUE);
    }
    return g_variant_new("(ss@a{sv})", parent_window.c_str(), question.title.c_str(),
                         g_variant_dict_end(&options));
}

/// The one file that an answer names.
Result<std::optional<std::filesystem::path>, std::string> path_in(GVariant* results) {
    const char** uris = nullptr;
    if (g_variant_lookup(results, "uris", "^a&s", &uris) == FALSE || uris == nullptr) {
        return Failed{std::string("the desktop's dialog named no file")};
    }
    const std::unique_ptr<const char*, Release<g_free>> held(uris);
    if (uris[0] == nullptr) {
        return Failed{std::string("the desktop's dialog named no file")};
    }
    char* raw_host = nullptr;
    const Text path(g_filename_from_uri(uris[0], &raw_host, nullptr));
    const Text host(raw_host);
    if (!path || (host && std::string_view(host.get()) != "localhost")) {
        return Failed{std::string("it is not a file of this computer")};
    }
    return std::optional(std::filesystem::path(path.get()));
}

/// A file in memory that nobody can change any more. -1 with errno set where there is none.
int sealed_file(std::string_view content) {
    const int file = ::memfd_create("unknot-print", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    std::string_view rest = content;
    while (file >= 0 && !rest.empty()) {
        const ssize_t count = ::write(file, rest.data(), rest.size());
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0) {
            const int number = errno;
            ::close(file);
            errno = number;
            return -1;
        }
        rest.remove_prefix(static_cast<std::size_t>(count));
    }
    if (file >= 0) {
        // Whoever gets it reads from where it stands.
        (void)::lseek(file, 0, SEEK_SET);
        (void)::fcntl(file, F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL);
    }
    return file;
}

/// The number under which the portal remembers what was chosen in its print dialog.
std::uint32_t token_in(GVariant* results) {
    std::uint32_t token = 0;
    (void)g_variant_lookup(results, "token", "u", &token);
    return token;
}

Result<bool, std::string> hand_over(PortalDialog& dialog, const std::string& parent_window,
                                    const std::string& title, const std::string& pdf, std::uint32_t token,
                                    std::chrono::milliseconds patience) {
    const int file = sealed_file(pdf);
    if (file < 0) {
        return Failed{std::generic_category().message(errno)};
    }
    const Object<GUnixFDList> files(g_unix_fd_list_new_from_array(&file, 1));  // closes it
    GVariantDict options = dialog.options();
    g_variant_dict_insert(&options, "token", "u", token);
    GVariant* const arguments =
        g_variant_new("(ssh@a{sv})", parent_window.c_str(), title.c_str(), 0, g_variant_dict_end(&options));
    auto printed = dialog.ask(print_interface, "Print", arguments, files.get(), patience);
    return printed ? Result<bool, std::string>(*printed != nullptr) : Failed{printed.error()};
}

}  // namespace

PortalOffers portal_offers(const Cancel& cancel) {
    const PortalDialog portal(cancel);
    const std::uint32_t files = portal.version(file_chooser);
    return {files > 0, files >= chooses_folders_since, portal.version(print_interface) > 0};
}

Result<std::optional<std::filesystem::path>, std::string> choose_path(const std::string& parent_window,
                                                                      const PathQuestion& question,
                                                                      const Cancel& cancel,
                                                                      std::chrono::milliseconds patience) {
    PortalDialog dialog(cancel);
    const char* const method = question.what == PathQuestion::For::save ? "SaveFile" : "OpenFile";
    const auto answer =
        dialog.ask(file_chooser, method, arguments_of(dialog, parent_window, question), nullptr, patience);
    if (!answer) {
        return Failed{answer.error()};
    }
    if (*answer == nullptr) {
        return std::optional<std::filesystem::path>();
    }
    return path_in(answer->get());
}

Result<bool, std::string> print_pdf(const std::string& parent_window, const std::string& title,
                                    const MakePdf& make, const Cancel& cancel,
                                    std::chrono::milliseconds patience) {
    PortalDialog dialog(cancel);
    GVariantDict none;
    g_variant_dict_init(&none, nullptr);
    GVariantDict no_page;
    g_variant_dict_init(&no_page, nullptr);
    GVariantDict options = dialog.options();
    const auto prepared = dialog.ask(
        print_interface, "PreparePrint",
        g_variant_new("(ss@a{sv}@a{sv}@a{sv})", parent_window.c_str(), title.c_str(),
                      g_variant_dict_end(&none), g_variant_dict_end(&no_page), g_variant_dict_end(&options)),
        nullptr, patience);
    if (!prepared) {
        return Failed{prepared.error()};
    }
    if (*prepared == nullptr) {
        return false;
    }
    const auto pdf = make();
    if (!pdf) {
        return Failed{pdf.error()};
    }
    if (!*pdf || cancel.cancelled()) {
        return false;
    }
    return hand_over(dialog, parent_window, title, **pdf, token_in(prepared->get()), patience);
}

}  // namespace unknot::platform
