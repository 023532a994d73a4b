#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Walks the window through the whole job by keys alone under Xvfb and leaves pictures of every step, in both
# languages and both themes. The argument names a folder; docs/screenshots otherwise, with those that the README
# shows.
set -euo pipefail
cd "$(dirname "$0")/.."

./packaging/install-dependencies.sh
cmake --preset dev -DRANGEDESK_TESTS=ON >/dev/null
cmake --build --preset dev --target rangedesk-walk

out=${1:-build/screenshots}
for language in zh en; do
    for theme in light dark; do
        echo "$language, $theme"
        xvfb-run --auto-servernum --server-args="-screen 0 1600x1000x24" \
            build/dev/tests/ui/rangedesk-walk "$out/$language-$theme" "$language" "$theme"
    done
done
if [ $# -eq 0 ]; then
    mkdir -p docs/screenshots
    cp "$out/zh-light/08-review.png" docs/screenshots/review-zh-light.png
    cp "$out/zh-light/51-registrations.png" docs/screenshots/registrations-zh-light.png
    cp "$out/zh-light/10-running.png" docs/screenshots/running-zh-light.png
    cp "$out/en-dark/12-result.png" docs/screenshots/result-en-dark.png
    cp "$out/en-light/54-ranges.png" docs/screenshots/ranges-en-light.png
    cp "$out/zh-light/55-range-edited.png" docs/screenshots/edits-zh-light.png
    cp "$out/zh-light/59-tree.png" docs/screenshots/tree-zh-light.png
    cp "$out/en-dark/62-explain.png" docs/screenshots/explain-en-dark.png
fi
echo "Pictures: $out"
