#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds, and runs every test.
set -euo pipefail
cd "$(dirname "$0")/.."

./packaging/install-dependencies.sh
cmake --preset dev -DRANGEDESK_TESTS=ON
cmake --build --preset dev
ctest --preset dev "$@"
