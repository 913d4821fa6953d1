#!/usr/bin/env bash
# jsonschema: format `time` refuses every time with an offset
#
# Package:  jsonschema 1.5.0 (npm)
# Expected: The package checks `time`; since draft 7 that is RFC 3339's full-time, which needs Z or an offset.
# Seen:     12:00:00Z and 12:00:00+01:00 are refused and 12:00:00 is accepted, also for a draft 7 schema.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

echo '{"private": true, "type": "module"}' >package.json
npm install --loglevel=error --no-audit --no-fund --ignore-scripts jsonschema@1.5.0 >/dev/null
cat >run.mjs <<'JS'
import jsonschema from "jsonschema";
for (const text of ["12:00:00", "12:00:00Z", "12:00:00+01:00"]) {
  const schema = {$schema: "http://json-schema.org/draft-07/schema#", format: "time"};
  console.log(text, new jsonschema.Validator().validate(text, schema).valid);
}
JS
got=$(node run.mjs)
want=$(cat <<'SEEN'
12:00:00 true
12:00:00Z false
12:00:00+01:00 false
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS jsonschema-time-without-offset"; else echo "CHANGED jsonschema-time-without-offset"; exit 1; fi
