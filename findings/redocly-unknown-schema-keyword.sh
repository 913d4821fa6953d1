#!/usr/bin/env bash
# Redocly: a schema of OpenAPI 3.1 may hold no keyword that Redocly does not know
#
# Package:  @redocly/cli 2.77.0 (npm)
# Expected: From 3.1 on a schema object is JSON Schema: further keywords are annotations and need no x- before
#           them.
# Seen:     Rule struct, part of the ruleset `spec`, reports them as errors.
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
    Price: {type: number, unit: EUR}
FILE
got=$(REDOCLY_TELEMETRY=off npx redocly lint --format json api.yaml 2>/dev/null | grep -E '"(message|ruleId)"' || true)
want=$(cat <<'SEEN'
      "ruleId": "struct",
      "message": "Property `unit` is not expected here.",
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS redocly-unknown-schema-keyword"; else echo "CHANGED redocly-unknown-schema-keyword"; exit 1; fi
