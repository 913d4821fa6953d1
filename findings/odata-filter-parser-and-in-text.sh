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
npm install --loglevel=error --no-audit --no-fund --ignore-scripts odata-filter-parser@0.6.5 >/dev/null
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
if diff <(echo "$want") <(echo "$got"); then echo "PASS odata-filter-parser-and-in-text"; else echo "CHANGED odata-filter-parser-and-in-text"; exit 1; fi
