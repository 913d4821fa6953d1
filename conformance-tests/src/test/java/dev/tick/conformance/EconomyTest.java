package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.exploration.ExplorationPlan;
import dev.tick.conformance.exploration.ExplorationSize;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.run.Runner;
import dev.tick.conformance.subject.Target;
import dev.tick.conformance.verdict.Verdict;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.register.Specification;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A tenant takes 100 requests a minute: what a whole run sends there, with every token, must not grow unnoticed. */
class EconomyTest {
    @ParameterizedTest
    @CsvSource({"tiindicators, SUBMIT_PAGE, 158", "indicators, SUBMIT_PAGE, 215", "indicators, EVERYTHING, 555"})
    void aWholeRunSendsNoMore(String contract, Extent extent, int limit) {
        Specification specification = Specification.load(contract);
        ShiftedClock clock = new ShiftedClock();
        Runner runner = new Runner(specification.contract(), specification.register(), clock, QuickSender::new)
                .pausing((length, reason) -> clock.move(length))
                .exploring(new ExplorationPlan(ExplorationSize.brief(), ExplorationPlan.DEFAULT_SEED));
        try (StubServer stub = StubServer.start(StubConfig.builder(specification.contract(), specification.register())
                .clock(clock)
                .build())) {
            Target target = Verifier.embedded(stub, specification.contract());
            RunResult result = runner.run(target.with(extent.effects(), target.tokens()));
            assertEquals(Verdict.CONFORMANT, result.verdict());
            int requests = result.stamp().requests();
            assertTrue(requests <= limit, requests + " requests");
        }
    }

    /** What a target is held to. */
    enum Extent {
        SUBMIT_PAGE,
        EVERYTHING;

        Set<Effect> effects() {
            return this == SUBMIT_PAGE ? EnumSet.of(Effect.CREATE) : EnumSet.allOf(Effect.class);
        }
    }
}
