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
. "$(dirname "$0")/fe-mockserver.bash"

need node npm
folder
cd "$folder"
echo '{"private": true}' >package.json
seen=$(things name '$skip=2&$top=1' '$filter=name eq null' '$filter=name ne null' '$filter=price eq null' \
    "\$filter=contains(name,'zz')" "\$filter=startswith(name,'zz')" '$orderby=price' '$filter=id ne 3&$orderby=price')
finding "@sap-ux/fe-mockserver-core 1.7.16" \
    "null; null; the other three; null; none; none; null, c, it's, b; c, it's, b" "\$skip=2&\$top=1 => 200 [null]
\$filter=name eq null => 200 []
\$filter=name ne null => 200 [\"it's\",\"b\",null,\"c\"]
\$filter=price eq null => 200 []
\$filter=contains(name,'zz') => 200 [null]
\$filter=startswith(name,'zz') => 200 []
\$orderby=price => 200 [\"it's\",\"b\",null,\"c\"]
\$filter=id ne 3&\$orderby=price => 200 [\"c\",\"it's\",\"b\"]" "$seen"
