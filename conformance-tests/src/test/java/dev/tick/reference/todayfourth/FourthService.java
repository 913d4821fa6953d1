package dev.tick.reference.todayfourth;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Carries out an operation for a caller. */
final class FourthService {
    private final FourthStore store;
    private final FourthRules rules;
    private final FourthListing listing;
    private final TodayFourthFault fault;
    private final String base;

    FourthService(Clock clock, TodayFourthFault fault, String base) {
        this.store = new FourthStore(clock, fault);
        this.rules = new FourthRules(clock, fault);
        this.listing = new FourthListing(store, fault, base);
        this.fault = fault;
        this.base = base;
    }

    FourthReply run(FourthRoute route, FourthCaller caller, String query, String contentType, byte[] body) {
        return switch (route.operation()) {
            case LIST -> FourthReply.json(listing.list(caller, new FourthQuery(query, fault), route.path()));
            case COUNT -> FourthReply.text(Integer.toString(listing.count(caller, new FourthQuery(query, fault))));
            case READ -> read(caller, route.id());
            case DELETE -> delete(caller, route.id());
            case SUBMIT -> submit(caller, object(contentType, body, true));
            case IMPORT -> imported(caller, object(contentType, body, true));
            case BATCH_DELETE -> {
                new FourthBatchDelete(store, fault).run(caller, object(contentType, body, false));
                yield FourthReply.nothing();
            }
        };
    }

    private ObjectNode object(String contentType, byte[] body, boolean typed) {
        if (contentType == null ? typed : !json(contentType)) {
            throw new FourthProblem(415, "UnsupportedMediaType", "The Content-Type must be application/json.");
        }
        return FourthJson.object(body);
    }

    private boolean json(String contentType) {
        String[] parts = contentType.split(";");
        for (int index = 1; index < parts.length; index++) {
            String parameter = parts[index].strip().replace("\"", "");
            String compared =
                    fault == TodayFourthFault.CHARSET_CASE_MATTERS ? parameter : parameter.toLowerCase(Locale.ROOT);
            if (parameter.toLowerCase(Locale.ROOT).startsWith("charset=") && !compared.equals("charset=utf-8")) {
                return false;
            }
        }
        return parts[0].strip().equalsIgnoreCase("application/json");
    }

    private FourthReply submit(FourthCaller caller, ObjectNode body) {
        FourthDraft draft = FourthDraft.of(body, fault);
        if (fault == TodayFourthFault.REFUSED_UPDATE_CHANGES_TITLE) {
            store.retitle(caller, draft);
        }
        rules.check(draft, false);
        rules.checkExpiry(draft);
        return entity(store.submit(caller, draft, false).indicator());
    }

    private FourthReply imported(FourthCaller caller, ObjectNode body) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put(
                "@odata.context",
                base + "/api/$metadata#Collection(microsoft.windowsDefenderATP.api.ImportIndicatorResult)");
        answer.set("value", new FourthImport(store, rules, fault).run(caller, body));
        return FourthReply.json(answer);
    }

    private FourthReply read(FourthCaller caller, String id) {
        List<FourthIndicator> found = store.visible(caller, false).stream()
                .filter(one -> Long.toString(one.id).equals(id))
                .toList();
        if (found.isEmpty()) {
            throw absent(id);
        }
        return entity(found.get(0));
    }

    private FourthReply delete(FourthCaller caller, String id) {
        if (!store.delete(caller, id)) {
            throw absent(id);
        }
        return FourthReply.nothing();
    }

    private static FourthProblem absent(String id) {
        return new FourthProblem(404, "ResourceNotFound", "Indicator " + id + " was not found.");
    }

    private FourthReply entity(FourthIndicator indicator) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("@odata.context", base + "/api/$metadata#Indicators/$entity");
        answer.setAll(FourthEntity.of(indicator));
        return FourthReply.json(answer);
    }
}
