package dev.tick.reference.first;

import dev.tick.reference.first.ResponseStyle.Tolerance;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The four operations, apart from how their requests and answers travel. */
final class IndicatorApi {

    private static final List<String> READ_ONLY = List.of("indicator", "indicatorType", "action");

    private final IndicatorFault fault;
    private final ResponseStyle manner;
    private final TokenRegistry book;
    private final IndicatorStore store;
    private final EntityBody reader;
    private final String origin;
    private final String prefix;

    /** Serves at {@code origin + prefix + "/api/tiindicators"}. */
    IndicatorApi(
            IndicatorFault fault,
            ResponseStyle manner,
            TokenRegistry book,
            IndicatorStore store,
            String origin,
            String prefix) {
        this.fault = fault;
        this.manner = manner;
        this.book = book;
        this.store = store;
        this.reader = new EntityBody(manner.tolerance(), fault);
        this.origin = origin;
        this.prefix = prefix;
    }

    String baseUrl() {
        return origin + prefix;
    }

    Reply answer(Call call) {
        try {
            Optional<Route> route = Route.of(call.rawPath(), prefix, fault);
            if (route.isEmpty()) {
                throw new Rejection(Problem.UNKNOWN_PATH, "There is nothing at this path.");
            }
            Optional<String> id = route.get().id();
            return switch (call.method() + (id.isPresent() ? " item" : "")) {
                case "POST" -> submit(call);
                case "GET" -> list(call);
                case "GET item" -> get(call, id.get());
                case "PATCH item" -> patch(call, id.get());
                default -> new Reply(405, Map.of("Allow", route.get().allow(fault)), null);
            };
        } catch (Rejection rejection) {
            return error(call, rejection);
        }
    }

    /** The answer to a request that is not even one of HTTP. */
    Reply malformed(String reason) {
        return error(null, new Rejection(Problem.MALFORMED_REQUEST, reason));
    }

    private Reply submit(Call call) throws Rejection {
        String caller = book.authorize(call.authorizations(), false);
        requireJson(call.contentType());
        Map<String, String> sent = reader.submission(call.body());
        synchronized (store) {
            Optional<Indicator> known = store.find(caller, sent.get("indicator"));
            if (known.isPresent()) {
                return update(known.get(), sent);
            }
            Indicator created = store.create(caller, merged(Map.of(), sent), Instant.now());
            return Reply.of(201, entity(created)).with("Location", location(created.value()));
        }
    }

    private Reply update(Indicator known, Map<String, String> sent) throws Rejection {
        boolean keepsUnnamed = manner.tolerance() == Tolerance.LENIENT;
        Indicator changed = known.changed(merged(keepsUnnamed ? known.values() : Map.of(), sent));
        if (known.sameKind(sent)) {
            store.resubmitted(changed);
            return Reply.of(200, entity(fault == IndicatorFault.UPDATE_ANSWER_CANNED ? known : changed));
        }
        if (fault == IndicatorFault.CONFLICT_OVERWRITES) {
            store.resubmitted(changed);
        }
        throw new Rejection(
                Problem.OTHER_TYPE_OR_ACTION, known.value() + " exists already, with another type or action.");
    }

    private Reply list(Call call) throws Rejection {
        String caller = book.authorize(call.authorizations(), true);
        boolean crosses = fault == IndicatorFault.LIST_QUERY_CROSSES_APPLICATIONS && call.rawQuery() != null;
        List<Indicator> indicators = crosses ? store.all() : store.ownedBy(caller);
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("@odata.context", context());
        return Reply.of(
                200,
                ListQuery.of(call.rawQuery())
                        .select(indicators.stream().map(manner::entity).toList(), envelope));
    }

    private Reply get(Call call, String id) throws Rejection {
        String caller = book.authorize(call.authorizations(), false);
        return Reply.of(200, entity(find(caller, id)));
    }

    private Reply patch(Call call, String id) throws Rejection {
        String caller = book.authorize(call.authorizations(), false);
        requireJson(call.contentType());
        synchronized (store) {
            Indicator known = find(caller, id);
            Map<String, String> changes = reader.changes(call.body());
            for (String name : READ_ONLY) {
                boolean differs =
                        changes.containsKey(name) && !known.values().get(name).equals(changes.remove(name));
                if (differs && manner.tolerance() == Tolerance.STRICT) {
                    throw new Rejection(Problem.READ_ONLY, "Parameter " + name + " cannot be changed.");
                }
            }
            if (fault == IndicatorFault.PATCH_CLEARS_EXPIRATION) {
                changes.putIfAbsent("expirationTime", null);
            }
            Indicator changed = known.changed(merged(known.values(), changes));
            store.patched(changed);
            return Reply.of(200, entity(changed));
        }
    }

    private Indicator find(String caller, String id) throws Rejection {
        return store.find(caller, id)
                .orElseThrow(() -> new Rejection(Problem.UNKNOWN_INDICATOR, "There is no indicator '" + id + "'."));
    }

    private static void requireJson(String contentType) throws Rejection {
        if (contentType == null || !contentType.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
            throw new Rejection(Problem.NOT_DECLARED_JSON, "The body has to be sent as application/json.");
        }
    }

    private static Map<String, String> merged(Map<String, String> base, Map<String, String> changes) {
        Map<String, String> merged = new LinkedHashMap<>();
        for (String name : EntityBody.PROPERTIES) {
            merged.put(name, changes.containsKey(name) ? changes.get(name) : base.get(name));
        }
        return merged;
    }

    private Map<String, Object> entity(Indicator indicator) {
        Map<String, Object> entity = new LinkedHashMap<>();
        entity.put("@odata.context", context() + "/$entity");
        entity.putAll(manner.entity(indicator));
        return entity;
    }

    private String context() {
        return baseUrl() + "/api/$metadata#TiIndicators";
    }

    private String location(String value) {
        String id = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        return baseUrl() + "/api/tiindicators/" + id;
    }

    private Reply error(Call call, Rejection rejection) {
        int status = manner.status(rejection.problem());
        boolean silent = fault == IndicatorFault.PATCH_REASON_MISSING
                && status == 400
                && call.method().equals("PATCH");
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", manner.code(rejection.problem()));
        error.put("message", silent ? "" : rejection.getMessage());
        error.put("target", UUID.randomUUID().toString());
        Reply reply = Reply.of(status, Map.of("error", error));
        return status == 401 ? reply.with("WWW-Authenticate", manner.challenge()) : reply;
    }
}
