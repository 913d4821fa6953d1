#!/usr/bin/env bash
# Starts Tick's stub for a test with curl, pushes an indicator, and stops it.
#   ./stub.sh path/to/tick-stub.jar
set -euo pipefail

jar=$1
folder=$(mktemp -d)
java -jar "$jar" --port 0 --ready-file "$folder/ready" --env-file "$folder/env" > "$folder/out" 2>&1 &
stub=$!
trap 'kill $stub 2> /dev/null; wait $stub || true; rm -rf "$folder"' EXIT
java -jar "$jar" wait --ready-file "$folder/ready" --timeout 60s > /dev/null
. "$folder/env"

# Your client: fetches a token and pushes one indicator.
token=$(curl -sS --fail "$TICK_TOKEN_ENDPOINT" -d grant_type=client_credentials \
    --data-urlencode "client_id=$TICK_CLIENT_ID" --data-urlencode "client_secret=$TICK_CLIENT_SECRET" \
    --data-urlencode "resource=$TICK_RESOURCE" | sed 's/.*"access_token":"\([^"]*\)".*/\1/')
status=$(curl -sS -o "$folder/answer" -w '%{http_code}' "$TICK_BASE_URL/api/indicators" \
    -H "Authorization: Bearer $token" -H 'Content-Type: application/json' \
    -d '{"indicatorValue":"192.0.2.1","indicatorType":"IpAddress","action":"Block","title":"Exercise","description":"An exercise"}')

[ "$status" = 200 ] || { echo "expected 200, got $status:" >&2; cat "$folder/answer" >&2; exit 1; }
journal=$(curl -sS "$TICK_BASE_URL/tick/journal")
grep -q '"violations":\[\]' <<< "$journal" || { echo "the contract is broken: $journal" >&2; exit 1; }
echo 'curl: pushed, and the contract is honoured'
