#!/usr/bin/env bash
# Three OpenAPI 3.1 tools resolve `$ref` from the document although the schema has an `$id`
#
# Package:  @stoplight/spectral-cli 6.16.3, @redocly/cli 2.77.0, @scalar/openapi-parser 0.29.22,
#           @hyperjump/json-schema 1.18.0 (npm)
# Expected: A schema with `$id` is a resource of its own: '#/$defs/item' inside it means its own $defs (OpenAPI
#           3.1 takes `$id` over from JSON Schema).
# Seen:     Spectral, Redocly and Scalar look for /$defs/item in the OpenAPI document and call the valid
#           reference broken. (swagger-parser 2.1.48 does too, not shown.) A JSON Schema validator follows it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

echo '{"private": true, "type": "module"}' >package.json
npm install --loglevel=error --no-audit --no-fund --ignore-scripts \
  @stoplight/spectral-cli@6.16.3 \
  @redocly/cli@2.77.0 \
  @scalar/openapi-parser@0.29.22 \
  @hyperjump/json-schema@1.18.0 >/dev/null
cat >.spectral.yaml <<'FILE'
extends: [["spectral:oas", off]]
rules: {oas3-schema: error}
FILE
cat >redocly.yaml <<'FILE'
extends: [spec]
FILE
cat >api.yaml <<'FILE'
openapi: 3.1.0
info: {title: t, version: "1"}
servers: [{url: 'https://api.example.com'}]
paths: {}
components:
  schemas:
    Order:
      $id: https://example.com/order
      properties:
        item: {$ref: '#/$defs/item'}
      $defs:
        item: {type: string}
FILE
cat >run.mjs <<'FILE'
import { readFileSync } from "node:fs";
import { validate } from "@scalar/openapi-parser";
import { registerSchema, validate as judge } from "@hyperjump/json-schema/draft-2020-12";
const { errors } = await validate(readFileSync("api.yaml", "utf8"));
console.log("scalar:", errors.map(e => e.message).join());
registerSchema({$schema: "https://json-schema.org/draft/2020-12/schema", $id: "https://example.com/order",
  properties: {item: {$ref: "#/$defs/item"}}, $defs: {item: {type: "string"}}}, "https://example.com/order");
console.log("hyperjump:", (await judge("https://example.com/order", {item: "a"})).valid, (await judge("https://example.com/order", {item: 1})).valid);
FILE
got=$(
  npx spectral lint --quiet --format json --fail-severity hint api.yaml | grep '"message"' | sed 's/.*: /spectral: /' || true
  REDOCLY_TELEMETRY=off npx redocly lint --format json api.yaml 2>/dev/null | grep '"message"' | sed 's/.*: "/redocly: "/' || true
  node run.mjs
)
want=$(cat <<'SEEN'
spectral: "'#/$defs/item' does not exist",
redocly: "Can't resolve $ref",
scalar: Can't resolve reference: #/$defs/item
hyperjump: true false
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS openapi-schema-id-ignored"; else echo "CHANGED openapi-schema-id-ignored"; exit 1; fi
