#!/usr/bin/env bash
# @odata/parser 0.2.14, odata-sequelize 2.0.0, @sap-ux/fe-mockserver-core 1.7.16: `$top=0` is dropped, and all comes.
#
# Package:  those three, odata-query 8.1.0 and odata-v4-sql 0.1.2 beside them (npm)
# Expected: OData V4.01, part 1, 11.2.6.3: $top is a non-negative integer, the most items that are returned. So $top=0 returns none,
#           for instance to learn the count alone with $count=true.
# Guessed:  builders and readers keep zero.
# Seen:     The builder of @odata/parser leaves it out. odata-sequelize reads no limit in it (nor an offset in $skip=0, which
#           does no harm). fe-mockserver answers with all rows. odata-query and odata-v4-sql keep it, and so do others that were tried.
# In Tick:  QueryReader of the stub keeps the number that was sent apart from none (OptionalLong).
set -euo pipefail
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/fe-mockserver.bash"

need node npm
folder
cd "$folder"
echo '{"private": true}' >package.json
npm install --loglevel=error --no-audit --no-fund --ignore-scripts @odata/parser@0.2.14 odata-sequelize@2.0.0 sequelize@6.37.8 \
    odata-query@8.1.0 odata-v4-sql@0.1.2 >npm.txt 2>&1 || cannot "npm install: $(tail -1 npm.txt)"
cat >run.cjs <<'JS'
const {Sequelize} = require("sequelize");
const say = (name, values) => process.stdout.write(`${name}: ${values.map(value => JSON.stringify(value)).join(" ")}\n`);

const {param} = require("@odata/parser");
const query = require("odata-query").default;
const parse = require("odata-sequelize");
const sql = require("odata-v4-sql");
const orm = {Sequelize, options: {}, fn: Sequelize.fn, col: Sequelize.col};
say("odata-query", [1, 0].map(top => query({top})));
say("odata-v4-sql", [1, 0].map(top => sql.createQuery(`$top=${top}`).from("t")));
say("@odata/parser", [1, 0].map(top => param().top(top).toString()));
say("odata-sequelize", [1, 0].map(top => parse(`$top=${top}`, orm)));
JS
seen="$(node run.cjs 2>/dev/null || true)
$(things id '$top=1' '$top=0')"
finding "@odata/parser 0.2.14, odata-sequelize 2.0.0, fe-mockserver-core 1.7.16" \
    "zero is kept, and fe-mockserver shows no row" "odata-query: \"?\$top=1\" \"?\$top=0\"
odata-v4-sql: \"SELECT * FROM [t] WHERE 1 = 1 ORDER BY 1 LIMIT 1\" \"SELECT * FROM [t] WHERE 1 = 1 ORDER BY 1 LIMIT 0\"
@odata/parser: \"\$top=1\" \"\"
odata-sequelize: {\"limit\":1} {}
\$top=1 => 200 [1]
\$top=0 => 200 [1,2,3,4]" "$seen"
