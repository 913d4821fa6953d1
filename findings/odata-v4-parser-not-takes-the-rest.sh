#!/usr/bin/env bash
# odata-v4-parser: `not` and the minus sign bind weakest instead of tightest
#
# Package:  odata-v4-parser 0.1.29 (npm)
# Expected: In OData 4 the unary operators come before all others: `not startswith(a,'x') and b eq 1` is (not
#           ...) and (...), `-a add 1` is (-a) add 1.
# Seen:     Both take everything to their right: not (... and ...), -(a add 1); as the grammar in ABNF reads,
#           which knows no precedence.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

echo '{"private": true, "type": "module"}' >package.json
npm install --loglevel=error --no-audit --no-fund --ignore-scripts odata-v4-parser@0.1.29 >/dev/null
cat >run.mjs <<'JS'
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const { filter } = require("odata-v4-parser");
for (const text of ["not startswith(a,'x') and b eq 1", "-a add 1 eq 2"]) {
  const top = filter(text);
  const inner = top.type === "EqualsExpression" ? top.value.left : top;
  const below = inner.value.type === "CommonExpression" ? inner.value.value : inner.value;
  console.log(text, "=>", inner.type, "of", below.type, below.raw);
}
JS
got=$(node run.mjs)
want=$(cat <<'SEEN'
not startswith(a,'x') and b eq 1 => NotExpression of AndExpression startswith(a,'x') and b eq 1
-a add 1 eq 2 => NegateExpression of AddExpression a add 1
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS odata-v4-parser-not-takes-the-rest"; else echo "CHANGED odata-v4-parser-not-takes-the-rest"; exit 1; fi
