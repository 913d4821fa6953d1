#!/usr/bin/env bash
# @hyperjump/json-schema-formats: a leap second is fine in `date-time`, never in `time`
#
# Package:  @hyperjump/json-schema 1.18.0, @hyperjump/json-schema-formats 1.0.7, @cfworker/json-schema 4.1.6
#           (npm)
# Expected: RFC 3339 allows second 60 where a leap second may fall, 23:59:60Z, in `full-time` as in `date-time`.
# Seen:     `time` refuses it, `date-time` takes it at the end of December. cfworker takes both.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

echo '{"private": true, "type": "module"}' >package.json
npm install --loglevel=error --no-audit --no-fund --ignore-scripts \
  @hyperjump/json-schema@1.18.0 \
  @hyperjump/json-schema-formats@1.0.7 \
  @cfworker/json-schema@4.1.6 >/dev/null
cat >run.mjs <<'JS'
import { Validator } from "@cfworker/json-schema";
import { registerSchema, setShouldValidateFormat, validate } from "@hyperjump/json-schema/draft-2020-12";
import "@hyperjump/json-schema/formats";
setShouldValidateFormat(true);
for (const [format, text] of [["time", "23:59:59Z"], ["time", "23:59:60Z"], ["date-time", "2016-12-31T23:59:60Z"]]) {
  const schema = {$schema: "https://json-schema.org/draft/2020-12/schema", format};
  const id = `https://example.com/${encodeURIComponent(text)}`;
  registerSchema(structuredClone(schema), id);
  console.log(format, text, "hyperjump", (await validate(id, text)).valid,
    "cfworker", new Validator(schema, "2020-12").validate(text).valid);
}
JS
got=$(node run.mjs)
want=$(cat <<'SEEN'
time 23:59:59Z hyperjump true cfworker true
time 23:59:60Z hyperjump false cfworker true
date-time 2016-12-31T23:59:60Z hyperjump true cfworker true
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS hyperjump-time-leap-second"; else echo "CHANGED hyperjump-time-leap-second"; exit 1; fi
