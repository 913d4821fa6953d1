#!/usr/bin/env bash
# @exodus/schemasafe: `ipv6` refuses :: that stands for two groups or one
#
# Package:  @exodus/schemasafe 1.3.0 (npm)
# Expected: In RFC 4291 `::` stands for one or more groups of zeros.
# Seen:     It has to stand for three or more: 2001:db8:1:2:3:4:: is no address, 2001:db8:1:2:3:: is one.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

echo '{"private": true, "type": "module"}' >package.json
npm install --loglevel=error --no-audit --no-fund --ignore-scripts @exodus/schemasafe@1.3.0 >/dev/null
cat >run.mjs <<'JS'
import { validator } from "@exodus/schemasafe";
const valid = validator({$schema: "https://json-schema.org/draft/2020-12/schema", format: "ipv6"}, {mode: "lax", formatAssertion: true});
for (const text of ["2001:db8:1:2:3::", "2001:db8:1:2:3:4::", "2001:db8:1:2:3:4:5::", "2001:db8::3:4:5:6:7", "2001:db8:1:2:3:4:0:0"]) console.log(text, valid(text));
JS
got=$(node run.mjs)
want=$(cat <<'SEEN'
2001:db8:1:2:3:: true
2001:db8:1:2:3:4:: false
2001:db8:1:2:3:4:5:: false
2001:db8::3:4:5:6:7 false
2001:db8:1:2:3:4:0:0 true
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS schemasafe-ipv6-short-gap"; else echo "CHANGED schemasafe-ipv6-short-gap"; exit 1; fi
