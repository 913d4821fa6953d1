#!/bin/sh
# A client for `tick judge`, with curl and jq: does the work of a scenario, and reports. docs/clients.md explains it.
api=$TICK_BASE_URL/api/indicators
dir=$(dirname "$TICK_WORK")
patience="--retry 2 --retry-max-time 20" # nobody waits for an hour
token=$(curl -s $patience "$TICK_TOKEN_ENDPOINT" -d grant_type=client_credentials -d "client_id=$TICK_CLIENT_ID" \
    --data-urlencode "client_secret=$TICK_CLIENT_SECRET" --data-urlencode "resource=$TICK_RESOURCE" | jq -r '.access_token // empty' 2> /dev/null)
call() { # prints the status, or 000 where there was no token or no whole answer came
    [ -n "$token" ] || { echo 000; return; }
    status=$(curl -s $patience -o "$dir/answer" -w '%{http_code}' -H "Authorization: Bearer $token" "$@") || status=000
    echo "$status"
}
send() { call "$1" -H 'Content-Type: application/json' -d "$2"; }
id() { jq -rs --arg value "$1" 'map(select(.indicatorValue == $value))[0].id // 0' "$dir/submitted"; }
list() { # reads page after page, of no other host
    status=$(call "$1")
    next=$(jq -r '."@odata.nextLink" // empty' "$dir/answer" 2> /dev/null)
    if [ "$status" = 200 ] && [ -n "$next" ]; then list "$TICK_BASE_URL/${next#*://*/}"; else echo "$status"; fi
}
: > "$dir/submitted"
jq -c '.work[]' "$TICK_WORK" | while read -r work; do
    part() { printf '%s' "$work" | jq -c "$@"; }
    case $(part -r .do) in
        submit) status=$(send "$api" "$(part .body)"); [ "$status" = 200 ] && cat "$dir/answer" >> "$dir/submitted" ;;
        import) # a 200 may hold items that failed
            status=$(send "$api/import" "$(part .body)")
            jq -e 'any(.value[]?; .isFailed)' "$dir/answer" > /dev/null 2>&1 && status=000 ;;
        list) status=$(list "$api") ;;
        delete) status=$(call -X DELETE "$api/$(id "$(part -r .value)")") ;;
        batch-delete) status=$(send "$api/BatchDelete" "$(part -r '.values[]' | while read -r value; do id "$value"; done | jq -R . | jq -cs '{IndicatorIds: .}')") ;;
        *) status=000 ;;
    esac
    case $status in 2??) outcome=done ;; *) outcome=failed ;; esac
    part --arg outcome "$outcome" '{id, outcome: $outcome}'
done | jq -s '{work: .}' > "$TICK_REPORT"
