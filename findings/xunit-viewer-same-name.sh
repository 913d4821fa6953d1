#!/usr/bin/env bash
# xunit-viewer: two cases of one name are one
#
# Package:  xunit-viewer 10.6.1 (npm)
# Expected: Dynamic and parameterized tests may share class and name; each test case of the file is shown and
#           counted.
# Seen:     The last of one name replaces the others: of two passed cases and a failed one, all named `same`,
#           one passed case is left, and no failure.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

echo '{"private": true, "type": "module"}' >package.json
npm install --loglevel=error --no-audit --no-fund --ignore-scripts xunit-viewer@10.6.1 >/dev/null
cat >TEST-same.xml <<'FILE'
<testsuite name="s" tests="4" failures="1" errors="0" skipped="0" time="4">
  <testcase name="same" classname="K" time="1"/>
  <testcase name="same" classname="K" time="1"><failure message="m" type="T">t</failure></testcase>
  <testcase name="same" classname="K" time="1"/>
  <testcase name="other" classname="K" time="1"/>
</testsuite>
FILE
got=$(npx xunit-viewer --results TEST-same.xml --console --no-color 2>/dev/null | grep -oE '[0-9]+ (passed|failure).*' || true)
want=$(cat <<'SEEN'
2 passed
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS xunit-viewer-same-name"; else echo "CHANGED xunit-viewer-same-name"; exit 1; fi
