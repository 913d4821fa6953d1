#!/usr/bin/env bash
# zod 4.6.7: z.fromJSONSchema minds `required` only for names that stand in `properties` beside it, in a schema with a type.
#
# Package:  zod 4.6.7 (npm); its page calls the function experimental, and it throws for `not`, `if` and others that it lacks
# Expected: JSON Schema 2020-12, validation, 6.5.3: `required` counts by itself, an object without the name is invalid; core,
#           7.6.1: a keyword needs no `type` beside it.
# Guessed:  that `required` counts without a type as it does with one. That was seen wrong first; allOf, anyOf and oneOf were tried
#           then.
# Seen:     It takes everything: an object without the name, also in allOf and anyOf. A oneOf of two takes nothing at
#           all, since both always hold.
set -euo pipefail
. "$(dirname "$0")/lib.sh"

need node npm
folder
cd "$folder"
echo '{"private": true, "type": "module"}' >package.json
npm install --loglevel=error --no-audit --no-fund --ignore-scripts zod@4.6.7 >/dev/null || cannot "npm install"
cat >run.mjs <<'JS'
import * as z from "zod";
const a = { required: ["a"] };
const b = { required: ["b"] };
for (const [name, schema] of Object.entries({
  declared: { type: "object", properties: { a: {} }, ...a },
  undeclared: { type: "object", ...a },
  untyped: { properties: { a: {} }, ...a },
  allOf: { type: "object", properties: { a: {} }, allOf: [a] },
  anyOf: { type: "object", properties: { a: {}, b: {} }, anyOf: [a, b] },
  oneOf: { type: "object", properties: { a: {}, b: {} }, oneOf: [a, b] },
})) {
  const type = z.fromJSONSchema({ $schema: "https://json-schema.org/draft/2020-12/schema", ...schema });
  console.log(name, [{}, { a: 1 }, { a: 1, b: 1 }].filter(value => type.safeParse(value).success).map(value => JSON.stringify(value)).join(" "));
}
JS
seen=$(node run.mjs 2>&1 || true)
finding "zod 4.6.7" 'oneOf {"a":1}; the others {"a":1} {"a":1,"b":1}' 'declared {"a":1} {"a":1,"b":1}
undeclared {} {"a":1} {"a":1,"b":1}
untyped {} {"a":1} {"a":1,"b":1}
allOf {} {"a":1} {"a":1,"b":1}
anyOf {} {"a":1} {"a":1,"b":1}
oneOf ' "$seen"
