#!/usr/bin/env bash
# odata-filter-parser: dates, GUIDs and booleans of OData 4 become numbers and null
#
# Package:  odata-filter-parser 0.6.5 (npm)
# Expected: The page says OData 2 to 4: an unquoted date stays a date, a GUID stays whole, true is true, a
#           doubled quote is one quote.
# Seen:     What begins with digits is cut to the leading integer, -1.5e3 is 0, true is null, and the quotes
#           stay doubled. Nothing is reported.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

echo '{"private": true, "type": "module"}' >package.json
npm install --loglevel=error --no-audit --no-fund --ignore-scripts odata-filter-parser@0.6.5 >/dev/null
cat >run.mjs <<'JS'
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const { Parser } = require("odata-filter-parser");
for (const text of ["a eq 5", "a eq 2026-01-31", "a eq 2026-01-31T00:00:00Z", "a eq 01234567-89ab-cdef-0123-456789abcdef", "a eq -1.5e3", "a eq true", "a eq 'it''s'"]) {
  console.log(text, "=>", JSON.stringify(Parser.parse(text).value));
}
JS
got=$(node run.mjs)
want=$(cat <<'SEEN'
a eq 5 => 5
a eq 2026-01-31 => 2026
a eq 2026-01-31T00:00:00Z => 2026
a eq 01234567-89ab-cdef-0123-456789abcdef => 1234567
a eq -1.5e3 => 0
a eq true => null
a eq 'it''s' => "it''s"
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS odata-filter-parser-literals"; else echo "CHANGED odata-filter-parser-literals"; exit 1; fi
