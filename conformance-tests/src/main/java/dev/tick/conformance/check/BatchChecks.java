package dev.tick.conformance.check;

import dev.tick.conformance.conversation.BatchAnswer;
import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.conversation.SuccessRules;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.conformance.outcome.PropertyValues;
import dev.tick.conformance.sample.BodyDefect;
import dev.tick.spec.check.BatchCheck;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks of batch submits. */
final class BatchChecks {
    private BatchChecks() {}

    /** Checks that each item is listed as it was sent, under the number that its result names. */
    static List<Case> imported(Requirement row, BatchCheck.ItemsImported check, Conversation conversation) {
        Operation operation = conversation.operation(check);
        List<Case> cases = new ArrayList<>();
        for (String example : conversation.requests().examples(operation)) {
            cases.add(new Case(row, example, Phase.STATE, () -> {
                String taken = conversation.standIn(operation, example, other -> true);
                return listed(conversation, operation, conversation.sound(operation, taken));
            }));
        }
        cases.add(VariedChecks.imported(row, conversation, exchange -> listed(conversation, operation, exchange)));
        if (conversation.has(Effect.LIST)) {
            cases.add(new Case(row, "at the end", Phase.END, () -> {
                Exchange last = conversation.last(operation, conversation.example(operation));
                return listed(
                        conversation, operation, last, conversation.lists().last());
            }));
        }
        return cases;
    }

    /** Judges whether each item of a batch is listed as it was sent, under the number of its result. */
    static Outcome listed(Conversation conversation, Operation operation, Exchange exchange) {
        return conversation.succeeded(operation, exchange)
                ? listed(conversation, operation, exchange, conversation.lists().afterRefusals())
                : Outcome.noTwin(exchange);
    }

    private static Outcome listed(Conversation conversation, Operation operation, Exchange exchange, Exchange list) {
        if (!conversation.succeeded(operation, exchange)) {
            return Outcome.noTwin(exchange);
        }
        String own = conversation.names().identity(conversation.own());
        if (!conversation.lists().holds(list, own)) {
            return Outcome.notListed(list, own);
        }
        BatchAnswer imported = BatchAnswer.of(conversation.contract(), exchange);
        for (JsonNode item : Body.items(conversation.names().body(exchange))) {
            String identity = conversation.samples().identity(item);
            JsonNode entry = conversation.lists().entry(list, identity);
            if (entry.isMissingNode()) {
                return Outcome.broken(Mismatch.of(identity + " in the list", "a list without it"), exchange, list);
            }
            List<Mismatch> differing = new ArrayList<>(PropertyValues.differences(item, entry));
            String address = conversation.resource().address();
            String number =
                    imported.of(identity).map(BatchAnswer.Result::number).orElse("");
            String listed = entry.path(address).asString("");
            if (!listed.equals(number)) {
                differing.add(Mismatch.of(address, number, listed));
            }
            if (!differing.isEmpty()) {
                return Outcome.broken(named(identity, differing), exchange, list);
            }
        }
        return Outcome.honoured("each is listed as it was sent", exchange, list);
    }

    /** Prefixes each mismatch with the identity of its item. */
    private static List<Mismatch> named(String identity, List<Mismatch> differing) {
        return differing.stream()
                .map(one -> Mismatch.of(identity + "/" + one.subject(), one.expected(), one.got()))
                .toList();
    }

    /** Checks that importing an existing entity updates it. */
    static List<Case> importedAgain(Requirement row, BatchCheck.ItemsImportedAgain check, Conversation conversation) {
        Operation operation = conversation.operation(check);
        Operation create = conversation.operation(Effect.CREATE);
        String name = conversation.requests().examples(operation).get(0);
        return List.of(new Case(row, name, Phase.STATE, () -> {
            String example = conversation.example(operation);
            Exchange twin = conversation.sound(operation, example);
            if (!conversation.succeeded(operation, twin)) {
                return Outcome.noTwin(twin);
            }
            Exchange first = conversation.exchange(
                    "import for importing again", () -> conversation.soundRequest(operation, example));
            String text = conversation.requests().freeText(create);
            Exchange second = conversation.exchange("import again", () -> {
                ObjectNode body = conversation.names().body(first).deepCopy();
                for (JsonNode item : Body.items(body)) {
                    ((ObjectNode) item).set(text, conversation.samples().other(create, (ObjectNode) item, text));
                }
                return first.request().withBody(body);
            });
            if (!conversation.succeeded(operation, second)) {
                return Outcome.broken(Mismatch.of("it to be taken again", second.line()), first, second);
            }
            Exchange list = conversation.exchange(
                    "list after importing again",
                    () -> conversation.requests().bare(conversation.operation(Effect.LIST), ""));
            return updated(conversation, text, second, list);
        }));
    }

    /** Judges whether each of several imported items is listed with its last text. */
    private static Outcome updated(Conversation conversation, String text, Exchange second, Exchange list) {
        for (JsonNode sent : Body.items(conversation.names().body(second))) {
            String identity = conversation.samples().identity(sent);
            JsonNode got = conversation.lists().entry(list, identity).path(text);
            if (!PropertyValues.same(sent.path(text), got)) {
                return Outcome.broken(Mismatch.of(identity + "/" + text, sent.path(text), got), second, list);
            }
        }
        return Outcome.honoured(text + " of each is listed as it was sent at last", second, list);
    }

