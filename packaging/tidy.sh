#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# clang-tidy over our sources, two at a time, with compile commands of their own. Arguments name files to
# look at instead of all.
set -euo pipefail
cd "$(dirname "$0")/.."

cmake --preset tidy >/dev/null
cmake --build build/tidy --target pinyin-table >/dev/null # sources include it
files=("$@")
if [ "${#files[@]}" -eq 0 ]; then
    # The Windows sources do not compile here; the others of app/ and ui/ are all looked at.
    mapfile -t files < <(git ls-files 'app/*.cpp' 'ui/*.cpp' | grep -v _windows.cpp)
fi
printf '%s\n' "${files[@]}" | xargs -P "$(nproc)" -n 2 clang-tidy -p build/tidy --quiet 2> >(grep -v -e 'warnings generated' -e 'Suppressed' -e 'Use -header-filter' >&2 || true)
