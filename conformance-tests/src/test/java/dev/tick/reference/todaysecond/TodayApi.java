package dev.tick.reference.todaysecond;

import dev.tick.reference.first.Call;
import dev.tick.reference.first.Problem;
import dev.tick.reference.first.Rejection;
import dev.tick.reference.first.Reply;
import dev.tick.reference.todaysecond.TodayTokens.Holder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The operations of today's edition, apart from how requests and answers travel. */
final class TodayApi {
    private final TodaySecondFault fault;
    private final TodayStyle style;
    private final String base;
    private final TodayTokens tokens = new TodayTokens();
    private final TodayBody bodies;
    private final TodayList lists;
    private final Map<Long, TodayEntity> entities = new LinkedHashMap<>();
    private long latest = 900;

    TodayApi(TodaySecondFault fault, TodayStyle style, String base) {
        this.fault = fault;
        this.style = style;
        this.base = base;
        bodies = new TodayBody(fault);
        lists = new TodayList(
                fault, style == TodayStyle.TERSE || fault == TodaySecondFault.NEXT_LINK_MISSING ? 7 : 10_000);
    }

    Map<String, String> tokens() {
        return tokens.tokens();
    }

    synchronized Reply answer(Call call, String path) {
        // An expired indicator is deleted, to the second (portal, overview of indicators).
        entities.values().removeIf(entity -> entity.isExpired(Instant.now()));
        try {
            String[] parts = path.replaceFirst("^/api/v1\\.0/", "/api/").split("/", -1);
            if (parts.length < 3 || parts.length > 4 || !parts[1].equals("api") || !parts[2].equals("indicators")) {
                throw new Rejection(Problem.UNKNOWN_PATH, "There is nothing at this path.");
            }
            String name = parts.length == 3 ? "" : parts[3];
            return switch (name) {
                case "" -> collection(call);
                case "import" -> onlyPost(call, this::importAll);
                case "BatchDelete" -> onlyPost(call, this::deleteAll);
                default -> call.method().equals("DELETE") ? delete(call, name) : notAllowed("DELETE");
            };
        } catch (Rejection rejection) {
            return error(rejection);
        }
    }

    private interface Served {
        Reply answer(Call call) throws Rejection;
    }

    private static Reply onlyPost(Call call, Served served) throws Rejection {
        return call.method().equals("POST") ? served.answer(call) : notAllowed("POST");
    }

    private static Reply notAllowed(String allowed) {
        return new Reply(405, Map.of("Allow", allowed), null);
    }

    private Reply collection(Call call) throws Rejection {
        return switch (call.method()) {
            case "POST" -> submit(call);
            case "GET" -> list(call);
            default -> notAllowed("GET, POST");
        };
    }

    private Reply submit(Call call) throws Rejection {
        Holder holder = tokens.holder(call.authorizations());
        requireJson(call);
        TodayEntity entity = take(holder, bodies.submission(TodayBody.object(call.body())));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("@odata.context", base + "/api/$metadata#Indicators/$entity");
        answer.putAll(entity.shown(style, fault));
        return Reply.of(200, answer);
    }

    private TodayEntity take(Holder holder, Map<String, Object> values) throws Rejection {
        Optional<TodayEntity> known = entities.values().stream()
                .filter(entity -> reaches(holder, entity))
                .filter(entity -> entity.value().equals(values.get("indicatorValue")))
                .findFirst();
        boolean same = known.isPresent()
                && List.of("indicatorType", "action").stream()
                        .allMatch(name -> known.get().values().get(name).equals(values.get(name)));
        if (known.isPresent() && !same) {
            throw new Rejection(Problem.OTHER_TYPE_OR_ACTION, "It exists already, with another type or action.");
        }
        if (known.isPresent() && fault != TodaySecondFault.UPDATE_DUPLICATES) {
            return put(known.get().updated(values, fault));
        }
        latest++;
        Instant now = Instant.now();
        boolean user = holder.allows().equals(Holder.USER);
        return put(new TodayEntity(
                latest,
                holder.application(),
                user ? "somebody@tenant.example" : holder.application(),
                user ? "User" : "AadApp",
                now,
                now,
                values));
    }

    private TodayEntity put(TodayEntity entity) {
        entities.put(entity.id(), entity);
        return entity;
    }

    private boolean reaches(Holder holder, TodayEntity entity) {
        boolean all = holder.allows().equals(Holder.ALL) && fault != TodaySecondFault.ALL_SEES_OWN;
        return all || entity.application().equals(holder.application());
    }

    private Reply list(Call call) throws Rejection {
        Holder holder = tokens.holder(call.authorizations());
        List<Map<String, Object>> shown = entities.values().stream()
                .filter(entity -> fault == TodaySecondFault.LIST_SHOWS_OTHERS || reaches(holder, entity))
                .map(entity -> entity.shown(style, fault))
                .toList();
        return Reply.of(200, lists.answer(shown, call.rawQuery(), base + "/api/indicators"));
    }

