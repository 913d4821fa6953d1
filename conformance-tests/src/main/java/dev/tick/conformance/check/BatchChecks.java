package dev.tick.conformance.check;

import dev.tick.conformance.sample.Defect;
import dev.tick.spec.check.BatchCheck;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
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

/** The kinds of checks on what is submitted together. */
final class BatchChecks {
    private BatchChecks() {}

    /** Each item is listed as it was sent, under the number that its result names. */
    static List<Case> imported(Requirement row, BatchCheck.ItemsImported check, Session session) {
        Operation operation = session.operation(check);
        return session.examples(operation).stream()
                .map(example -> new Case(
                        row, example, Phase.STATE, () -> listed(session, operation, session.sound(operation, example))))
                .toList();
    }

    private static Outcome listed(Session session, Operation operation, Exchange exchange) {
        if (!session.succeeded(operation, exchange)) {
            return RefusalChecks.noTwin(exchange);
        }
        Exchange list = ListChecks.listAfterRefusals(session);
        String own = session.names().identity(session.reach());
        if (!ListChecks.lists(session, list, own)) {
            return ListChecks.notListed(list, own);
        }
        Imported imported = Imported.of(session.contract(), exchange);
        for (JsonNode item : Bodies.items(session.names().body(exchange))) {
            String identity = session.samples().identity(item);
            JsonNode entry = ListChecks.entry(session, list, identity);
            if (entry.isMissingNode()) {
                return Outcome.broken(Contrast.of(identity + " in the list", "a list without it"), exchange, list);
            }
            List<Contrast> differing = new ArrayList<>(Properties.differences(item, entry));
            String address = session.resource().address();
            String number = imported.of(identity).map(Imported.Result::number).orElse("");
            String listed = entry.path(address).asString("");
            if (!listed.equals(number)) {
                differing.add(Contrast.of(address, number, listed));
            }
            if (!differing.isEmpty()) {
                return Outcome.broken(named(identity, differing), exchange, list);
            }
        }
        return Outcome.honoured("each is listed as it was sent", exchange, list);
    }

    /** Many are compared, so each is named. */
    private static List<Contrast> named(String identity, List<Contrast> differing) {
        return differing.stream()
                .map(one -> Contrast.of(identity + "/" + one.subject(), one.expected(), one.got()))
                .toList();
    }

    /** An import of what is there updates it. */
    static List<Case> importedAgain(Requirement row, BatchCheck.ItemsImportedAgain check, Session session) {
        Operation operation = session.operation(check);
        Operation create = session.operation(Effect.CREATE);
        String example = session.examples(operation).get(0);
        return List.of(new Case(row, example, Phase.STATE, () -> {
            Exchange twin = session.sound(operation, example);
            if (!session.succeeded(operation, twin)) {
                return RefusalChecks.noTwin(twin);
            }
            Exchange first =
                    session.exchange("import for importing again", () -> session.soundMessage(operation, example));
            String text = session.freeText(create);
            Exchange second = session.exchange("import again", () -> {
                ObjectNode body = session.names().body(first).deepCopy();
                for (JsonNode item : Bodies.items(body)) {
                    ((ObjectNode) item).set(text, session.samples().other(create, (ObjectNode) item, text));
                }
                return first.request().withBody(body);
            });
            if (!session.succeeded(operation, second)) {
                return Outcome.broken(Contrast.of("it to be taken again", second.line()), first, second);
            }
            Exchange list = session.exchange(
                    "list after importing again", () -> session.message(session.operation(Effect.LIST), ""));
            JsonNode sent = Bodies.items(session.names().body(second)).get(0);
            JsonNode got = ListChecks.entry(session, list, session.samples().identity(sent))
                    .path(text);
            return Properties.same(sent.path(text), got)
                    ? Outcome.honoured(text + " is listed as it was sent at last", second, list)
                    : Outcome.broken(Contrast.of(text, sent.path(text), got), second, list);
        }));
    }

