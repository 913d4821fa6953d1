#!/usr/bin/env bash
# Four OpenAPI tools follow a `$ref` that is part of an example value
#
# Package:  @stoplight/spectral-cli 6.16.3, @redocly/cli 2.77.0, @readme/openapi-parser 9.0.0,
#           @apidevtools/swagger-parser 13.1.0, @scalar/openapi-parser 0.29.22 (npm)
# Expected: An `example` is any value; that of a schema for JSON Schemas may well hold a property `$ref`, and
#           points nowhere in the OpenAPI document.
# Seen:     Four of five take it for a reference of the document and call it broken.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

echo '{"private": true, "type": "module"}' >package.json
npm install --loglevel=error --no-audit --no-fund --ignore-scripts \
  @stoplight/spectral-cli@6.16.3 \
  @redocly/cli@2.77.0 \
  @readme/openapi-parser@9.0.0 \
  @apidevtools/swagger-parser@13.1.0 \
  @scalar/openapi-parser@0.29.22 >/dev/null
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
    Reference:
      type: object
      properties:
        $ref: {type: string}
      example: {$ref: '#/nowhere'}
FILE
cat >run.mjs <<'FILE'
import { readFileSync } from "node:fs";
import * as readme from "@readme/openapi-parser";
import * as scalar from "@scalar/openapi-parser";
import SwaggerParser from "@apidevtools/swagger-parser";
const first = async f => { try { return await f(); } catch (e) { return e.message.split("\n")[0]; } };
console.log("readme:", await first(async () => { const r = await readme.validate("api.yaml"); return r.valid ? "valid" : r.errors[0].message; }));
console.log("apidevtools:", await first(async () => { await SwaggerParser.validate("api.yaml"); return "valid"; }));
console.log("scalar:", await first(async () => (await scalar.validate(readFileSync("api.yaml", "utf8"))).valid ? "valid" : "invalid"));
FILE
got=$(
  npx spectral lint --quiet --format json --fail-severity hint api.yaml | grep '"message"' | sed 's/.*: /spectral: /' || true
  REDOCLY_TELEMETRY=off npx redocly lint --format json api.yaml 2>/dev/null | grep '"message"' | sed 's/.*: "/redocly: "/' || true
  node run.mjs
)
want=$(cat <<'SEEN'
spectral: "'#/nowhere' does not exist",
redocly: "Can't resolve $ref",
readme: Missing $ref pointer "#/nowhere". Token "nowhere" does not exist.
apidevtools: Missing $ref pointer "#/nowhere". Token "nowhere" does not exist.
scalar: valid
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS openapi-ref-inside-an-example"; else echo "CHANGED openapi-ref-inside-an-example"; exit 1; fi
