#pragma once

#include "app/domain/result.h"
#include "app/platform/cancel.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace unknot::platform {

// The desktop's own dialogs, through its portal on the session bus (org.freedesktop.portal.FileChooser and
// .Print, flatpak.github.io/xdg-desktop-portal). Every function waits, for as long as somebody thinks in
// front of a dialog: each is called on a thread that may.

/// Which dialogs there are.
struct PortalOffers {
    bool files = false;    ///< to name a file, to save or to open
    bool folders = false;  ///< to name a folder
    bool print = false;

    friend bool operator==(const PortalOffers&, const PortalOffers&) = default;
};

/// Asks the portal; nothing is offered where there is no bus, no portal, or no part of it for that.
[[nodiscard]] PortalOffers portal_offers(const Cancel& cancel);

/// A kind of file, as a dialog offers it.
struct FileKind {
    std::string label;                  ///< "PDF"
    std::vector<std::string> patterns;  ///< "*.pdf"
};

/// What the desktop's file chooser is asked for.
struct PathQuestion {
    enum class For : std::uint8_t { save, open, folder };
    For what = For::save;
    std::string title;
    std::string name;              ///< save: as suggested; empty: none
    std::filesystem::path folder;  ///< where it begins; empty: where the desktop likes
    std::vector<FileKind> kinds;   ///< of files; empty: any
};

/// How long a portal has to take a question. What the user then takes is not limited.
constexpr std::chrono::milliseconds portal_patience{15000};

/// The path that somebody chose; nothing where they chose none, or `cancel` ended it (which closes the
/// dialog). Of a file to save that is there already the desktop has asked whether to replace it. Fails with
/// the reason, in English: no bus, no portal, one that ends without an answer, an answer that is no local
/// file.
[[nodiscard]] Result<std::optional<std::filesystem::path>, std::string> choose_path(
    const std::string& parent_window, const PathQuestion& question, const Cancel& cancel,
    std::chrono::milliseconds patience = portal_patience);

/// What is to be printed, made once somebody has decided to: a whole PDF; nothing where making it was
/// stopped.
using MakePdf = std::function<Result<std::optional<std::string>, std::string>()>;

/// Shows the desktop's print dialog and hands over the PDF, from memory: it never lies on a disk. False where
/// somebody chose not to, or it was stopped. Fails with the reason, in English, or with that of `make`.
[[nodiscard]] Result<bool, std::string> print_pdf(const std::string& parent_window, const std::string& title,
                                                  const MakePdf& make, const Cancel& cancel,
                                                  std::chrono::milliseconds patience = portal_patience);

}  // namespace unknot::platform
