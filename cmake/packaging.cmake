# A package for Debian 13: ninja -C build/release deb. Tests are no part of it, so they need not be built.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME countersign)
set(CPACK_PACKAGE_VENDOR Countersign)
set(CPACK_PACKAGE_CONTACT "The Countersign authors <countersign@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "review database changes before they reach production")
set(CPACK_PACKAGE_DESCRIPTION "Shows how two databases differ, rehearses the migration that closes the difference on a\n\
scratch database, checks what it would do to schema, data and locks, and records\n\
who signed exactly those bytes. PostgreSQL, MySQL, MariaDB, SQLite.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION database)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
# What the programs link to, by name: dpkg-shlibdeps is not on every machine that builds. Then what they load at run
# time: the drivers of Qt SQL, the icons' format, and a platform to be shown on.
string(JOIN ", " CPACK_DEBIAN_PACKAGE_DEPENDS
    "libc6" "libgcc-s1" "libstdc++6 (>= 14)" "libqt6core6t64 (>= 6.8.2)" "libqt6gui6 (>= 6.8.2)"
    "libqt6widgets6 (>= 6.8.2)" "libqt6sql6 (>= 6.8.2)" "libqt6svg6 (>= 6.8.2)" "libqt6printsupport6 (>= 6.8.2)"
    "libqt6dbus6 (>= 6.8.2)" "libqt6keychain1" "libkf6syntaxhighlighting6 (>= 6.13)" "libmariadb3" "libpq5" "libpg-query1706.0"
    "libsqlite3-0" "libssl3t64" "libtomlplusplus3t64"
    "libqt6sql6-sqlite" "libqt6sql6-psql" "libqt6sql6-mysql" "qt6-svg-plugins" "openssh-client")
string(JOIN ", " CPACK_DEBIAN_PACKAGE_RECOMMENDS
    "libxcb-cursor0" "qt6-wayland" "fonts-dejavu-core" "qt6-translations-l10n" "bubblewrap")
# The servers that a rehearsal starts privately.
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "postgresql, mariadb-server")
include(CPack)
add_custom_target(deb
    COMMAND ${CMAKE_CPACK_COMMAND} --config ${CMAKE_BINARY_DIR}/CPackConfig.cmake
    DEPENDS countersign countersignctl countersign-rehearse
    WORKING_DIRECTORY ${CMAKE_BINARY_DIR}
    USES_TERMINAL VERBATIM)