    /** Beside a sound item, one with a defect is not taken: its result says so, or the whole call is refused. */
    static List<Case> itemRefused(Requirement row, BatchCheck.ItemRefused check, Session session) {
        Operation operation = session.operation(check);
        Operation create = session.operation(Effect.CREATE);
        String submission = create.requestSchema().orElseThrow();
        List<Case> cases = new ArrayList<>();
        for (String constraint : constraints(session, submission)) {
            for (Defect defect : session.defects().of(create, constraint)) {
                cases.add(new Case(row, defect.name(), Phase.REFUSAL, () -> itemRefused(session, operation, defect)));
            }
        }
        return cases;
    }

    /** One place in the rules of a submit for each of its properties, and for each that is required. */
    private static List<String> constraints(Session session, String submission) {
        List<String> pointers = new ArrayList<>();
        JsonNode schema = session.contract().at(submission);
        for (int i = 0; i < schema.path("required").size(); i++) {
            pointers.add(submission + "/required/" + i);
        }
        for (int i = 0; i < schema.path("allOf").size(); i++) {
            String then = submission + "/allOf/" + i + "/then/properties";
            session.contract().at(then).propertyNames().forEach(name -> pointers.add(then + "/" + name));
        }
        return pointers;
    }

    private static Outcome itemRefused(Session session, Operation operation, Defect defect) {
        String example = session.examples(operation).get(0);
        Exchange twin = session.sound(operation, example);
        if (!session.succeeded(operation, twin)) {
            return RefusalChecks.noTwin(twin);
        }
        Exchange exchange = session.exchange(
                "item " + defect.name(), () -> withItem(session.soundMessage(operation, example), defect.body()));
        if (exchange.declined()) {
            return Outcome.honoured("the call was refused: " + exchange.line(), exchange);
        }
        if (!SoundChecks.answered(operation, exchange)) {
            return RefusalChecks.neither(exchange);
        }
        String identity = session.samples().identity(defect.body());
        Optional<Imported.Result> result =
                Imported.of(session.contract(), exchange).of(identity);
        return result.filter(one -> !one.failed()).isPresent()
                ? Outcome.broken(Contrast.of("its result to say that it failed", "that it did not"), exchange)
                : Outcome.honoured("its result says that it failed", exchange);
    }

    /** The message with this in place of its last item. */
    private static Request withItem(Request message, JsonNode item) {
        ObjectNode body = (ObjectNode) message.body().meant().orElseThrow().deepCopy();
        ArrayNode items = (ArrayNode) body.path(Bodies.list(body).orElseThrow());
        items.set(items.size() - 1, item);
        return message.withBody(body);
    }

    /** Notes what becomes of an item that is altered, and of the call. */
    static List<Case> probeItem(Requirement row, BatchCheck.ItemProbed check, Session session) {
        Operation operation = session.operation(check);
        String example = session.examples(operation).get(0);
        Map<String, JsonNode> set = check.set();
        return List.of(new Case(row, "probe", Phase.STATE, () -> {
            Exchange twin = session.sound(operation, example);
            if (!session.succeeded(operation, twin)) {
                return RefusalChecks.noTwin(twin);
            }
            Exchange exchange = session.exchange("item " + set, () -> {
                Request sound = session.soundMessage(operation, example);
                List<JsonNode> items = Bodies.items(sound.body().meant().orElseThrow());
                ObjectNode last = (ObjectNode) items.get(items.size() - 1).deepCopy();
                set.forEach(last::set);
                return withItem(sound, last);
            });
            long failed = Imported.of(session.contract(), exchange).results().stream()
                    .filter(Imported.Result::failed)
                    .count();
            int status = exchange.response().map(Response::status).orElse(0);
            return Outcome.noted("answered " + status + ", " + failed + " of its results failed", exchange);
        }));
    }
}
