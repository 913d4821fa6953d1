#!/usr/bin/env bash
# ajv: an `if` without `then` and `else` evaluates no property
#
# Package:  ajv 8.20.0 (npm)
# Expected: The annotations of `if` count whether or not `then` or `else` stand beside it, so
#           unevaluatedProperties: false accepts what a matching `if` names.
# Seen:     Alone, and beside a `then` that always holds, `if` is left out and the property refused; a `then`
#           that says anything makes it accepted.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

echo '{"private": true, "type": "module"}' >package.json
npm install --loglevel=error --no-audit --no-fund --ignore-scripts ajv@8.20.0 >/dev/null
cat >run.mjs <<'JS'
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const Ajv = require("ajv/dist/2020").default;
const say = (schema, value) => console.log(JSON.stringify(schema), JSON.stringify(value), new Ajv({strict: false}).compile(schema)(value));
const test = {properties: {a: {const: 1}}, required: ["a"]};
say({if: test, unevaluatedProperties: false}, {a: 1});
say({if: test, then: true, unevaluatedProperties: false}, {a: 1});
say({if: test, then: {minProperties: 1}, unevaluatedProperties: false}, {a: 1});
JS
got=$(node run.mjs)
want=$(cat <<'SEEN'
{"if":{"properties":{"a":{"const":1}},"required":["a"]},"unevaluatedProperties":false} {"a":1} false
{"if":{"properties":{"a":{"const":1}},"required":["a"]},"then":true,"unevaluatedProperties":false} {"a":1} false
{"if":{"properties":{"a":{"const":1}},"required":["a"]},"then":{"minProperties":1},"unevaluatedProperties":false} {"a":1} true
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS ajv-if-alone-evaluates-nothing"; else echo "CHANGED ajv-if-alone-evaluates-nothing"; exit 1; fi
