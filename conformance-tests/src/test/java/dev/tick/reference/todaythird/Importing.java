package dev.tick.reference.todaythird;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Import of up to 500 indicators: a body that cannot be read fails as a whole, a value that is none fails alone. */
final class Importing {
    private static final int LARGEST = 500;

    private record Result(Submission submission, String id, String failure) {}

    private final TodayThirdFault fault;
    private final Store store;
    private final Reader reader;
    private final Rules rules;

    Importing(TodayThirdFault fault, Store store, Reader reader, Rules rules) {
        this.fault = fault;
        this.store = store;
        this.reader = reader;
        this.rules = rules;
    }

    Reply submit(JsonNode body, Caller caller, String root) {
        List<Submission> submissions = new ArrayList<>();
        items(body).forEach(item -> submissions.add(reader.read(item)));
        List<Result> results = new ArrayList<>();
        synchronized (store) {
            store.sweep();
            Set<Indicator> fresh = new HashSet<>();
            for (Submission submission : submissions) {
                results.add(one(submission, caller, fresh));
            }
        }
        return Reply.json(answer(results, root));
    }

    private JsonNode items(JsonNode body) {
        JsonNode items = body.get("Indicators");
        if (items == null || items.isNull()) {
            throw Problem.missing("Indicators");
        }
        if (!items.isArray()) {
            throw Problem.body("Parameter Indicators must be an array.");
        }
        if (items.isEmpty()) {
            throw Problem.input("Parameter Indicators is empty.");
        }
        if (items.size() > LARGEST || fault == TodayThirdFault.IMPORT_OF_500_REFUSED && items.size() == LARGEST) {
            throw Problem.batch(items.size(), LARGEST);
        }
        return items;
    }

    private Result one(Submission submission, Caller caller, Set<Indicator> fresh) {
        Indicator existing = store.find(submission, caller);
        if (fault == TodayThirdFault.IMPORT_TWINS && existing != null && fresh.contains(existing)) {
            existing = null;
        }
        try {
            rules.check(submission, existing);
        } catch (Problem problem) {
            if (fault == TodayThirdFault.IMPORT_STORES_FAILED && existing == null) {
                store.create(submission, caller, true);
            }
            return new Result(submission, null, problem.getMessage());
        }
        try {
            if (existing == null) {
                existing = store.create(submission, caller, true);
                fresh.add(existing);
            } else if (fault != TodayThirdFault.IMPORT_LEAVES_OLD || fresh.contains(existing)) {
                store.update(existing, submission, caller);
            }
        } catch (Problem full) {
            return new Result(submission, null, full.getMessage());
        }
        return new Result(submission, Long.toString(existing.id), null);
    }

    private ObjectNode answer(List<Result> results, String root) {
        ObjectNode answer = Json.object()
                .put(
                        "@odata.context",
                        root + "/$metadata#Collection(microsoft.windowsDefenderATP.api.ImportIndicatorResult)");
        ArrayNode value = answer.putArray("value");
        for (int i = 0; i < results.size(); i++) {
            Result result = results.get(i);
            String id = result.id();
            if (fault == TodayThirdFault.IMPORT_IDS_SHIFTED && id != null && failedBefore(results, i)) {
                id = results.get(Math.min(i + 1, results.size() - 1)).id();
                id = id == null || i + 1 == results.size() ? Long.toString(Long.parseLong(result.id()) + 1) : id;
            }
            value.addObject()
                    .put("id", id)
                    .put("indicator", result.submission().value())
                    .put("isFailed", result.failure() != null)
                    .put("failureReason", result.failure());
        }
        return answer;
    }

    private static boolean failedBefore(List<Result> results, int end) {
        return results.subList(0, end).stream().anyMatch(result -> result.failure() != null);
    }
}
