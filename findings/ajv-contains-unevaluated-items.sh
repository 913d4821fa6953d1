#!/usr/bin/env bash
# ajv: `contains` evaluates every item of an array, or none
#
# Package:  ajv 8.20.0 (npm)
# Expected: By JSON Schema 2020-12, `contains` evaluates exactly the items that match it; unevaluatedItems:
#           false then refuses [1, 2] where only 1 matches, and accepts [1] with minContains: 0.
# Seen:     [1, 2] is accepted, and with minContains: 0 the matching [1] is refused.
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
const one = {contains: {const: 1}, unevaluatedItems: false};
say(one, [1, 1]);
say(one, [1, 2]);
say({...one, minContains: 0}, [1]);
JS
got=$(node run.mjs)
want=$(cat <<'SEEN'
{"contains":{"const":1},"unevaluatedItems":false} [1,1] true
{"contains":{"const":1},"unevaluatedItems":false} [1,2] true
{"contains":{"const":1},"unevaluatedItems":false,"minContains":0} [1] false
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS ajv-contains-unevaluated-items"; else echo "CHANGED ajv-contains-unevaluated-items"; exit 1; fi
