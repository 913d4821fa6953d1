#!/usr/bin/env bash
# @balena/odata-parser: $orderby without a direction descends
#
# Package:  @balena/odata-parser 4.3.5 (npm)
# Expected: OData: items without asc or desc are sorted in ascending order.
# Seen:     `$orderby=a` is read as desc, and `a asc,b` as asc then desc.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

echo '{"private": true, "type": "module"}' >package.json
npm install --loglevel=error --no-audit --no-fund --ignore-scripts @balena/odata-parser@4.3.5 >/dev/null
cat >run.mjs <<'JS'
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const { parse } = require("@balena/odata-parser");
for (const text of ["a", "a asc,b"]) console.log(text, "=>", parse(`/x?$orderby=${text}`).tree.options.$orderby.properties.map(p => `${p.name} ${p.order}`).join(", "));
JS
got=$(node run.mjs)
want=$(cat <<'SEEN'
a => a desc
a asc,b => a asc, b desc
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS balena-odata-orderby-descends"; else echo "CHANGED balena-odata-orderby-descends"; exit 1; fi
