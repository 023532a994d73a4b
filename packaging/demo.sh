#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds, and opens the window on the built-in demo server, the sample sheet one click
# away. Where there is no display (or with --cli) it runs the main job on the command line instead: check,
# preview, apply, report. An argument names the folder for its files.
set -euo pipefail
cd "$(dirname "$0")/.."

window=1
if [ "${1:-}" = "--cli" ]; then
    window=0
    shift
elif [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    echo "There is no display: the main job runs on the command line." >&2
    window=0
fi

./packaging/install-dependencies.sh
cmake --preset dev -DRANGEDESK_TESTS=OFF >/dev/null
cmake --build --preset dev --target rangedesk rangedesk-cli

out=${1:-$(mktemp -d "${TMPDIR:-/tmp}/rangedesk-demo.XXXXXX")}
mkdir -p "$out"
if [ "$window" = 1 ]; then
    exec build/dev/ui/shell/rangedesk --demo --data-dir "$out/data"
fi

cli=(build/dev/app/cli/rangedesk-cli --demo --data-dir "$out/data" --rate 0)
sheet=resources/samples/range-products.csv
import=("${cli[@]}" import "$sheet" --kind range-products)

# 1 says that some rows were refused: the sample holds a few faulty ones on purpose.
step() {
    printf '\n== %s\n' "$1"
    shift
    "$@" || [ $? -eq 1 ]
}
step "Check: no server needed" "${import[@]}" --check
step "Preview: compared with what the server holds, nothing sent" "${import[@]}" --dry-run
step "Apply: sent, journalled, read back" "${import[@]}" --apply --report "$out/report.csv" --refused "$out/refused.csv"
step "Jobs" "${cli[@]}" jobs
printf '\nReport of every row: %s\nRefused rows, to correct and import again: %s\n' "$out/report.csv" "$out/refused.csv"
