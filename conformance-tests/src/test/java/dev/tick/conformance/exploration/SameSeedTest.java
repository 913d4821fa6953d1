package dev.tick.conformance.exploration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.QuickSender;
import dev.tick.conformance.Verifier;
import dev.tick.conformance.subject.Target;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.register.Specification;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The seed decides what a run explores. */
class SameSeedTest {
    @ParameterizedTest
    @MethodSource("dev.tick.spec.register.Specification#all")
    void theSameSeedGivesTheSameRequests(Specification edition) {
        List<String> first = requests(edition, 7, "11111111");
        assertEquals(first, requests(edition, 7, "22222222"));
        assertTrue(first.size() >= 90, () -> first.size() + " requests");
        assertNotEquals(first, requests(edition, 8, "11111111"));
    }

    /** Returns the requests without what the run, the time and the server's numbers decide. */
    private static List<String> requests(Specification edition, long seed, String run) {
        try (StubServer stub = StubServer.start(
                StubConfig.builder(edition.contract(), edition.register()).build())) {
            Target target = Verifier.embedded(stub, edition.contract());
            Explorer explorer = new Explorer(
                    edition,
                    target,
                    new QuickSender(target.baseUrl()),
                    new ExplorationPlan(ExplorationSize.standard(), seed),
                    run);
            explorer.outcomes();
            return explorer.exchanges().stream()
                    .map(Exchange::request)
                    .map(request -> request.method() + " " + request.url() + " "
                            + request.body().text())
                    .map(text -> text.replace(run, "run")
                            .replaceAll("(?i)[0-9a-f]{4,}", "x")
                            .replaceAll("(2001:0?db8|%3A)[0-9A-Fa-fx:%]*", "x")
                            .replaceAll("[0-9]+([.][0-9]+){3}", "x")
                            .replaceAll("[0-9]+", "0"))
                    .toList();
        }
    }
}