    /** Checks that an item with a defect beside a sound one is refused: by its own result, or with the whole request. */
    static List<Case> itemRefused(Requirement row, BatchCheck.ItemRefused check, Conversation conversation) {
        Operation operation = conversation.operation(check);
        return defects(conversation).stream()
                .map(defect ->
                        new Case(row, defect.name(), Phase.REFUSAL, () -> itemRefused(conversation, operation, defect)))
                .toList();
    }

    /**
     * Returns the defects that an item may have: one for each constraint of a submit, whose further values the rows on submits try. The
     * constraints take turns, so that not each has its first.
     */
    static List<BodyDefect> defects(Conversation conversation) {
        Operation create = conversation.operation(Effect.CREATE);
        List<BodyDefect> defects = new ArrayList<>();
        for (String constraint :
                constraints(conversation, create.requestSchema().orElseThrow())) {
            List<BodyDefect> all = conversation.defects().of(create, constraint);
            if (!all.isEmpty()) {
                defects.add(all.get(defects.size() % all.size()));
            }
        }
        return defects;
    }

    /** Sends a batch whose first item has a defect: what comes after it, more than one, shows whether the target goes on. */
    static Exchange withDefect(Conversation conversation, Operation operation, BodyDefect defect) {
        String example = conversation.example(operation);
        return conversation.exchange("item " + defect.name(), () -> {
            String made = conversation.example(conversation.operation(Effect.CREATE), defect.examples()::contains);
            Request sound = conversation.soundRequest(operation, example);
            JsonNode further =
                    conversation.samples().fresh(conversation.operation(Effect.CREATE), conversation.mainExample());
            return withItem(withFurther(sound, further), 0, defect.body(made));
        });
    }

    /** Returns pointers to the constraints of a submit: each required property, and each property that a condition constrains. */
    private static List<String> constraints(Conversation conversation, String submission) {
        List<String> pointers = new ArrayList<>();
        JsonNode schema = conversation.contract().at(submission);
        for (int i = 0; i < schema.path("required").size(); i++) {
            pointers.add(submission + "/required/" + i);
        }
        for (String rule : conversation.contract().rules(submission)) {
            String then = rule + "/then/properties";
            conversation.contract().at(then).propertyNames().forEach(name -> pointers.add(then + "/" + name));
        }
        return pointers;
    }

    private static Outcome itemRefused(Conversation conversation, Operation operation, BodyDefect defect) {
        String example = conversation.example(operation);
        Exchange twin = conversation.sound(operation, example);
        if (!conversation.succeeded(operation, twin)) {
            return Outcome.noTwin(twin);
        }
        Exchange exchange = withDefect(conversation, operation, defect);
        if (exchange.declined()) {
            return Outcome.honoured("the call was refused: " + exchange.line(), exchange);
        }
        if (!SuccessRules.answered(operation, exchange)) {
            return Outcome.neither(exchange);
        }
        // Empty where the defect is that the item has none; then no result is its own.
        List<JsonNode> items = Body.items(conversation.names().body(exchange));
        String identity = conversation.samples().identity(items.get(0));
        Optional<BatchAnswer.Result> result =
                BatchAnswer.of(conversation.contract(), exchange).of(identity);
        return result.filter(one -> !one.failed()).isPresent()
                ? Outcome.broken(Mismatch.of("its result to say that it failed", "that it did not"), exchange)
                : Outcome.honoured("its result says that it failed", exchange);
    }

    private static Request withFurther(Request request, JsonNode item) {
        ObjectNode body = (ObjectNode) request.body().meant().orElseThrow().deepCopy();
        ((ArrayNode) body.path(Body.listName(body).orElseThrow())).add(item);
        return request.withBody(body);
    }

    /** Returns the request with one of its items replaced. */
    private static Request withItem(Request request, int index, JsonNode item) {
        ObjectNode body = (ObjectNode) request.body().meant().orElseThrow().deepCopy();
        ArrayNode items = (ArrayNode) body.path(Body.listName(body).orElseThrow());
        items.set(index, item);
        return request.withBody(body);
    }

    /** Notes the status of a batch with an altered item, and how many of its results failed. */
    static List<Case> probeItem(Requirement row, BatchCheck.ItemProbed check, Conversation conversation) {
        Operation operation = conversation.operation(check);
        Map<String, JsonNode> set = check.set();
        return List.of(new Case(row, "probe", Phase.STATE, () -> {
            String example = conversation.example(operation);
            Exchange twin = conversation.sound(operation, example);
            if (!conversation.succeeded(operation, twin)) {
                return Outcome.noTwin(twin);
            }
            Exchange exchange = conversation.exchange("item " + set, () -> {
                Request sound = conversation.soundRequest(operation, example);
                List<JsonNode> items = Body.items(sound.body().meant().orElseThrow());
                int last = items.size() - 1;
                ObjectNode item = (ObjectNode) items.get(last).deepCopy();
                set.forEach(item::set);
                return withItem(sound, last, item);
            });
            long failed = BatchAnswer.of(conversation.contract(), exchange).results().stream()
                    .filter(BatchAnswer.Result::failed)
                    .count();
            int status = exchange.response().map(Response::status).orElse(0);
            return Outcome.noted("answered " + status + ", " + failed + " of its results failed", exchange);
        }));
    }
}
