#!/usr/bin/env bash
# json-schema-library: `contains: true` forgets `minContains`
#
# Package:  json-schema-library 11.6.2 (npm)
# Expected: `contains: true` counts every item, so `minContains: 2` is a way to say minItems: 2 and refuses [1].
#           The same schema with `contains: {}` means the same.
# Seen:     With `true` one item is enough; with {} it is refused.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

echo '{"private": true, "type": "module"}' >package.json
npm install --loglevel=error --no-audit --no-fund --ignore-scripts json-schema-library@11.6.2 >/dev/null
cat >run.mjs <<'JS'
import { compileSchema } from "json-schema-library";
for (const contains of [true, {}, {type: "number"}]) {
  const schema = {$schema: "https://json-schema.org/draft/2020-12/schema", contains, minContains: 2};
  console.log(JSON.stringify(contains), compileSchema(schema).validate([1]).valid);
}
JS
got=$(node run.mjs)
want=$(cat <<'SEEN'
true true
{} false
{"type":"number"} false
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS json-schema-library-contains-true"; else echo "CHANGED json-schema-library-contains-true"; exit 1; fi
