#!/usr/bin/env bash
# iso8601 1.1.1: an hour of an offset counts as a hundred; isodate 0.1.4: an offset is added, and .5 is five milliseconds.
#
# Package:  iso8601 1.1.1, isodate 0.1.4 (npm); to compare, @antongolub/iso8601 1.2.2
# Expected: RFC 3339, section 4.2: local time less the offset is UTC; 5.6: the digits behind the dot are a fraction of a second.
#           So 10:00:00.5-03:30 is 13:30:00.500Z.
# Guessed:  the same instants from all three.
# Seen:     iso8601 moves -03:30 by 12 days and 12.5 hours and +02:00 by 8 days and 8 hours. It glues the hours in minutes
#           and the minutes together as text, "180" and "30". isodate goes the other way, and reads the fraction as a number.
#           With Z and three digits all agree; @antongolub/iso8601 agrees with RFC 3339 in all of them.
# In Tick:  Timestamp reads every offset, and any number of digits, with java.time.
set -euo pipefail
. "$(dirname "$0")/lib.sh"

need node npm
folder
cd "$folder"
echo '{"private": true}' >package.json
npm install --loglevel=error --no-audit --no-fund --ignore-scripts iso8601@1.1.1 isodate@0.1.4 @antongolub/iso8601@1.2.2 >npm.txt 2>&1 ||
    cannot "npm install: $(tail -1 npm.txt)"
cat >run.cjs <<'JS'
const readers = {
  iso8601: require("iso8601").toDate,
  antongolub: require("@antongolub/iso8601").default ?? require("@antongolub/iso8601"),
};
const texts = ["2026-01-31T10:00:00.123Z", "2026-01-31T10:00:00.5Z", "2026-01-31T10:00:00-03:30", "2026-01-31T10:00:00+02:00"];
const show = (name, read) => texts.forEach(text => console.log(name, text, "=>", read(text).toISOString()));
Object.entries(readers).forEach(entry => show(...entry));
show("isodate", require("isodate")); // last, since it changes Date
JS
seen=$(TZ=UTC node run.cjs 2>&1 || true)
finding "iso8601 1.1.1, isodate 0.1.4" "all as antongolub" "iso8601 2026-01-31T10:00:00.123Z => 2026-01-31T10:00:00.123Z
iso8601 2026-01-31T10:00:00.5Z => 2026-01-31T10:00:00.500Z
iso8601 2026-01-31T10:00:00-03:30 => 2026-02-12T22:30:00.000Z
iso8601 2026-01-31T10:00:00+02:00 => 2026-01-23T02:00:00.000Z
antongolub 2026-01-31T10:00:00.123Z => 2026-01-31T10:00:00.123Z
antongolub 2026-01-31T10:00:00.5Z => 2026-01-31T10:00:00.500Z
antongolub 2026-01-31T10:00:00-03:30 => 2026-01-31T13:30:00.000Z
antongolub 2026-01-31T10:00:00+02:00 => 2026-01-31T08:00:00.000Z
isodate 2026-01-31T10:00:00.123Z => 2026-01-31T10:00:00.123Z
isodate 2026-01-31T10:00:00.5Z => 2026-01-31T10:00:00.005Z
isodate 2026-01-31T10:00:00-03:30 => 2026-01-31T06:30:00.000Z
isodate 2026-01-31T10:00:00+02:00 => 2026-01-31T12:00:00.000Z" "$seen"
