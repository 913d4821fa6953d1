#!/usr/bin/env bash
# @sap-ux/fe-mockserver-core 1.7.16: null is not equal to null, contains every text, and disturbs the order of numbers.
#
# Package:  @sap-ux/fe-mockserver-core 1.7.16 (npm), the mock server for OData services of SAP Fiori
# Expected: OData V4.01, part 2, 5.1.1.1: null is equal to itself and to nothing else. Part 1, 11.2.6.1: $filter selects what it is
#           true for; there is no text in a null name. Part 1, 11.2.6.2: null comes first in ascending order.
# Guessed:  just that.
# Seen:     `eq null` selects nothing and `ne null` everything. contains(name,'zz') selects the row without a name; startswith does
#           not. One null between the prices, and $orderby=price leaves -1 behind 9; where no price is null, the order is right.
# In Tick:  ComparisonOperator, TextFunction and Ordering of the stub have rules for null, which docs/contracts.md tells.
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
    say(query, "=>", response.status, response.ok ? JSON.stringify(JSON.parse(text).value.map(thing => thing.name)) : "refused");
  }
  process.exit();
})();
JS
seen=$(node run.cjs '$skip=2&$top=1' '$filter=name eq null' '$filter=name ne null' '$filter=price eq null' \
    "\$filter=contains(name,'zz')" "\$filter=startswith(name,'zz')" '$orderby=price' '$filter=id ne 3&$orderby=price' 2>/dev/null || true)
finding "@sap-ux/fe-mockserver-core 1.7.16" \
    "null; null; the other three; null; none; none; null, c, it's, b; c, it's, b" "\$skip=2&\$top=1 => 200 [null]
\$filter=name eq null => 200 []
\$filter=name ne null => 200 [\"it's\",\"b\",null,\"c\"]
\$filter=price eq null => 200 []
\$filter=contains(name,'zz') => 200 [null]
\$filter=startswith(name,'zz') => 200 []
\$orderby=price => 200 [\"it's\",\"b\",null,\"c\"]
\$filter=id ne 3&\$orderby=price => 200 [\"c\",\"it's\",\"b\"]" "$seen"
