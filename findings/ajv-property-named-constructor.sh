#!/usr/bin/env bash
# ajv: an optional property named like a method of Object is found in an empty object
#
# Package:  ajv 8.20.0, @cfworker/json-schema 4.1.6 (npm)
# Expected: {} has no property `constructor`, so `properties` says nothing about it and `required` refuses.
# Seen:     ajv looks at the prototype unless `ownProperties` is set: it refuses {} for the optional property.
#           The other validator sees none.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

echo '{"private": true, "type": "module"}' >package.json
npm install --loglevel=error --no-audit --no-fund --ignore-scripts ajv@8.20.0 @cfworker/json-schema@4.1.6 >/dev/null
cat >run.mjs <<'JS'
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const Ajv = require("ajv/dist/2020").default;
import { Validator } from "@cfworker/json-schema";
const schema = {type: "object", properties: {constructor: {type: "string"}}};
console.log("ajv", new Ajv().compile(schema)({}));
console.log("ajv, ownProperties", new Ajv({ownProperties: true}).compile(schema)({}));
console.log("cfworker", new Validator(schema, "2020-12").validate({}).valid);
JS
got=$(node run.mjs)
want=$(cat <<'SEEN'
ajv false
ajv, ownProperties true
cfworker true
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS ajv-property-named-constructor"; else echo "CHANGED ajv-property-named-constructor"; exit 1; fi
