#!/usr/bin/env bash
# @hyperjump/json-schema: `multipleOf` has an absolute tolerance
#
# Package:  @hyperjump/json-schema 1.18.0 (npm)
# Expected: 0.000000001 is no multiple of 0.01, and 1.0000001 none of 1; a tolerance for binary fractions would
#           be relative.
# Seen:     The remainder may be off by about 1.2e-7 whatever the numbers: both are accepted, and so is every
#           number nearer to 0 than that.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

echo '{"private": true, "type": "module"}' >package.json
npm install --loglevel=error --no-audit --no-fund --ignore-scripts @hyperjump/json-schema@1.18.0 >/dev/null
cat >run.mjs <<'JS'
import { registerSchema, validate } from "@hyperjump/json-schema/draft-2020-12";
let n = 0;
const say = async (schema, value) => {
  const id = `https://example.com/${++n}`;
  registerSchema({$schema: "https://json-schema.org/draft/2020-12/schema", ...schema}, id);
  console.log(JSON.stringify(schema), JSON.stringify(value), (await validate(id, value)).valid);
};
await say({multipleOf: 0.01}, 19.99);
await say({multipleOf: 0.01}, 0.000000001);
await say({multipleOf: 1}, 1.0000001);
await say({multipleOf: 1}, 1.000001);
JS
got=$(node run.mjs)
want=$(cat <<'SEEN'
{"multipleOf":0.01} 19.99 true
{"multipleOf":0.01} 1e-9 true
{"multipleOf":1} 1.0000001 true
{"multipleOf":1} 1.000001 false
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS hyperjump-multipleof-tolerance"; else echo "CHANGED hyperjump-multipleof-tolerance"; exit 1; fi
