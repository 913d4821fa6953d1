#!/usr/bin/env bash
# junit-to-ctrf: the reason of a skipped test is dropped
#
# Package:  junit-to-ctrf 0.0.14 (npm)
# Expected: CTRF has a `message` for each test, and the message of a failure goes there; so does that of
#           <skipped message=...>.
# Seen:     The failure keeps its message, the skipped test has none.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

echo '{"private": true, "type": "module"}' >package.json
npm install --loglevel=error --no-audit --no-fund --ignore-scripts junit-to-ctrf@0.0.14 >/dev/null
cat >TEST-skip.xml <<'FILE'
<testsuite name="s" tests="2" failures="1" errors="0" skipped="1" time="1">
  <testcase name="failed" classname="K" time="1"><failure message="was 500" type="T">t</failure></testcase>
  <testcase name="skipped" classname="K" time="0"><skipped message="no token for this case"/></testcase>
</testsuite>
FILE
npx junit-to-ctrf TEST-skip.xml -o ctrf.json >/dev/null
got=$(node -e 'for (const t of JSON.parse(require("fs").readFileSync("ctrf.json")).results.tests) console.log(t.status, JSON.stringify(t.message))' --input-type=commonjs)
want=$(cat <<'SEEN'
failed "was 500"
skipped undefined
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS junit-to-ctrf-skip-reason"; else echo "CHANGED junit-to-ctrf-skip-reason"; exit 1; fi
