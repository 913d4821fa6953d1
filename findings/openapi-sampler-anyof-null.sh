#!/usr/bin/env bash
# openapi-sampler: a nullable string written with null first becomes an object
#
# Package:  openapi-sampler 1.7.10 (npm)
# Expected: anyOf of null and string has the sample null or "string", whichever comes first.
# Seen:     With null first the sample is {}, which neither branch takes. `type: [null, string]` gives null.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

echo '{"private": true, "type": "module"}' >package.json
npm install --loglevel=error --no-audit --no-fund --ignore-scripts openapi-sampler@1.7.10 >/dev/null
cat >run.mjs <<'JS'
import { sample } from "openapi-sampler";
for (const schema of [{anyOf: [{type: "string"}, {type: "null"}]}, {anyOf: [{type: "null"}, {type: "string"}]}, {type: ["null", "string"]}]) {
  console.log(JSON.stringify(schema), JSON.stringify(sample(schema)));
}
JS
got=$(node run.mjs)
want=$(cat <<'SEEN'
{"anyOf":[{"type":"string"},{"type":"null"}]} "string"
{"anyOf":[{"type":"null"},{"type":"string"}]} {}
{"type":["null","string"]} null
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS openapi-sampler-anyof-null"; else echo "CHANGED openapi-sampler-anyof-null"; exit 1; fi
