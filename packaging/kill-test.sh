#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Kills the client at many random moments, with and without faults of the server (default 1,000 each way takes
# some hours). kill-test.sh [HOW-OFTEN [BUILD-FOLDER]]
set -euo pipefail
cd "$(dirname "$0")/.."
often="${1:-1000}"
build="${2:-build/dev}"
export QT_QPA_PLATFORM=offscreen RANGEDESK_LANG=en QTEST_FUNCTION_TIMEOUT=86400000
RANGEDESK_KILLS="$often" "$build/tests/cli/tst_killed" -maxwarnings 0 | grep -v '^PASS\|^QDEBUG'
RANGEDESK_FAULT_KILLS="$often" "$build/tests/cli/tst_kill_faults" -maxwarnings 0 | grep -v '^PASS\|^QDEBUG'
