package dev.tick.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Headers;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Subject;
import dev.tick.spec.validation.Validator;
import dev.tick.spec.validation.Violation;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidatorTest {
    private static final String SUBMISSION = "/components/schemas/IndicatorSubmission";
    private static final String ENTITY = "/components/schemas/Indicator";
    private static final String SHA1 = "220e7d15b0b3d7fac48f2bd61114db1022197f7f";

    private static final Contract CONTRACT = Contract.load("tiindicators");

    private static final Register REGISTER = Register.load("tiindicators", CONTRACT);

    private final Validator validator =
            new Validator(CONTRACT, REGISTER, Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC));

    @Test
    void namesEveryViolationWithItsPlaceInMessageAndContract() {
        assertEquals(
                List.of(
                        " required " + SUBMISSION + "/required/2",
                        "/indicatorType enum " + SUBMISSION + "/properties/indicatorType/$ref/enum",
                        "/title type " + SUBMISSION + "/properties/title/type"),
                places(SUBMISSION, """
                        {"indicator": "192.0.2.1", "indicatorType": "Colour", "title": 5}"""));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"whole\": 9007199254740993}', ''",
        "'{\"whole\": 9007199254740993.0}', ''",
        "'{\"whole\": 9007199254740994}', '[/whole maximum]'",
        "'{\"small\": 0.10000000000000000001}', ''",
        "'{\"small\": 0.1}', '[/small const]'",
        "'{\"cents\": 0.07}', ''",
        "'{\"cents\": 0.07000000000000000001}', '[/cents multipleOf]'",
        "'{\"some\": [12345678901234567890123, 12345678901234567890124]}', ''",
        "'{\"some\": [1, 1.0]}', '[/some uniqueItems]'"
    })
    void comparesNumbersToTheLastDigit(String body, String expected) {
        Contract numbers = Contract.parse("numbers.yaml", """
                openapi: 3.1.0
                info: {title: t, version: "1"}
                paths: {}
                components:
                  schemas:
                    Numbers:
                      type: object
                      properties:
                        whole: {type: integer, maximum: 9007199254740993}
                        small: {type: number, const: 0.10000000000000000001}
                        cents: {type: number, multipleOf: 0.01}
                        some: {type: array, uniqueItems: true, items: {type: number}}
                """);
        List<String> found = new Validator(numbers, REGISTER, Clock.systemUTC())
                .body(Subject.CLIENT, "/components/schemas/Numbers", Body.of(body)).stream()
                        .map(violation -> violation.location() + " " + violation.keyword())
                        .toList();
        assertEquals(expected, found.isEmpty() ? "" : found.toString());
    }

    @Test
    void keepsTheOrderOfTheDocument() {
        assertEquals(
                List.of("/title", "/severity", "/action", "/description"),
                validate(SUBMISSION, """
                                {"title": 1, "severity": "x", "indicator": "192.0.2.1", "action": "y",
                                 "indicatorType": "IpAddress", "description": 2}""").stream().map(Violation::location).toList());
    }

    /** The document has its properties in another order than the schema. */
    @Test
    void keepsTheOrderOfTheDocumentInsideItsLists() {
        String reversed = "{\"title\": 1, \"severity\": 2, \"action\": 3, \"indicatorType\": 4, \"indicator\": 5}";
        assertEquals(
                List.of(
                        "/value/0/title",
                        "/value/0/severity",
                        "/value/0/action",
                        "/value/0/indicatorType",
                        "/value/0/indicator",
                        "/value/1/title",
                        "/value/1/severity",
                        "/value/1/action",
                        "/value/1/indicatorType",
                        "/value/1/indicator"),
                validate("/components/schemas/IndicatorCollection", "{\"value\": [" + reversed + "," + reversed + "]}")
                        .stream()
                        .map(Violation::location)
                        .toList());
    }

    @Test
    void countsFailedAlternativesAsOneViolationWhereverTheyStand() {
        String severity = SUBMISSION + "/properties/severity";
        assertEquals(List.of(" anyOf " + severity + "/anyOf"), places(severity, "5"));
    }

    @Test
    void saysWhatIsExpectedAndWhatWasGot() {
        assertEquals(
                List.of(
                        "body: expected a property 'action', got nothing",
                        "/severity: expected one of [\"Informational\",\"Low\",\"Medium\",\"High\"] or type \"null\", got \"low\""),
                validate(SUBMISSION, """
                        {"indicator": "192.0.2.1", "indicatorType": "IpAddress", "severity": "low"}""").stream().map(Violation::sentence).toList());
    }

    @Test
    void refusesAnInstantThatHasPassedAndAcceptsItInAnswers() {
        assertEquals(
                List.of("/expirationTime x-tick-instant " + SUBMISSION + "/properties/expirationTime/x-tick-instant"),
                places(SUBMISSION, expiring("2026-01-01T00:00:00Z")));
        assertEquals(List.of(), places(SUBMISSION, expiring("2026-01-01T00:00:00.0000001Z")));
        assertEquals(List.of(), places(ENTITY, expiring("2001-01-01T00:00:00Z")));
    }

    @Test
    void namesTheRequirementThatIsBroken() {
        Violation missing = validate(SUBMISSION, """
                {"indicator": "192.0.2.1", "indicatorType": "IpAddress"}""").get(0);
        Requirement row = REGISTER.of(Subject.CLIENT).stream()
                .filter(candidate -> candidate.schema().equals(Optional.of(SUBMISSION + "/required/2")))
                .findFirst()
                .orElseThrow();
        assertEquals(Optional.of(row.id()), missing.requirement());
    }

    @Test
    void judgesTheMediaTypeByItsEssence() {
        Operation submit = CONTRACT.operation("submitIndicator");
        Request bare = Request.of("POST", submit.path(), Map.of()).withBody(Body.of(submission("FileSha1", SHA1)));
        assertEquals(List.of(), validator.request(submit, bare.with("content-type", "Application/JSON;charset=utf-8")));
        for (Request wrong : List.of(bare.with("Content-Type", "text/plain"), bare)) {
            assertEquals(
                    List.of("header:Content-Type content " + submit.pointer() + "/requestBody/content"),
                    validator.request(submit, wrong).stream()
                            .map(violation ->
                                    violation.location() + " " + violation.keyword() + " " + violation.schema())
                            .toList());
        }
    }

    @Test
    void judgesAnAnswerByItsStatus() {
        Operation submit = CONTRACT.operation("submitIndicator");
        Response created = new Response(
                201, Headers.of(Map.of("Content-Type", "application/json")), Body.of(submission("FileSha1", SHA1)));
        assertEquals(List.of(), validator.response(submit, created));
        assertEquals(
                List.of("status"),
                validator.response(submit, created.withStatus(202)).stream()
                        .map(Violation::keyword)
                        .toList());
        assertEquals(
                List.of("/components/schemas/ErrorEnvelope/required/0"),
                validator.response(submit, created.withStatus(400)).stream()
                        .map(Violation::schema)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{ | Unexpected end-of-input: expected close marker for Object", "NaN | Non-standard token 'NaN'"})
    void saysWhatABodyIsInsteadOfJsonWithoutTheParsersInternals(String body, String got) {
        assertEquals(got, validate(SUBMISSION, body).get(0).got());
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        assertEquals(
                "bytes that are not UTF-8",
                validator
                        .body(Subject.CLIENT, SUBMISSION, Body.of(new byte[] {'"', (byte) 0xC3, '"'}))
                        .get(0)
                        .got());
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
        "FileSha1, 220e7d15b0b3d7fac48f2bd61114db1022197f7f\\n, pattern",
        "FileSha256, 220e7d15b0b3d7fac48f2bd61114db1022197f7f, pattern",
        "DomainName, -host-.example, pattern",
        "Url, not a url, format"
    })
    void refusesAValueOfAnotherType(String type, String value, String keyword) {
        List<Violation> violations = validate(SUBMISSION, submission(type, value));
        assertEquals(
                List.of("/indicator"),
                violations.stream().map(Violation::location).distinct().toList());
        assertEquals(
                List.of(keyword), violations.stream().map(Violation::keyword).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"256.0.2.1", "192.0.2.0/24", "host.example"})
    void refusesWhatIsNoAddress(String value) {
        List<Violation> violations = validate(SUBMISSION, submission("IpAddress", value));
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
        return validate(schema, body).stream()
                .map(violation -> violation.location() + " " + violation.keyword() + " " + violation.schema())
                .toList();
    }

    private List<Violation> validate(String schema, String body) {
        return validator.body(Subject.CLIENT, schema, Body.of(body));
    }

    private static String submission(String type, String value) {
        return """
            {"indicator": "%s", "indicatorType": "%s", "action": "Alert"}""".formatted(value, type);
    }

    private static String expiring(String time) {
        return submission("FileSha1", SHA1).replace("}", ", \"expirationTime\": \"" + time + "\"}");
    }
}
