package dev.tick.spec.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.DocumentedResponse;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.document.Json;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Subject;
import dev.tick.spec.validation.Recognizer.Recognition;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Never does the quick look say anything else than the schema library. */
class RecognizerTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    /** Of 100,000 for each contract, all agreed; {@code -Dtick.recognizer.bodies} sets another number. */
    private static final int BODIES = Integer.getInteger("tick.recognizer.bodies", 6_000);

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "1.0",
            "1.5",
            "1e400",
            "12345678901234567890123",
            "[]",
            "[null]",
            "[{}]",
            "{}",
            "{\"a\": {\"b\": 1}}",
            "\"\"",
            "\" \"",
            "\"\\n\"",
            "\"a\\u0000b\"",
            "\"\\ud83d\"",
            "\"\\ud83d\\ude00\"",
            "\"Alert\"",
            "\"alert\"",
            "\"Alert \"",
            "\"Block\"",
            "\"High\"",
            "\"FileSha1\"",
            "\"FileSha256\"",
            "\"IpAddress\"",
            "\"DomainName\"",
            "\"Url\"",
            "\"FileMd5\"",
            "\"CertificateThumbprint\"",
            "\"220e7d15b0b3d7fac48f2bd61114db1022197f7f\"",
            "\"220e7d15b0b3d7fac48f2bd61114db1022197f7f\\n\"",
            "\"220e7d15b0b3d7fac48f2bd61114db1022197f7\"",
            "\"192.0.2.1\"",
            "\"192.0.2.01\"",
            "\"192.0.2.256\"",
            "\"192.0.2\"",
            "\"192.0.2.1.\"",
            "\"0.0.0.0\"",
            "\"00.0.0.0\"",
            "\"2001:db8::1\"",
            "\"::ffff:192.0.2.1\"",
            "\"example.com\"",
            "\"example..com\"",
            "\"https://example.com/a?b#c\"",
            "\"https://exa mple.com\"",
            "\"2030-12-12T00:00:00Z\"",
            "\"2030-12-12t00:00:00z\"",
            "\"2030-12-12T00:00:00.1234567Z\"",
            "\"2030-12-12T00:00:00.123456789Z\"",
            "\"2030-12-12T00:00:00.1234567891Z\"",
            "\"2030-12-12T00:00:00.Z\"",
            "\"2030-12-12T00:00:60Z\"",
            "\"2030-12-12T23:59:59Z\"",
            "\"2030-12-12T24:00:00Z\"",
            "\"2030-12-12T00:00Z\"",
            "\"2030-12-12T00:00:00+02:00\"",
            "\"2030-02-28T00:00:00Z\"",
            "\"2030-02-29T00:00:00Z\"",
            "\"2030-00-10T00:00:00Z\"",
            "\"2030-13-10T00:00:00Z\"",
            "\"2030-12-00T00:00:00Z\"",
            "\"2026-01-01T00:00:00Z\"",
            "\"2026-01-01T00:00:00.0000001Z\"",
            "\"2025-12-28T23:59:59.9999999Z\"",
            "\"0000-01-01T00:00:00Z\"",
            "\"1000-01-01T00:00:00Z\"",
            "\"12030-12-12T00:00:00Z\"",
            "\"2030-12-12 00:00:00Z\"",
            "\"2030-12-12\"");

    @ParameterizedTest
    @ValueSource(strings = {"tiindicators", "indicators"})
    void agreesWithTheSchemaLibraryOnMutatedBodies(String name) {
        Contract contract = Contract.load(name);
        Validator validator = new Validator(contract, Register.load(name, contract), NOW);
        Random random = new Random(19);
        Map<Recognition, Integer> counts = new EnumMap<>(Recognition.class);
        List<String> schemas = schemas(contract);
        List<JsonNode> examples = examples(contract);
        for (int i = 0; i < BODIES; i++) {
            String schema = schemas.get(random.nextInt(schemas.size()));
            JsonNode body = examples.get(random.nextInt(examples.size())).deepCopy();
            for (int edits = random.nextInt(4); edits > 0; edits--) {
                body = edited(body, random);
            }
            Recognition quick = validator.recognize(schema, body);
            counts.merge(quick, 1, Integer::sum);
            List<Violation> thorough = validator.thorough(Subject.CLIENT, schema, body);
            if (quick != Recognition.UNKNOWN) {
                JsonNode seen = body;
                assertEquals(
                        thorough.isEmpty(), quick == Recognition.SOUND, () -> schema + " " + seen + " " + thorough);
            }
        }
        // Else it would agree by saying nothing.
        assertTrue(counts.getOrDefault(Recognition.SOUND, 0) > BODIES / 50, counts::toString);
        assertTrue(counts.getOrDefault(Recognition.BROKEN, 0) > BODIES / 10, counts::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiindicators", "indicators"})
    void agreesWithTheSchemaLibraryOnEveryValueOfEveryProperty(String name) {
        Contract contract = Contract.load(name);
        Validator validator = new Validator(contract, Register.load(name, contract), NOW);
        String schema = contract.operation(Effect.CREATE)
                .flatMap(Operation::requestSchema)
                .orElseThrow();
        for (JsonNode example : examples(contract)) {
            for (String property : contract.at(schema + "/properties").propertyNames()) {
                for (String value : VALUES) {
                    if (example instanceof ObjectNode object) {
                        JsonNode body = object.deepCopy().set(property, json(value));
                        Recognition quick = validator.recognize(schema, body);
                        List<Violation> thorough = validator.thorough(Subject.CLIENT, schema, body);
                        assertTrue(
                                quick == Recognition.UNKNOWN || thorough.isEmpty() == (quick == Recognition.SOUND),
                                () -> body + " " + quick + " " + thorough);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiindicators", "indicators"})
    void recognizesTheUsualSubmit(String name) {
        Contract contract = Contract.load(name);
        Validator validator = new Validator(contract, Register.load(name, contract), NOW);
        Operation create = contract.operation(Effect.CREATE).orElseThrow();
        List<Recognition> found = values(contract, create.pointer() + "/requestBody").stream()
                .map(example -> validator.recognize(create.requestSchema().orElseThrow(), example))
                .toList();
        assertEquals(Recognition.SOUND, found.get(0));
        // Of addresses of IPv6 and of URLs, the library tells.
        assertTrue(found.stream().noneMatch(one -> one == Recognition.BROKEN), found::toString);
    }

    private static List<String> schemas(Contract contract) {
        return contract.operations().stream()
                .flatMap(operation -> Stream.concat(
                        operation.requestSchema().stream(),
                        operation.responses().stream()
                                .map(DocumentedResponse::schema)
                                .flatMap(java.util.Optional::stream)))
                .toList();
    }

    private static List<JsonNode> examples(Contract contract) {
        List<JsonNode> examples = new ArrayList<>(List.of(json("{}"), json("[]"), json("null")));
        for (Operation operation : contract.operations()) {
            examples.addAll(values(contract, operation.pointer() + "/requestBody"));
            operation.responses().forEach(response -> examples.addAll(values(contract, response.pointer())));
        }
        return examples;
    }

    private static List<JsonNode> values(Contract contract, String pointer) {
        return contract.at(pointer + "/content/application~1json/examples")
                .valueStream()
                .map(example -> example.path("value"))
                .filter(value -> !value.isMissingNode())
                .toList();
    }

    private static JsonNode edited(JsonNode body, Random random) {
        if (body instanceof ArrayNode list && !list.isEmpty()) {
            int at = random.nextInt(list.size());
            return list.set(at, edited(list.get(at), random));
        }
        if (!(body instanceof ObjectNode object) || object.isEmpty()) {
            return any(random);
        }
        List<String> names = List.copyOf(object.propertyNames());
        String name = names.get(random.nextInt(names.size()));
        return switch (random.nextInt(5)) {
            case 0 -> object.without(name);
            case 1 -> object.set(name + "x", object.path(name));
            case 2 -> object.set(name, object.path(names.get(random.nextInt(names.size()))));
            case 3 -> object.set(name, edited(object.path(name), random));
            default -> object.set(name, any(random));
        };
    }

    private static JsonNode any(Random random) {
        return random.nextInt(8) == 0
                ? JsonNodeFactory.instance.stringNode("x".repeat(random.nextInt(400)))
                : json(VALUES.get(random.nextInt(VALUES.size())));
    }

    private static JsonNode json(String text) {
        return Json.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
