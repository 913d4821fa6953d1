# What the findings on @sap-ux/fe-mockserver-core share; see README.md. To be sourced after lib.sh.

# Serves four things with fe-mockserver, and prints a line for each query: its status, and a field of each thing that it answers.
things() { # FIELD QUERY...
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
    cat >things.cjs <<'JS'
const http = require("node:http");
const Server = require("@sap-ux/fe-mockserver-core").default;
const say = console.log;
console.log = console.error = () => {}; // the server's own messages
const [field, ...queries] = process.argv.slice(2);
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
    say(query, "=>", response.status, response.ok ? JSON.stringify(JSON.parse(text).value.map(thing => thing[field])) : "refused");
  }
  process.exit();
})();
JS
    node things.cjs "$@" 2>/dev/null || true
}
