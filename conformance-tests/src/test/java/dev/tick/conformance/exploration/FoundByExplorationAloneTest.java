package dev.tick.conformance.exploration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.QuickSender;
import dev.tick.conformance.Verifier;
import dev.tick.conformance.exchange.Sender;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Story;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.run.Runner;
import dev.tick.conformance.subject.Target;
import dev.tick.conformance.verdict.Result;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Specification;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A fault that needs three requests in a row: no row has a request of its own for it. */
class FoundByExplorationAloneTest {
    private static final Specification EDITION = Specification.load("indicators");

    @Test
    void onlyTheExplorationFindsWhatAnImportAndASubmitDoTogether() {
        assertEquals(List.of(), accused(ExplorationPlan.none()));
        assertEquals(List.of("IAG-003"), accused(ExplorationPlan.standard()));
    }

    @Test
    void theSequenceIsShrunkAndItsSentenceNamesTheFault() {
        try (StubServer stub = start()) {
            Target target = Verifier.embedded(stub, EDITION.contract());
            Map<String, Outcome> broken = new Explorer(
                            EDITION,
                            target,
                            new StaleSeverity(target.baseUrl()),
                            ExplorationPlan.standard(),
                            "0badcafe")
                    .broken();
            assertEquals(Set.of("IAG-003"), broken.keySet());
            Story story = broken.values().iterator().next().story().orElseThrow();
            assertTrue(
                    story.sentence()
                            .startsWith("An indicator that was imported, then submitted again has another severity"
                                    + " in the list: "),
                    story.sentence());
            assertTrue(
                    story.steps().size() <= 4,
                    () -> story.steps().stream()
                            .map(step -> step.exchange().line())
                            .toList()
                            .toString());
            Story.Step last = story.steps().get(story.steps().size() - 1);
            assertTrue(last.known().contains("is there: imported, then submitted again"), last.known());
            assertTrue(last.expected().startsWith("200 with "), last.expected());
            assertTrue(last.got().startsWith("severity: expected "), last.got());
        }
    }

    private static List<String> accused(ExplorationPlan plan) {
        try (StubServer stub = start()) {
            Target target = Verifier.embedded(stub, EDITION.contract());
            RunResult report = new Runner(EDITION.contract(), EDITION.register(), Clock.systemUTC(), StaleSeverity::new)
                    .exploring(plan)
                    .run(target);
            return report.rows().stream()
                    .filter(row -> row.result().compareTo(Result.WARN) >= 0)
                    .map(row -> row.row().id())
                    .toList();
        }
    }

    private static StubServer start() {
        return StubServer.start(
                StubConfig.builder(EDITION.contract(), EDITION.register()).build());
    }

    /** Lists what was imported, and then updated by a submit of its own, with the severity of the import. */
    private static final class StaleSeverity implements Sender {
        private final Sender sender;
        private final Map<String, JsonNode> imported = new HashMap<>();
        private final Set<String> updated = new HashSet<>();

        StaleSeverity(URI baseUrl) {
            sender = new QuickSender(baseUrl);
        }

        @Override
        public Exchange send(Request message) {
            Exchange exchange = sender.send(message);
            JsonNode answer = exchange.response().orElseThrow().json();
            if (message.url().endsWith("/import") && exchange.accepted()) {
                answer.path("value")
                        .forEach(result -> message.body()
                                .json()
                                .path("Indicators")
                                .valueStream()
                                .filter(item -> item.path("indicatorValue").equals(result.path("indicator")))
                                .forEach(item -> imported.put(id(result), item.path("severity"))));
                updated.removeAll(imported.keySet());
            } else if (message.url().endsWith("/indicators") && exchange.accepted()) {
                updated.add(id(answer));
            }
            return message.method().equals("GET") && exchange.accepted()
                    ? new Exchange(message, exchange.response().map(this::stale), "")
                    : exchange;
        }

        private Response stale(Response list) {
            JsonNode body = list.json().deepCopy();
            body.path("value").forEach(entry -> {
                JsonNode severity = imported.get(id(entry));
                if (severity != null && !severity.isMissingNode() && updated.contains(id(entry))) {
                    ((ObjectNode) entry).set("severity", severity);
                }
            });
            return list.withBody(body);
        }

        private static String id(JsonNode node) {
            return node.path("id").asString("");
        }

        @Override
        public void close() {
            sender.close();
        }
    }
}
