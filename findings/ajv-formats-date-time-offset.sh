#!/usr/bin/env bash
# ajv-formats: `date-time` takes times that RFC 3339 does not know
#
# Package:  ajv 8.20.0, ajv-formats 3.0.1 (npm)
# Expected: The full mode of `date-time` follows RFC 3339: a T between date and time, an offset as +hh:mm or Z.
# Seen:     Offsets +01 and +0100 and a blank for the T are valid, also where the package is asked for mode
#           `full`.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

echo '{"private": true, "type": "module"}' >package.json
npm install --loglevel=error --no-audit --no-fund --ignore-scripts ajv@8.20.0 ajv-formats@3.0.1 >/dev/null
cat >run.mjs <<'JS'
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const Ajv = require("ajv/dist/2020").default;
const ajv = new Ajv({strict: false});
require("ajv-formats").default(ajv, {mode: "full"});
const valid = ajv.compile({format: "date-time"});
for (const text of ["2026-01-01T12:00:00+01:00", "2026-01-01T12:00:00+01", "2026-01-01T12:00:00+0100", "2026-01-01 12:00:00Z", "2026-01-01T12:00:00"]) {
  console.log(text, valid(text));
}
JS
got=$(node run.mjs)
want=$(cat <<'SEEN'
2026-01-01T12:00:00+01:00 true
2026-01-01T12:00:00+01 true
2026-01-01T12:00:00+0100 true
2026-01-01 12:00:00Z true
2026-01-01T12:00:00 false
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS ajv-formats-date-time-offset"; else echo "CHANGED ajv-formats-date-time-offset"; exit 1; fi
