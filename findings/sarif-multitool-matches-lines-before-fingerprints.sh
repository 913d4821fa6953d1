#!/usr/bin/env bash
# sarif-multitool 5.7.0: match-results-forward pairs two results on one line whatever their fingerprints say.
#
# Package:  @microsoft/sarif-multitool 5.7.0 (npm)
# Expected: By the schema of SARIF 2.1.0 (`result`) each of the `fingerprints` tells by itself which result it is, for good, and
#           `partialFingerprints` help to tell. So a result whose fingerprints were there before is the known one, one with
#           others is new.
# Guessed:  just that, for partialFingerprints alone and with `fingerprints`, in either order; a colleague had met the first.
# Seen:     The first result of the rule on the line is taken for the known one, and is `unchanged`; the one with the known
#           fingerprints is `new`. Other messages change nothing. A result put in the other's place is `unchanged`. Only when
#           both have moved to another line do the fingerprints count.
# In Tick:  Sarif.java gives each case a logical location, which tells them apart; SarifToolProof runs the tool over such reports.
set -euo pipefail
. "$(dirname "$0")/lib.sh"

need node npm
folder
cd "$folder"
echo '{"private": true, "type": "module"}' >package.json
npm install --loglevel=error --no-audit --no-fund --ignore-scripts @microsoft/sarif-multitool@5.7.0 >/dev/null || cannot "npm install"
chmod u+x node_modules/@microsoft/sarif-multitool-*/Sarif.Multitool || cannot "no executable for this machine"
cat >write.mjs <<'JS'
import { writeFileSync } from "node:fs";
const write = (file, ...results) => writeFileSync(file, JSON.stringify({
  version: "2.1.0",
  runs: [{
    tool: { driver: { name: "example", rules: [{ id: "R1" }] } },
    results: results.map(([name, startLine]) => ({
      ruleId: "R1",
      message: { text: `wrong: ${name}` },
      locations: [{ physicalLocation: { artifactLocation: { uri: "a.txt" }, region: { startLine } } }],
      fingerprints: { "name/v1": name },
      partialFingerprints: { "name/v1": name },
    })),
  }],
}));
write("before.sarif", ["known", 5]);
write("other-first.sarif", ["other", 5], ["known", 5]);
write("known-first.sarif", ["known", 5], ["other", 5]);
write("other-alone.sarif", ["other", 5]);
write("both-moved.sarif", ["other", 9], ["known", 9]);
JS
node write.mjs
cat >show.mjs <<'JS'
import { readFileSync } from "node:fs";
const [file] = process.argv.slice(2);
const { results } = JSON.parse(readFileSync(`matched-${file}`, "utf8").replace(/^\uFEFF/, "")).runs[0];
console.log(`${file}:`, results.map(r => `${r.fingerprints["name/v1"]} ${r.baselineState}`).sort().join(", "));
JS
seen=$(for file in other-first.sarif known-first.sarif other-alone.sarif both-moved.sarif; do
    node_modules/.bin/sarif-multitool match-results-forward "$file" --previous before.sarif -o "matched-$file" >out.txt 2>&1 || cat out.txt
    node show.mjs "$file"
done 2>&1 || true)
finding "sarif-multitool 5.7.0" "known unchanged (or updated, or absent), other new" "other-first.sarif: known new, other unchanged
known-first.sarif: known unchanged, other new
other-alone.sarif: other unchanged
both-moved.sarif: known updated, other new" "$seen"
