#!/usr/bin/env bash
# Spectral: role names of an API key must be OAuth scopes
#
# Package:  @stoplight/spectral-cli 6.16.3 (npm)
# Expected: OpenAPI 3.1: for a scheme other than oauth2 and openIdConnect the array may list role names that are
#           defined nowhere in the document.
# Seen:     Rule oas3-operation-security-defined asks for them among the scopes, which an apiKey scheme cannot
#           have.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

echo '{"private": true, "type": "module"}' >package.json
npm install --loglevel=error --no-audit --no-fund --ignore-scripts @stoplight/spectral-cli@6.16.3 >/dev/null
cat >.spectral.yaml <<'FILE'
extends: [["spectral:oas", off]]
rules: {oas3-operation-security-defined: error}
FILE
cat >api.yaml <<'FILE'
openapi: 3.1.0
info: {title: t, version: "1"}
paths:
  /a:
    get:
      security: [{key: [reader]}]
      responses: {"200": {description: ok}}
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
FILE
got=$(npx spectral lint --quiet --format json --fail-severity hint api.yaml | grep '"message"' || true)
want=$(cat <<'SEEN'
		"message": "\"reader\" must be listed among scopes.",
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS spectral-roles-of-an-api-key"; else echo "CHANGED spectral-roles-of-an-api-key"; exit 1; fi
