#!/usr/bin/env bash
# @sap-ux/fe-mockserver-core 1.7.16: a filter takes +03:30 and three to seven digits, but neither -03:30 nor one digit.
#
# Package:  @sap-ux/fe-mockserver-core 1.7.16 (npm), the mock server for OData services of SAP Fiori
# Expected: OData V4.01, ABNF: dateTimeOffsetValue ends with "Z" or a SIGN, hour and minute; SIGN is "+" or "-"; there may be 1 to 12
#           fractional digits. In a text, two single quotes stand for one.
# Guessed:  all are read.
# Seen:     The forms that are "refused" below are answered with 500, "Parsing errors detected"; so is a doubled quote. In the data
#           such values are fine: row 2 has one digit, row 1 a quote.
# In Tick:  the filters of the stub take every offset and any number of digits (docs/contracts.md); what a tool sends to them may be less.
set -euo pipefail
. "$(dirname "$0")/lib.sh"

need node npm
folder
cd "$folder"
echo '{"private": true}' >package.json
npm install --loglevel=error --no-audit --no-fund --ignore-scripts @sap-ux/fe-mockserver-core@1.7.16 >npm.txt 2>&1 ||
    cannot "npm install: $(tail -1 npm.txt)"
cat >metadata.xml <<'XML'
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
  <Schema Namespace="n" xmlns="http://docs.oasis-open.org/odata/ns/edm">
    <EntityType Name="Thing">
      <Key><PropertyRef Name="id"/></Key>
      <Property Name="id" Type="Edm.Int32" Nullable="false"/>
      <Property Name="name" Type="Edm.String"/>
      <Property Name="price" Type="Edm.Int32"/>
      <Property Name="at" Type="Edm.DateTimeOffset" Precision="7"/>
    </EntityType>
    <EntityContainer Name="All"><EntitySet Name="Things" EntityType="n.Thing"/></EntityContainer>
  </Schema>
</edmx:DataServices></edmx:Edmx>
XML
mkdir data
cat >data/Things.json <<'JSON'
[
  {"id": 1, "name": "it's", "price": 3, "at": "2026-01-01T00:00:00Z"},
  {"id": 2, "name": "b", "price": 9, "at": "2026-01-01T00:00:00.5Z"},
  {"id": 3, "name": null, "price": null, "at": null},
  {"id": 4, "name": "c", "price": -1, "at": "2026-01-01T03:30:00Z"}
]
JSON
cat >run.cjs <<'JS'
const http = require("node:http");
const Server = require("@sap-ux/fe-mockserver-core").default;
const say = console.log;
console.log = console.error = () => {}; // the server's own messages
const queries = process.argv.slice(2);
(async () => {
  const service = {urlPath: "/o", metadataPath: `${__dirname}/metadata.xml`, mockdataPath: `${__dirname}/data`, noETag: true};
  const mock = new Server({services: [service]});
  await mock.isReady;
  const router = mock.getRouter();
  const server = http.createServer((request, response) => router(request, response, () => response.writeHead(404).end()));
  await new Promise(done => server.listen(0, "127.0.0.1", done));
  for (const query of queries) {
    const path = `/o/Things?${encodeURI(query).replaceAll("+", "%2B")}`;
    const response = await fetch(`http://127.0.0.1:${server.address().port}${path}`);
    const text = await response.text();
    say(query, "=>", response.status, response.ok ? JSON.stringify(JSON.parse(text).value.map(thing => thing.id)) : "refused");
  }
  process.exit();
})();
JS
seen=$(node run.cjs '$filter=at ge 2026-01-01T03:30:00+03:30' '$filter=at ge 2025-12-31T20:30:00-03:30' \
    '$filter=at le 2026-01-01T00:00:00.5000000Z' '$filter=at le 2026-01-01T00:00:00.500Z' '$filter=at le 2026-01-01T00:00:00.50Z' \
    '$filter=at le 2026-01-01T00:00:00.5Z' "\$filter=name eq 'b'" "\$filter=name eq 'it''s'" 2>/dev/null || true)
finding "@sap-ux/fe-mockserver-core 1.7.16" "all 200" "\$filter=at ge 2026-01-01T03:30:00+03:30 => 200 [1,2,4]
\$filter=at ge 2025-12-31T20:30:00-03:30 => 500 refused
\$filter=at le 2026-01-01T00:00:00.5000000Z => 200 [1,2]
\$filter=at le 2026-01-01T00:00:00.500Z => 200 [1,2]
\$filter=at le 2026-01-01T00:00:00.50Z => 500 refused
\$filter=at le 2026-01-01T00:00:00.5Z => 500 refused
\$filter=name eq 'b' => 200 [2]
\$filter=name eq 'it''s' => 500 refused" "$seen"
