#!/usr/bin/env bash
# json-schema-library: the order of `anyOf` decides what `unevaluatedItems` sees
#
# Package:  json-schema-library 11.6.2 (npm)
# Expected: Every matching branch of `anyOf` contributes what it evaluated; the order of branches changes
#           nothing.
# Seen:     Where both branches match, the last one counts: the shorter branch last makes the second item
#           unevaluated, and the array invalid.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

echo '{"private": true, "type": "module"}' >package.json
npm install --loglevel=error --no-audit --no-fund --ignore-scripts json-schema-library@11.6.2 >/dev/null
cat >run.mjs <<'JS'
import { compileSchema } from "json-schema-library";
const long = {prefixItems: [true, {const: 1}]};
const short = {prefixItems: [true]};
for (const anyOf of [[short, long], [long, short]]) {
  const schema = {$schema: "https://json-schema.org/draft/2020-12/schema", anyOf, unevaluatedItems: false};
  console.log(JSON.stringify(anyOf), compileSchema(schema).validate([0, 1]).valid);
}
JS
got=$(node run.mjs)
want=$(cat <<'SEEN'
[{"prefixItems":[true]},{"prefixItems":[true,{"const":1}]}] true
[{"prefixItems":[true,{"const":1}]},{"prefixItems":[true]}] false
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS json-schema-library-anyof-order"; else echo "CHANGED json-schema-library-anyof-order"; exit 1; fi
