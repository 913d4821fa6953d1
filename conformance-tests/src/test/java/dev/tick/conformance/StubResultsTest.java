package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.comparison.CaseSnapshot;
import dev.tick.conformance.comparison.RequirementDiff;
import dev.tick.conformance.comparison.Snapshot;
import dev.tick.conformance.comparison.StubResults;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Specification;
import dev.tick.spec.register.Subject;
import java.time.Clock;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of the stub without starting one equals what a run on one gives. */
@Execution(ExecutionMode.CONCURRENT)
class StubResultsTest {
    private static final Set<TokenKind> ALL = EnumSet.allOf(TokenKind.class);

    @ParameterizedTest
    @ValueSource(strings = {"tiindicators", "indicators"})
    void equalsAFreshRunWhateverATargetHas(String name) {
        Specification specification = Specification.load(name);
        Contract contract = specification.contract();
        Verifier conformance = new Verifier(contract, specification.register(), Clock.systemUTC(), QuickSender::new);
        StubResults known = conformance.stubResults("");
        List<Requirement> rows = specification.register().of(Subject.SERVER).stream()
                .filter(row -> row.check().isPresent())
                .toList();
        Map<Set<Effect>, Set<TokenKind>> held = new LinkedHashMap<>();
        held.put(EnumSet.allOf(Effect.class), EnumSet.complementOf(EnumSet.of(TokenKind.EXPIRED)));
        held.put(EnumSet.of(Effect.CREATE), Set.of(TokenKind.SOUND));
        held.put(EnumSet.of(Effect.CREATE, Effect.LIST), ALL);
        held.put(
                EnumSet.of(Effect.CREATE, Effect.READ, Effect.REMOVE),
                EnumSet.of(TokenKind.SOUND, TokenKind.OTHER_APPLICATION, TokenKind.DELEGATED));
        held.forEach((capabilities, tokens) -> assertEquals(
                List.of(),
                RequirementDiff.between(
                        withoutNumbers(known.of(contract, rows, capabilities, tokens)),
                        withoutNumbers(conformance.onStub(rows, capabilities, tokens))),
                capabilities + " " + tokens));
        assertTrue(known.belongsTo(contract, specification.register()));
        Specification.all().stream().filter(other -> !other.name().equals(name)).forEach(other -> {
            assertFalse(known.belongsTo(contract, other.register()), "another register");
            assertFalse(known.belongsTo(other.contract(), specification.register()), "another contract");
        });
    }

    /** A stub counts its entities: how many came before depends on what else was checked. */
    private static Snapshot withoutNumbers(Snapshot snapshot) {
        Map<String, Snapshot.Row> rows = new LinkedHashMap<>();
        snapshot.rows().forEach((id, row) -> {
            Map<String, CaseSnapshot> cases = new LinkedHashMap<>();
            row.cases()
                    .forEach((one, seen) -> cases.put(
                            one, new CaseSnapshot(seen.result(), seen.detail().replaceAll("\"\\d+\"", "<number>"))));
            rows.put(id, new Snapshot.Row(row.result(), cases));
        });
        return new Snapshot(snapshot.contract(), rows);
    }
}
