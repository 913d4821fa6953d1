package dev.tick.stub.mappings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.register.Register;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PortableMappingsTest {
    private static final Contract CONTRACT = Contract.load("tiindicators");
    private static final Register REGISTER = Register.load("tiindicators", CONTRACT);

    @TempDir
    private Path folder;

    @Test
    void saysNothingThatPlainWireMockDoesNotKnow() {
        List<PortableMapping> mappings = new PortableMappings(CONTRACT, REGISTER).mappings();
        assertEquals(mappings, new PortableMappings(CONTRACT, REGISTER).mappings(), "the same each time");
        assertEquals("001-submitIndicator-success.json", mappings.get(0).file());
        for (PortableMapping mapping : mappings) {
            String json = mapping.json().toString();
            assertFalse(json.contains("x-tick"), json);
            assertFalse(json.contains("$ref"), json);
        }
    }

    @Test
    void dropsWhatNobodyHasShownToBeRefused() throws IOException {
        assertFalse(schema(REGISTER).has("additionalProperties"));
        String closed = text("requirements.yaml").replaceFirst("(?s)(id: CLI-019.{1,60}basis: )open", "$1observed");
        assertFalse(schema(Register.parse("closed.yaml", closed, CONTRACT))
                .path("additionalProperties")
                .asBoolean(true));
    }

    @Test
    void refusesToLeaveOutWhatItCannotSay() throws IOException {
        String conditional = text("openapi.yaml")
                .replaceFirst("pattern: '.*[?][$]'", "format: date-time\n                x-tick-instant: future");
        assertEquals(
                "/components/schemas/IndicatorSubmission/allOf/3/then/properties/indicator/x-tick-instant:"
                        + " an instant to come that is asked for under a condition has no plain mapping",
                failure(conditional));
        String endless = text("openapi.yaml")
                .replaceFirst(
                        "(?s)(        recommendedActions:\n)( *type: \\[string, \"null\"\\]\n)",
                        "        again:\n          \\$ref: \"#/components/schemas/IndicatorSubmission\"\n$1$2");
        String message = failure(endless);
        assertTrue(message.endsWith(": a schema that refers to itself has no plain mapping"), message);
    }

    @Test
    void givesCodesThatAreSaidFurtherOut() throws IOException {
        String outer = text("openapi.yaml")
                .replaceFirst(
                        "(x-tick-refusals:\n)(        required:)",
                        "$1        enum: {code: NotListed, message: \"{got}?\"}\n$2");
        Contract contract = Contract.parse("outer.yaml", outer);
        List<String> files = new PortableMappings(contract, REGISTER)
                .mappings().stream()
                        .map(PortableMapping::file)
                        .filter(file -> file.contains("NotListed"))
                        .toList();
        assertEquals(
                List.of("003-submitIndicator-NotListed.json", "005-submitIndicator-NotListed.json"),
                files,
                "of two properties; the third is one of alternatives");
    }

    @Test
    void writesNoMappingsBesideOthers() throws IOException {
        List<PortableMapping> mappings = new PortableMappings(CONTRACT, REGISTER).mappings();
        MappingFolder.write(folder, mappings);
        MappingFolder.write(folder, mappings);
        Path own = Files.writeString(folder.resolve("mappings").resolve("own.json"), "{}");
        IOException refused = assertThrows(IOException.class, () -> MappingFolder.write(folder, mappings));
        assertEquals(
                folder.resolve("mappings") + ": has other files, which WireMock would serve as well: [" + own
                        + "]; remove them, or name another folder",
                refused.getMessage());
        MappingFolder.clear(folder);
        assertTrue(Files.notExists(own));
    }

    private static JsonNode schema(Register register) {
        return new PortableMappings(CONTRACT, register)
                .mappings()
                .get(0)
                .json()
                .at("/request/bodyPatterns/0/matchesJsonSchema");
    }

    private static String failure(String yaml) {
        Contract contract = Contract.parse("bent.yaml", yaml);
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> new PortableMappings(contract, REGISTER))
                        .getMessage());
    }

    private static String text(String file) throws IOException {
        String resource = "contracts/tiindicators/" + file;
        try (InputStream in = PortableMappingsTest.class.getClassLoader().getResourceAsStream(resource)) {
            assertTrue(in != null, resource);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
