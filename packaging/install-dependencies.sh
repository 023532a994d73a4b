#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing to build and test on Debian 12. Works as root and as a user with sudo.
set -euo pipefail

packages=(
    cmake g++ ninja-build ccache git ca-certificates
    qt6-base-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools libqt6sql6-sqlite libgl1-mesa-dev
    qt6-svg-dev qt6-translations-l10n fonts-noto-cjk xvfb xauth
    rapidjson-dev libexpected-dev libzip-dev libxlsxwriter-dev pkg-config openssl qtkeychain-qt6-dev libsecret-1-0
    gnome-keyring dbus dbus-bin libsecret-tools procps tinyproxy curl
    unicode-data bzip2 libreoffice-calc-nogui
)
# Only for the benchmarks, the static checks and the check of the Windows sources.
if [ "${1:-}" = "--ci" ]; then
    packages+=(clang-tidy clang-format g++-mingw-w64-x86-64 libbenchmark-dev libcsv-dev)
fi

missing=()
for package in "${packages[@]}"; do
    if ! dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q "install ok installed"; then
        missing+=("$package")
    fi
done
[ "${#missing[@]}" -eq 0 ] && exit 0

run=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "Please install as root: ${missing[*]}" >&2; exit 1; }
    run=(sudo)
fi
echo "Installing: ${missing[*]}"
"${run[@]}" apt-get update -qq
"${run[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
