package dev.tick.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.document.InvalidDocumentException;
import dev.tick.spec.http.Body;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Subject;
import dev.tick.spec.validation.Validator;
import dev.tick.spec.validation.Violation;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages are the same English on every machine: the validator has them in twenty languages. */
class LanguageTest {
    private static final String CONTRACT = """
            openapi: 3.1.0
            info: {title: t, version: "1"}
            paths:
              /rooms:
                get:
                  operationId: listRooms
                  responses:
                    "200":
                      description: rooms
            components:
              schemas:
                Room: {type: object, properties: {seats: {type: integer, minimum: %s}}}
            """;

    private final Locale before = Locale.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "ar-SA", "ja", "tr", "en"})
    void ofAViolation(String language) {
        Locale.setDefault(Locale.forLanguageTag(language));
        Contract contract = Contract.parse("a.yaml", String.format(Locale.ROOT, CONTRACT, "2"));
        Register register = Register.load("tiindicators", Contract.load("tiindicators"));
        List<Violation> found = new Validator(contract, register, Clock.systemUTC())
                .body(Subject.CLIENT, "/components/schemas/Room", Body.of("{\"seats\": 1}"));
        assertEquals(
                List.of("must have a minimum value of 2"),
                found.stream().map(Violation::expected).toList());
    }

    @Test
    void ofASchemaThatIsNone() {
        Locale.setDefault(Locale.GERMAN);
        String message = String.valueOf(assertThrows(
                        InvalidDocumentException.class,
                        () -> Contract.parse("a.yaml", String.format(Locale.ROOT, CONTRACT, "few")))
                .getMessage());
        assertTrue(message.contains("string found, number expected"), message);
    }
}
