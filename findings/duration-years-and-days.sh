#!/usr/bin/env bash
# Format `duration`: most validators take P1Y2D, which the grammar does not know
#
# Package:  ajv 8.20.0, ajv-formats 3.0.1, @exodus/schemasafe 1.3.0, json-schema-library 11.6.2,
#           @cfworker/json-schema 4.1.6, @hyperjump/json-schema 1.18.0, @hyperjump/json-schema-formats 1.0.7
#           (npm)
# Expected: The grammar that JSON Schema names (RFC 3339, appendix A) leaves no unit out between two others:
#           P1Y2D and PT1H2S are invalid everywhere.
# Seen:     Three accept both, two refuse both. (Java's networknt 3.0.9 accepts them too, not shown.)
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

echo '{"private": true, "type": "module"}' >package.json
npm install --loglevel=error --no-audit --no-fund --ignore-scripts \
  ajv@8.20.0 \
  ajv-formats@3.0.1 \
  @exodus/schemasafe@1.3.0 \
  json-schema-library@11.6.2 \
  @cfworker/json-schema@4.1.6 \
  @hyperjump/json-schema@1.18.0 \
  @hyperjump/json-schema-formats@1.0.7 >/dev/null
cat >run.mjs <<'JS'
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const Ajv = require("ajv/dist/2020").default;
import { Validator } from "@cfworker/json-schema";
import { validator } from "@exodus/schemasafe";
import { compileSchema } from "json-schema-library";
import { registerSchema, setShouldValidateFormat, validate } from "@hyperjump/json-schema/draft-2020-12";
import "@hyperjump/json-schema/formats";
const $schema = "https://json-schema.org/draft/2020-12/schema";
const schema = {$schema, format: "duration"};
setShouldValidateFormat(true);
registerSchema(structuredClone(schema), "https://example.com/d");
const ajv = new Ajv({strict: false});
require("ajv-formats").default(ajv);
const readers = {
  "ajv-formats": ajv.compile(schema),
  schemasafe: validator(schema, {mode: "lax", formatAssertion: true}),
  "json-schema-library": text => compileSchema(schema).validate(text).valid,
  cfworker: text => new Validator(schema, "2020-12").validate(text).valid,
  hyperjump: async text => (await validate("https://example.com/d", text)).valid,
};
for (const [name, valid] of Object.entries(readers)) {
  console.log(name, await valid("P1Y2M3D"), await valid("P1Y2D"), await valid("PT1H2S"));
}
JS
got=$(node run.mjs)
want=$(cat <<'SEEN'
ajv-formats true true true
schemasafe true true true
json-schema-library true true true
cfworker true false false
hyperjump true false false
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS duration-years-and-days"; else echo "CHANGED duration-years-and-days"; exit 1; fi
