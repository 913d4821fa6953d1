#!/usr/bin/env bash
# @readme/openapi-parser: an empty `paths`, and an extension inside it, are refused
#
# Package:  @readme/openapi-parser 9.0.0 (npm)
# Expected: OpenAPI 3.1 asks for one of the fields paths, webhooks and components to be there, and says that
#           `paths` may be empty; keys that begin with x- may stand in it.
# Seen:     An empty object counts as missing, and x-group is told to begin with a slash.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

echo '{"private": true, "type": "module"}' >package.json
npm install --loglevel=error --no-audit --no-fund --ignore-scripts @readme/openapi-parser@9.0.0 >/dev/null
cat >run.mjs <<'JS'
import { validate } from "@readme/openapi-parser";
const head = {openapi: "3.1.0", info: {title: "t", version: "1"}};
const paths = {"/a": {get: {responses: {"200": {description: "ok"}}}}};
for (const p of [paths, {}, {...paths, "x-group": "a"}]) {
  const { valid, errors } = await validate({...head, paths: p});
  console.log(Object.keys(p).join() || "(empty)", valid, errors?.[0].message ?? "");
}
JS
got=$(node run.mjs)
want=$(cat <<'SEEN'
/a true 
(empty) false OpenAPI 3.1 definitions must contain at least one entry in either `paths`, `webhooks`, or `components`.
/a,x-group false Entries in the OpenAPI `paths` object must begin with a leading slash.
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS readme-openapi-parser-empty-paths"; else echo "CHANGED readme-openapi-parser-empty-paths"; exit 1; fi
