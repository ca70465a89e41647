# The Debian package of what is installed; `./dev package` says for which release, in which version.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME unknot)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ
                                                WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
string(REGEX REPLACE "^[^-]*-" "" CPACK_DEBIAN_PACKAGE_RELEASE "${UNKNOT_DEBIAN_VERSION}")
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "${UNKNOT_MAINTAINER}")
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Local times are worked out from the zones of tzdata, which no library asks for.
set(CPACK_DEBIAN_PACKAGE_DEPENDS tzdata)
# What has been made is opened with xdg-open; the desktop's own dialogs, to save and to print, come through its portal.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS xdg-utils)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS xdg-desktop-portal)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "self-massage log that says when to ease off")
set(CPACK_PACKAGE_DESCRIPTION
    "A log for people who massage their own sore spots with a ball, a roller or
their hands. You log a session and say how sore the area is on the days after;
Unknot flags soreness that keeps building or does not settle within a couple of
days, says which of your ratings that rests on, and what would clear it.
.
It has a window and a command line, works offline, and keeps everything in one
file that belongs to you. It gives general information, not medical advice, and
never a diagnosis.")
# The timer's sound is played by it, loaded when it is wanted; without it the timer is silent.
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "libcanberra0, sound-theme-freedesktop")
include(CPack)
