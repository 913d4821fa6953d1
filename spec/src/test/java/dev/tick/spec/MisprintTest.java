package dev.tick.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.document.InvalidDocumentException;
import dev.tick.spec.register.KnownMisprint;
import dev.tick.spec.register.Register;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MisprintTest {
    private static final Contract CONTRACT = Contract.load("tiindicators");

    @Test
    void readsWhatARowSaysOfPages() {
        assertEquals(
                List.of(
                        new KnownMisprint(
                                Optional.of("submitIndicator"), Optional.empty(), "method", Optional.of("Post")),
                        new KnownMisprint(
                                Optional.of("getIndicator"),
                                Optional.empty(),
                                "example answer, body",
                                Optional.empty())),
                register(
                                "{operation: submitIndicator, at: method, as: Post}",
                                "{operation: getIndicator, at: \"example answer, body\"}")
                        .requirements()
                        .get(0)
                        .misprints());
    }

    @Test
    void refusesAnOperationThatTheContractDoesNotHave() {
        assertEquals(
                "x.yaml:14: /requirements/0/misprints/0/operation: no operation 'submit' in"
                        + " contracts/tiindicators/openapi.yaml; it has [submitIndicator, listIndicators, getIndicator,"
                        + " updateIndicator, removeIndicator]",
                message("{operation: submit, at: method}"));
    }

    @Test
    void refusesAnUnknownKeyAndAMissingOne() {
        assertEquals(
                "x.yaml:14: /requirements/0/misprints/0/was: unknown key 'was' (did you mean 'as'?); expected one of [operation, source, at, as]",
                message("{operation: submitIndicator, at: method, was: Post}"));
        assertEquals(
                "x.yaml:14: /requirements/0/misprints/0: the key 'at' is missing; add it",
                message("{operation: submitIndicator}"));
    }

    private static String message(String misprint) {
        return String.valueOf(assertThrows(InvalidDocumentException.class, () -> register(misprint))
                .getMessage());
    }

    private static Register register(String... misprints) {
        return Register.parse("x.yaml", """
                contract: x
                edition: "1"
                sources:
                  page: {page: page, edition: "1", dated: "2026-11", read: "2026-11-24"}
                requirements:
                  - id: AAA-001
                    level: may
                    basis: documented
                    subject: server
                    statement: The page slips.
                    source: {of: page, section: Example}
                    excluded: it speaks of the page
                    misprints:
                      - %s
                """.formatted(String.join("\n      - ", misprints)), CONTRACT);
    }
}
