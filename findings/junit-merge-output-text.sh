#!/usr/bin/env bash
# junit-merge: the text of an output loses its indentation
#
# Package:  junit-merge 2.0.0 (npm)
# Expected: Merging reports copies what stands in CDATA character by character.
# Seen:     Blanks at both ends of the text are cut, so that the first line of a printed table moves.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

echo '{"private": true, "type": "module"}' >package.json
npm install --loglevel=error --no-audit --no-fund --ignore-scripts junit-merge@2.0.0 >/dev/null
cat >TEST-out.xml <<'FILE'
<testsuite name="s" tests="1" failures="0" errors="0" skipped="0" time="1">
  <testcase name="prints" classname="K" time="1"><system-out><![CDATA[    a  b
    1  2
]]></system-out></testcase>
</testsuite>
FILE
npx junit-merge --out merged.xml TEST-out.xml >/dev/null
got=$(sed -n '/<system-out>/,/<\/system-out>/p' merged.xml | sed 's/^ *\(<system-out>\)/\1/')
want=$(cat <<'SEEN'
<system-out><![CDATA[a  b
    1  2]]></system-out>
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS junit-merge-output-text"; else echo "CHANGED junit-merge-output-text"; exit 1; fi
