#!/usr/bin/env bash
# ajv: a generic list by $dynamicRef keeps its own placeholder
#
# Package:  ajv 8.20.0, @hyperjump/json-schema 1.18.0 (npm)
# Expected: $dynamicRef takes the outermost $dynamicAnchor of that name, so a list of T whose T is bound to
#           string accepts ["a"].
# Seen:     ajv applies the placeholder of the list itself (`not: true`) and refuses ["a"]; hyperjump accepts
#           it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

echo '{"private": true, "type": "module"}' >package.json
npm install --loglevel=error --no-audit --no-fund --ignore-scripts ajv@8.20.0 @hyperjump/json-schema@1.18.0 >/dev/null
cat >run.mjs <<'JS'
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const Ajv = require("ajv/dist/2020").default;
import { registerSchema, validate } from "@hyperjump/json-schema/draft-2020-12";
const schema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "https://example.com/strings",
  $ref: "list",
  $defs: {
    text: {$dynamicAnchor: "T", type: "string"},
    list: {$id: "list", type: "array", items: {$dynamicRef: "#T"}, $defs: {any: {$dynamicAnchor: "T", not: true}}},
  },
};
console.log("ajv", new Ajv({strict: false}).compile(structuredClone(schema))(["a"]));
registerSchema(schema, schema.$id);
console.log("hyperjump", (await validate(schema.$id, ["a"])).valid);
JS
got=$(node run.mjs)
want=$(cat <<'SEEN'
ajv false
hyperjump true
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS ajv-dynamicref-generic-list"; else echo "CHANGED ajv-dynamicref-generic-list"; exit 1; fi
