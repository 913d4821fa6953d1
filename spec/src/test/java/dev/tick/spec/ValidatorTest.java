package dev.tick.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.validation.Validator;
import dev.tick.spec.validation.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidatorTest {
    private static final String SUBMISSION = "/components/schemas/IndicatorSubmission";
    private static final String ENTITY = "/components/schemas/Indicator";
    private static final String SHA1 = "220e7d15b0b3d7fac48f2bd61114db1022197f7f";

    private final Validator validator = new Validator(Contract.load("tiindicators"));

    @Test
    void namesEveryViolationWithItsPlaceInMessageAndContract() {
        assertEquals(
                List.of(
                        " required " + SUBMISSION + "/required/2",
                        "/indicatorType enum /components/schemas/IndicatorType/enum",
                        "/title type " + SUBMISSION + "/properties/title/type"),
                places(SUBMISSION, """
                        {"indicator": "192.0.2.1", "indicatorType": "Colour", "title": 5}"""));
    }

    @Test
    void keepsTheOrderOfTheDocument() {
        assertEquals(
                List.of("/title", "/severity", "/action", "/description"),
                validator.validate(SUBMISSION, """
                                {"title": 1, "severity": "x", "indicator": "192.0.2.1", "action": "y",
                                 "indicatorType": "IpAddress", "description": 2}""").stream()
                        .map(Violation::location)
                        .toList());
    }

    @Test
    void speaksInItsOwnMessages() {
        // A library earlier on the class path can replace networknt's texts by ones with unfilled places.
        Violation violation = validator.validate(SUBMISSION, """
                {"indicator": "192.0.2.1", "indicatorType": "IpAddress"}""").get(0);
        assertEquals("required property 'action' not found", violation.expected());
    }

    @ParameterizedTest
    @CsvSource({
        "FileSha1, " + SHA1,
        "FileSha256, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "IpAddress, 192.0.2.1",
        "IpAddress, 2001:db8::1",
        "DomainName, host.example",
        "Url, https://host.example/path?a=b"
    })
    void acceptsAValueOfItsType(String type, String value) {
        assertEquals(List.of(), places(SUBMISSION, submission(type, value)));
    }

    @ParameterizedTest
    @CsvSource({
        "FileSha1, 220e7d15b0b3d7fac48f2bd61114db1022197f7, pattern",
        "FileSha1, 220e7d15b0b3d7fac48f2bd61114db1022197f7fa, pattern",
        "FileSha1, 220e7d15b0b3d7fac48f2bd61114db1022197f7g, pattern",
        "FileSha256, 220e7d15b0b3d7fac48f2bd61114db1022197f7f, pattern",
        "DomainName, -host-.example, format",
        "Url, not a url, format"
    })
    void refusesAValueOfAnotherType(String type, String value, String keyword) {
        List<Violation> violations = validator.validate(SUBMISSION, submission(type, value));
        assertEquals(
                List.of("/indicator"),
                violations.stream().map(Violation::location).distinct().toList());
        assertEquals(
                List.of(keyword), violations.stream().map(Violation::keyword).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"256.0.2.1", "192.0.2.0/24", "host.example"})
    void refusesWhatIsNoAddress(String value) {
        List<Violation> violations = validator.validate(SUBMISSION, submission("IpAddress", value));
        assertEquals(
                List.of("/indicator"),
                violations.stream().map(Violation::location).distinct().toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2030-01-01T00:00:00Z",
                "2030-01-01T00:00:00.1Z",
                "2030-01-01T00:00:00.1234567Z",
                "2030-01-01T00:00:00.123456+00:00"
            })
    void acceptsTimestampsOfZeroToSevenDigits(String time) {
        assertEquals(List.of(), places(SUBMISSION, expiring(time)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2030-01-01T00:00:00", "2030-02-30T00:00:00Z", "tomorrow"})
    void refusesWhatIsNoTimestampWithAnOffset(String time) {
        assertEquals(
                List.of("/expirationTime format " + SUBMISSION + "/properties/expirationTime/format"),
                places(SUBMISSION, expiring(time)));
    }

    @Test
    void refusesUnknownPropertiesInRequestsAndToleratesThemInAnswers() {
        String body = submission("FileSha1", SHA1).replace("{", "{\"colour\": 1,");
        assertEquals(
                List.of(" additionalProperties " + SUBMISSION + "/additionalProperties"), places(SUBMISSION, body));
        assertEquals(List.of(), places(ENTITY, body));
    }

    @Test
    void toleratesUnknownEnumValuesAndNullsInAnswers() {
        assertEquals(List.of(), places(ENTITY, """
                        {"indicator": "a", "indicatorType": "FileMd5", "action": "Warn", "severity": null}"""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{} {}", "{\"title\": \"a\", \"title\": \"b\"}"})
    void refusesWhatIsNotOneJsonValue(String body) {
        assertEquals(List.of(" json " + SUBMISSION), places(SUBMISSION, body));
    }

    @Test
    void refusesBodiesDeeperThanTheBound() {
        assertEquals(List.of(" json " + SUBMISSION), places(SUBMISSION, "[".repeat(100) + "]".repeat(100)));
    }

    private List<String> places(String schema, String body) {
        return validator.validate(schema, body).stream()
                .map(violation -> violation.location() + " " + violation.keyword() + " " + violation.schema())
                .toList();
    }

    private static String submission(String type, String value) {
        return """
            {"indicator": "%s", "indicatorType": "%s", "action": "Alert"}""".formatted(value, type);
    }

    private static String expiring(String time) {
        return submission("FileSha1", SHA1).replace("}", ", \"expirationTime\": \"" + time + "\"}");
    }
}
