#!/usr/bin/env bash
# @seriousme/openapi-schema-validator: a property named `$ref` makes a document invalid
#
# Package:  @seriousme/openapi-schema-validator 2.11.0 (npm)
# Expected: Under `properties` every key is a property's name, $ref as well.
# Seen:     The schema of the property is taken for a reference to the text [object Object].
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

echo '{"private": true, "type": "module"}' >package.json
npm install --loglevel=error --no-audit --no-fund --ignore-scripts @seriousme/openapi-schema-validator@2.11.0 >/dev/null
cat >run.mjs <<'JS'
import { Validator } from "@seriousme/openapi-schema-validator";
for (const name of ["ref", "$ref"]) {
  const document = {openapi: "3.1.0", info: {title: "t", version: "1"}, paths: {},
    components: {schemas: {Link: {type: "object", properties: {[name]: {type: "string"}}}}}};
  const { valid, errors } = await new Validator().validate(document);
  console.log(name, valid, errors ?? "");
}
JS
got=$(node run.mjs)
want=$(cat <<'SEEN'
ref true 
$ref false Can't resolve [object Object], only internal refs are supported.
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS seriousme-property-named-ref"; else echo "CHANGED seriousme-property-named-ref"; exit 1; fi
