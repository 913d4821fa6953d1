package dev.tick.spec.register;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.spec.check.AbsentCheck;
import dev.tick.spec.check.Expectation;
import dev.tick.spec.check.RequestCheck;
import dev.tick.spec.check.TargetEdit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A row about the code of an error takes every code that the errors page documents for its situation, the general ones included. */
class DocumentedCodesTest {
    private static final List<String> GENERAL = List.of("BadRequest", "InvalidInput");
    private static final List<String> FORBIDDEN = List.of("Forbidden", "DisabledFeature", "DisallowedOperation");
    private static final List<String> ABSENT = List.of("NotFound", "ResourceNotFound");

    @Test
    void areAllTakenFor400() {
        assertRows(400, (specification, row, expected) -> {
            expected.addAll(GENERAL);
            if (request(row).alteration().edits().stream().noneMatch(TargetEdit.class::isInstance)) {
                expected.add("InvalidRequestBody");
            }
            // The contract's own code of a broken constraint, such as InvalidHashValue.
            row.schema().map(specification.contract()::at).stream()
                    .flatMap(node -> node.path("x-tick-refusals").valueStream())
                    .map(refusal -> refusal.path("code").asString())
                    .forEach(expected::add);
        });
    }

    @Test
    void areAllTakenFor401And403() {
        assertRows(401, (specification, row, expected) -> expected.add("Unauthorized"));
        assertRows(403, (specification, row, expected) -> expected.addAll(FORBIDDEN));
    }

    @Test
    void areAllTakenFor404() {
        List<Executable> assertions = new ArrayList<>();
        for (Specification specification : Specification.all()) {
            for (Requirement row : specification.register().checked()) {
                row.check()
                        .filter(AbsentCheck.class::isInstance)
                        .map(AbsentCheck.class::cast)
                        .map(check -> check.error().codes())
                        .filter(codes -> !codes.isEmpty())
                        .ifPresent(codes ->
                                assertions.add(() -> assertTrue(codes.containsAll(ABSENT), row.id() + " " + codes)));
            }
        }
        assertTrue(assertions.size() >= 4, "few rows: " + assertions.size());
        assertAll(assertions);
    }

    /** Adds the codes of a row's situation. */
    private interface Situation {
        void expect(Specification specification, Requirement row, Set<String> expected);
    }

    private static void assertRows(int status, Situation situation) {
        List<Executable> assertions = new ArrayList<>();
        for (Specification specification : Specification.all()) {
            for (Requirement row : specification.register().checked()) {
                List<String> codes = codes(row, status);
                if (!codes.isEmpty()) {
                    Set<String> expected = new LinkedHashSet<>();
                    situation.expect(specification, row, expected);
                    assertions.add(() -> assertTrue(
                            codes.containsAll(expected), row.id() + " takes " + codes + ", not " + expected));
                }
            }
        }
        assertTrue(assertions.size() >= 4, "few rows: " + assertions.size());
        assertAll(assertions);
    }

    private static List<String> codes(Requirement row, int status) {
        return Stream.of(row)
                .filter(one ->
                        one.check().filter(RequestCheck.class::isInstance).isPresent())
                .map(one -> request(one).expectation())
                .filter(Expectation.Refused.class::isInstance)
                .map(Expectation.Refused.class::cast)
                .filter(expectation -> expectation.statuses().contains(status))
                .flatMap(expectation -> expectation.error().codes().stream())
                .toList();
    }

    private static RequestCheck request(Requirement row) {
        return row.check().map(RequestCheck.class::cast).orElseThrow();
    }
}
