#!/usr/bin/env bash
# Redocly: a schema of OpenAPI 3.1 may be `true` as a property, not as a component
#
# Package:  @redocly/cli 2.77.0 (npm)
# Expected: `true` and `false` are schemas wherever a schema object may stand, components/schemas included.
# Seen:     As a component it is an error, as a property it is none. (swagger-parser 2.1.48 agrees with it, not
#           shown.)
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

echo '{"private": true, "type": "module"}' >package.json
npm install --loglevel=error --no-audit --no-fund --ignore-scripts @redocly/cli@2.77.0 >/dev/null
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
    Anything: true
    Holder: {type: object, properties: {anything: true}}
FILE
got=$(REDOCLY_TELEMETRY=off npx redocly lint --format json api.yaml 2>/dev/null | grep -E '"(message|pointer)"' || true)
want=$(cat <<'SEEN'
      "message": "Expected type `Schema` (object) but got `boolean`",
          "pointer": "#/components/schemas/Anything",
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS redocly-boolean-schema-in-components"; else echo "CHANGED redocly-boolean-schema-in-components"; exit 1; fi
