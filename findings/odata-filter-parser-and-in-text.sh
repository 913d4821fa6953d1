#!/usr/bin/env bash
# odata-filter-parser: the word `and` inside a quoted text splits the filter
#
# Package:  odata-filter-parser 0.6.5 (npm)
# Expected: A text between quotes is one value, whatever words it holds.
# Seen:     'search and rescue' becomes two predicates joined by `and`, the first comparing with a piece of the
#           text, the second null. Brackets and `eq` inside quotes are read well.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

echo '{"private": true, "type": "module"}' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts odata-filter-parser@0.6.5
cat >run.mjs <<'JS'
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const { Parser } = require("odata-filter-parser");
for (const text of ["a eq 'one eq (two)'", "a eq 'search and rescue'"]) console.log(text, "=>", JSON.stringify(Parser.parse(text)));
JS
got=$(node run.mjs)
want=$(cat <<'SEEN'
a eq 'one eq (two)' => {"subject":"a","value":"one eq (two)","operator":"eq"}
a eq 'search and rescue' => {"subject":{"subject":"a","value":"'search","operator":"eq"},"value":null,"operator":"and"}
SEEN
)
if [[ "$got" == "$want" ]]; then
  echo "PASS odata-filter-parser-and-in-text"
else
  echo "CHANGED odata-filter-parser-and-in-text"
  diff <(echo "$want") <(echo "$got") || true
  exit 1
fi
