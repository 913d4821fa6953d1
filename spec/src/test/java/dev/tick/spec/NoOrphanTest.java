package dev.tick.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.spec.client.ClientScenarios;
import dev.tick.spec.inspection.RowlessPart;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Specification;
import dev.tick.spec.register.Subject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Every constraint of a contract belongs to a row, and every row is exercised or excluded. */
@ParameterizedClass
@MethodSource("dev.tick.spec.register.Specification#names")
class NoOrphanTest {
    private final Specification specification;
    private final Register register;

    NoOrphanTest(String name) {
        specification = Specification.load(name);
        register = specification.register();
    }

    @Test
    void everyConstraintBelongsToARowOfEachItBinds() {
        assertEquals(
                List.of(),
                RowlessPart.of(specification).stream()
                        .filter(RowlessPart::isBinding)
                        .map(RowlessPart::sentence)
                        .toList());
    }

    /** Were the walk to miss constraints, none of them would want a row. */
    @Test
    void withoutARegisterEveryConstraintIsAnOrphan() {
        Register none = new Register(register.source(), register.edition(), List.of());
        List<RowlessPart> parts = RowlessPart.of(new Specification("none", specification.contract(), none));
        assertTrue(constraints(parts, Subject.CLIENT) > 40, parts.toString());
        assertTrue(constraints(parts, Subject.SERVER) > 90, parts.toString());
    }

    private static long constraints(List<RowlessPart> parts, Subject subject) {
        return parts.stream()
                .filter(part -> part.isBinding() && part.subject() == subject)
                .count();
    }

    @Test
    void everyRowIsExercisedOrExcludedWithAReason() {
        Set<String> decided = ClientScenarios.of(specification).decided();
        for (Requirement row : register.requirements()) {
            boolean exercised = row.subject() == Subject.SERVER
                    ? row.check().isPresent()
                    : row.schema().isPresent() || decided.contains(row.id());
            assertTrue(exercised != row.excluded().isPresent(), row.id());
        }
    }

    /** A pointer to the whole document would own everything and say nothing. */
    @Test
    void noRowOwnsMoreThanOneSchemaOrOnePath() {
        for (Requirement row : register.requirements()) {
            row.schema()
                    .ifPresent(pointer -> assertTrue(
                            pointer.startsWith("/paths/")
                                    || pointer.matches("/components/[^/]+/[^/]+.*")
                                    || pointer.matches("/x-tick-seen/[^/]+"),
                            row.id()));
        }
    }
}
