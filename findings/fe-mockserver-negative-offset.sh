#!/usr/bin/env bash
# @sap-ux/fe-mockserver-core 1.7.16: a filter takes +03:30 and three to seven digits, but neither -03:30 nor one digit.
#
# Package:  @sap-ux/fe-mockserver-core 1.7.16 (npm), the mock server for OData services of SAP Fiori
# Expected: OData V4.01, ABNF: dateTimeOffsetValue ends with "Z" or a SIGN, hour and minute; SIGN is "+" or "-"; there may be 1 to 12
#           fractional digits. In a text, two single quotes stand for one.
# Guessed:  all are read.
# Seen:     The forms that are "refused" below are answered with 500, "Parsing errors detected"; so is a doubled quote. In the data
#           such values are fine: row 2 has one digit, row 1 a quote.
# In Tick:  ValueType of the stub's filters reads times with Timestamp: every offset, any number of digits.
set -euo pipefail
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/fe-mockserver.bash"

need node npm
folder
cd "$folder"
echo '{"private": true}' >package.json
seen=$(things id '$filter=at ge 2026-01-01T03:30:00+03:30' '$filter=at ge 2025-12-31T20:30:00-03:30' \
    '$filter=at le 2026-01-01T00:00:00.5000000Z' '$filter=at le 2026-01-01T00:00:00.500Z' '$filter=at le 2026-01-01T00:00:00.50Z' \
    '$filter=at le 2026-01-01T00:00:00.5Z' "\$filter=name eq 'b'" "\$filter=name eq 'it''s'")
finding "@sap-ux/fe-mockserver-core 1.7.16" "all 200" "\$filter=at ge 2026-01-01T03:30:00+03:30 => 200 [1,2,4]
\$filter=at ge 2025-12-31T20:30:00-03:30 => 500 refused
\$filter=at le 2026-01-01T00:00:00.5000000Z => 200 [1,2]
\$filter=at le 2026-01-01T00:00:00.500Z => 200 [1,2]
\$filter=at le 2026-01-01T00:00:00.50Z => 500 refused
\$filter=at le 2026-01-01T00:00:00.5Z => 500 refused
\$filter=name eq 'b' => 200 [2]
\$filter=name eq 'it''s' => 500 refused" "$seen"
