#!/usr/bin/env bash
# Spectral: a path item kept in components is refused
#
# Package:  @stoplight/spectral-cli 6.16.3 (npm)
# Expected: OpenAPI 3.1 has components/pathItems, and a path item may be a $ref to one.
# Seen:     Rule oas3-schema says that the path itself must not be there. The same path item written in place is
#           fine.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

echo '{"private": true, "type": "module"}' >package.json
npm install --loglevel=error --no-audit --no-fund --ignore-scripts @stoplight/spectral-cli@6.16.3 >/dev/null
cat >.spectral.yaml <<'FILE'
extends: [["spectral:oas", off]]
rules: {oas3-schema: error}
FILE
cat >ref.yaml <<'FILE'
openapi: 3.1.0
info: {title: t, version: "1"}
paths:
  /a: {$ref: '#/components/pathItems/A'}
components:
  pathItems:
    A: {get: {responses: {"200": {description: ok}}}}
FILE
cat >inline.yaml <<'FILE'
openapi: 3.1.0
info: {title: t, version: "1"}
paths:
  /a: {get: {responses: {"200": {description: ok}}}}
FILE
got=$(for file in inline.yaml ref.yaml; do
  echo "$file"
  npx spectral lint --quiet --format json --fail-severity hint "$file" | grep '"message"' || true
done)
want=$(cat <<'SEEN'
inline.yaml
ref.yaml
		"message": "\"~1a\" property must not have unevaluated properties.",
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS spectral-path-item-ref"; else echo "CHANGED spectral-path-item-ref"; exit 1; fi
