#!/usr/bin/env bash
# @balena/odata-parser: `or` binds as tightly as `and`
#
# Package:  @balena/odata-parser 4.3.5 (npm)
# Expected: OData's order of precedence puts `and` before `or`: a or b and c means a or (b and c).
# Seen:     The operators are taken from left to right: (a or b) and c.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

echo '{"private": true, "type": "module"}' >package.json
npm install --loglevel=error --no-audit --no-fund --ignore-scripts @balena/odata-parser@4.3.5 >/dev/null
cat >run.mjs <<'JS'
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const { parse } = require("@balena/odata-parser");
const words = node => typeof node === "string" ? node : node.name ?? (Array.isArray(node) ? `(${node.map(words).join(" ")})` : "?");
for (const text of ["a or (b and c)", "a or b and c", "a and b or c and d"]) console.log(text, "=>", words(parse(`/x?$filter=${text}`).tree.options.$filter));
JS
got=$(node run.mjs)
want=$(cat <<'SEEN'
a or (b and c) => (or a (and b c))
a or b and c => (and (or a b) c)
a and b or c and d => (and (or (and a b) c) d)
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS balena-odata-or-before-and"; else echo "CHANGED balena-odata-or-before-and"; exit 1; fi
