#!/usr/bin/env bash
# @hyperjump/json-schema: an enum value with a `$id` never matches
#
# Package:  @hyperjump/json-schema 1.18.0 (npm)
# Expected: The values of `enum` and `const` are plain data: an object that happens to hold `$id` equals itself.
# Seen:     The object is taken for an embedded schema, so that the equal instance is refused; without `$id` it
#           is accepted.
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
const plain = {name: "a", type: "null"};
const named = {$id: "https://example.com/a", type: "null"};
await say({enum: [plain]}, plain);
await say({enum: [named]}, named);
await say({const: named}, named);
JS
got=$(node run.mjs)
want=$(cat <<'SEEN'
{"enum":[{"name":"a","type":"null"}]} {"name":"a","type":"null"} true
{"enum":[{"$id":"https://example.com/a","type":"null"}]} {"$id":"https://example.com/a","type":"null"} false
{"const":{"$id":"https://example.com/a","type":"null"}} {"$id":"https://example.com/a","type":"null"} false
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS hyperjump-id-inside-enum"; else echo "CHANGED hyperjump-id-inside-enum"; exit 1; fi