    private Reply importAll(Call call) throws Rejection {
        Holder holder = tokens.holder(call.authorizations());
        if (fault == TodaySecondFault.USER_CANNOT_IMPORT) {
            refuseUser(holder);
        }
        requireJson(call);
        List<JsonNode> items = bodies.batch(TodayBody.object(call.body()), "Indicators");
        if (style == TodayStyle.PLAIN) {
            for (JsonNode item : items) {
                bodies.submission(item);
            }
        }
        List<Map<String, Object>> results = new ArrayList<>();
        for (JsonNode item : items) {
            boolean last = results.size() == items.size() - 1;
            results.add(result(holder, item, last && fault == TodaySecondFault.IMPORT_LOSES_THE_LAST));
        }
        return Reply.of(200, Map.of("value", results));
    }

    private Map<String, Object> result(Holder holder, JsonNode item, boolean lost) throws Rejection {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("indicator", item.path("indicatorValue").asString(""));
        try {
            Map<String, Object> values = bodies.submission(item);
            long id = lost ? latest : take(holder, values).id();
            result.put("id", Long.toString(fault == TodaySecondFault.IMPORT_NUMBERS_WRONG ? id - 1 : id));
            result.put("isFailed", false);
            result.put("failureReason", null);
        } catch (Rejection rejection) {
            if (rejection.problem() == Problem.EXPIRATION_PAST) {
                throw rejection;
            }
            result.put("id", null);
            result.put("isFailed", true);
            result.put("failureReason", rejection.getMessage());
        }
        return result;
    }

    private Reply delete(Call call, String id) throws Rejection {
        Holder holder = tokens.holder(call.authorizations());
        refuseUser(holder);
        Optional<TodayEntity> found = find(holder, id);
        if (found.isEmpty() && fault != TodaySecondFault.DELETE_OF_NOTHING_SUCCEEDS) {
            throw new Rejection(Problem.UNKNOWN_INDICATOR, "There is no indicator " + id + ".");
        }
        if (fault != TodaySecondFault.DELETE_FORGETS) {
            found.ifPresent(entity -> entities.remove(entity.id()));
        }
        return new Reply(style == TodayStyle.TERSE ? 200 : 204, Map.of(), null);
    }

    private Reply deleteAll(Call call) throws Rejection {
        Holder holder = tokens.holder(call.authorizations());
        refuseUser(holder);
        requireJson(call);
        List<TodayEntity> found = new ArrayList<>();
        for (JsonNode id : bodies.batch(TodayBody.object(call.body()), "IndicatorIds")) {
            if (!id.isString() || !id.asString().matches("\\d+")) {
                throw new Rejection(Problem.WRONG_PROPERTY, "The id " + id + " is none.");
            }
            Optional<TodayEntity> entity = find(holder, id.asString());
            if (entity.isEmpty() && fault != TodaySecondFault.BATCH_IGNORES_UNKNOWN) {
                throw new Rejection(Problem.UNKNOWN_INDICATOR, "There is no indicator " + id.asString() + ".");
            }
            entity.ifPresent(found::add);
        }
        found.stream()
                .limit(fault == TodaySecondFault.BATCH_DELETES_THE_FIRST ? 1 : found.size())
                .forEach(entity -> entities.remove(entity.id()));
        return new Reply(204, Map.of(), null);
    }

    private Optional<TodayEntity> find(Holder holder, String id) {
        return entities.values().stream()
                .filter(entity -> Long.toString(entity.id()).equals(id))
                .filter(entity -> fault == TodaySecondFault.DELETE_REACHES_OTHERS || reaches(holder, entity))
                .findFirst();
    }

    private void refuseUser(Holder holder) throws Rejection {
        if (holder.allows().equals(Holder.USER) && fault != TodaySecondFault.USER_CAN_DELETE) {
            throw new Rejection(Problem.DELEGATED_TOKEN, "Only the token of an application is served here.");
        }
    }

    private static void requireJson(Call call) throws Rejection {
        String type = call.contentType();
        if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
            throw new Rejection(Problem.NOT_DECLARED_JSON, "The body has to be sent as application/json.");
        }
    }

    private Reply error(Rejection rejection) {
        int status = rejection.problem().status();
        String code = status == 400
                        && style == TodayStyle.TERSE
                        && !rejection.problem().isOfValue()
                ? "BadRequest"
                : rejection.problem().code();
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("message", rejection.getMessage());
        error.put("target", UUID.randomUUID().toString());
        Reply reply = Reply.of(status, Map.of("error", error));
        return status == 401 ? reply.with("WWW-Authenticate", "Bearer") : reply;
    }
}
