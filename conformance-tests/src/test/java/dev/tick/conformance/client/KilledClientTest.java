package dev.tick.conformance.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.spec.client.ClientScenarios;
import dev.tick.spec.register.Specification;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a client that was killed has sent may come late. */
class KilledClientTest {
    private static final Optional<Integer> KILLED = Optional.empty();

    private final List<String> events = new ArrayList<>();
    private int stages;

    /** A stage that tells what happens to it. */
    private final class ToldStage implements ClientStage {
        private final int number = ++stages;

        @Override
        public Map<String, String> open(String name, String steps) {
            events.add(name + " on " + number);
            return Map.of();
        }

        @Override
        public SceneRecord end() {
            return new SceneRecord(Instant.EPOCH, List.of(), List.of(), List.of(), List.of(), 0);
        }

        @Override
        public void close() {
            events.add("close " + number);
        }
    }

    private void judge(List<Optional<Integer>> ends) {
        Iterator<Optional<Integer>> next = ends.iterator();
        ClientProgram program = new ClientProgram() {
            @Override
            public String name() {
                return "a client";
            }

            @Override
            public ClientEnd run(ClientTask task) {
                return new ClientEnd(next.next(), "");
            }
        };
        new ClientJudge(
                        ClientScenarios.of(Specification.load("indicators")),
                        new JudgeOptions(
                                Duration.ofSeconds(1), 1, Optional.of(List.of("submit-403", "list-403", "delete-403"))),
                        Clock.systemUTC())
                .judge(program, ToldStage::new);
    }

    @Test
    void callsNoStageOfTheNextScenario() {
        judge(List.of(KILLED, Optional.of(1), Optional.of(0)));
        assertEquals(List.of("submit-403 on 1", "close 1", "list-403 on 2", "delete-403 on 2", "close 2"), events);
    }

    @Test
    void endsWithNoStageLeftOpen() {
        judge(List.of(Optional.of(0), Optional.of(0), KILLED));
        assertEquals(List.of("submit-403 on 1", "list-403 on 1", "delete-403 on 1", "close 1", "close 2"), events);
    }
}
