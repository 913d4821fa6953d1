#!/usr/bin/env bash
# test-results-parser: cases of a suite inside a suite are counted, not listed
#
# Package:  test-results-parser 0.4.6 (npm)
# Expected: A testsuite may hold test cases and further suites; the parsed result lists all of them.
# Seen:     Beside a direct case the nested suite vanishes: three tests are counted and one is listed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

echo '{"private": true, "type": "module"}' >package.json
npm install --loglevel=error --no-audit --no-fund --ignore-scripts test-results-parser@0.4.6 >/dev/null
cat >TEST-nested.xml <<'FILE'
<testsuites>
  <testsuite name="outer" tests="3" failures="0" errors="0" skipped="0" time="3">
    <testcase name="direct" classname="K" time="1"/>
    <testsuite name="inner" tests="2" failures="0" errors="0" skipped="0" time="2">
      <testcase name="deep one" classname="K" time="1"/>
      <testcase name="deep two" classname="K" time="1"/>
    </testsuite>
  </testsuite>
</testsuites>
FILE
cat >run.mjs <<'FILE'
import { parseV2 } from "test-results-parser";
const { result } = parseV2({type: "junit", files: ["TEST-nested.xml"]});
console.log("counted", result.total, "listed", result.suites.flatMap(s => s.cases.map(c => c.name)).join());
FILE
got=$(node run.mjs)
want=$(cat <<'SEEN'
counted 3 listed direct
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS test-results-parser-nested-suites"; else echo "CHANGED test-results-parser-nested-suites"; exit 1; fi
