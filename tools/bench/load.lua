-- The load of wrk: one POST, repeated. With BENCH_DISTINCT=N, N of them, each with a value of its own in place of that of the body.
local file = assert(io.open(os.getenv("BENCH_BODY")))
wrk.method = "POST"
wrk.body = file:read("*a")
wrk.headers["Content-Type"] = "application/json"
wrk.headers["Authorization"] = "Bearer " .. os.getenv("BENCH_TOKEN")
file:close()

local distinct = tonumber(os.getenv("BENCH_DISTINCT") or "0")
if distinct > 0 then
    local head, tail
    -- wrk asks for one request that it only looks at.
    local sent, answered, refused = -1, 0, 0
    init = function()
        -- All values have 40 digits, so the length of the body stays as it is.
        local whole = wrk.format()
        local from, to = whole:find(string.rep("%x", 40), (whole:find("\r\n\r\n", 1, true)))
        head, tail = whole:sub(1, from - 1), whole:sub(to + 1)
    end
    request = function()
        sent = sent + 1
        return head .. string.format("%040x", math.min(sent, distinct)) .. tail
    end
    response = function(status)
        answered = answered + 1
        refused = refused + (status >= 400 and 1 or 0)
        if answered >= distinct then
            -- wrk itself would wait until its time is over.
            print(string.format('RESULT {"requests": %d, "refused": %d, "broken": 0}', answered, refused))
            os.exit(0)
        end
    end
end

-- One line for the program that started wrk.
done = function(summary, latency)
    local failed = summary.errors
    print(string.format('RESULT {"requests": %d, "microseconds": %d, "p99": %d, "refused": %d, "broken": %d}',
        summary.requests, summary.duration, latency:percentile(99), failed.status,
        failed.connect + failed.read + failed.write + failed.timeout))
end
