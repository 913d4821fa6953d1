#!/usr/bin/env bash
# openapi-typescript: `const: null` becomes unknown
#
# Package:  openapi-typescript 7.13.0 (npm)
# Expected: const: false is the type false, so const: null is the type null, as `enum: [null]` and `type: null`
#           are.
# Seen:     The constant null alone is lost: any value passes the compiler.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

echo '{"private": true, "type": "module"}' >package.json
npm install --loglevel=error --no-audit --no-fund --ignore-scripts openapi-typescript@7.13.0 >/dev/null
cat >run.mjs <<'JS'
import openapiTS, { astToString } from "openapi-typescript";
const ast = await openapiTS({openapi: "3.1.0", info: {title: "t", version: "1"}, paths: {},
  components: {schemas: {aFalse: {const: false}, aNull: {const: null}, anEnum: {enum: [null]}, aType: {type: "null"}}}}, {silent: true});
console.log(astToString(ast).split("\n").filter(line => /^ +a[A-Zn]\w+: /.test(line)).map(line => line.trim()).join("\n"));
JS
got=$(node run.mjs)
want=$(cat <<'SEEN'
aFalse: false;
aNull: unknown;
anEnum: null;
aType: null;
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS openapi-typescript-const-null"; else echo "CHANGED openapi-typescript-const-null"; exit 1; fi
