#!/usr/bin/env bash
# @apidevtools/swagger-parser: a 3.1 document of components alone is no document
#
# Package:  @apidevtools/swagger-parser 13.1.0 (npm)
# Expected: OpenAPI 3.1 made `paths` optional: a document may hold only webhooks, or only components to be
#           referred to.
# Seen:     Webhooks alone are read, components alone are "not a valid Openapi API definition".
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

echo '{"private": true, "type": "module"}' >package.json
npm install --loglevel=error --no-audit --no-fund --ignore-scripts @apidevtools/swagger-parser@13.1.0 >/dev/null
cat >run.mjs <<'JS'
import SwaggerParser from "@apidevtools/swagger-parser";
const head = {openapi: "3.1.0", info: {title: "t", version: "1"}};
const parts = {webhooks: {w: {post: {responses: {"200": {description: "ok"}}}}}, components: {schemas: {S: {type: "string"}}}};
for (const [name, part] of Object.entries(parts)) {
  let outcome = "valid";
  try { await SwaggerParser.validate({...head, [name]: part}); } catch (e) { outcome = e.message; }
  console.log(name, outcome);
}
JS
got=$(node run.mjs)
want=$(cat <<'SEEN'
webhooks valid
components [object Object] is not a valid Openapi API definition
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS apidevtools-components-only"; else echo "CHANGED apidevtools-components-only"; exit 1; fi
