package dev.tick.conformance.report.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** docs/results.md tells every field of the schema, in the schema's own words. */
class ResultsFieldsTest {
    private static final Path PAGE = Path.of("..", "docs", "results.md");
    private static final String HEADING = "## Fields\n\n";

    private final JsonNode schema = read("results-1.schema.json");

    @Test
    void everyFieldIsDocumentedAsTheSchemaSays() throws IOException {
        List<String> rows = new ArrayList<>(List.of("| field | type | holds |", "|---|---|---|"));
        fields("", schema, rows);
        String page = Files.readString(PAGE);
        String expected = String.join("\n", rows) + "\n";
        Path renewed = Path.of("target", "results.md");
        Files.writeString(renewed, page.substring(0, page.indexOf(HEADING) + HEADING.length()) + expected);
        assertEquals(
                expected,
                page.substring(page.indexOf(HEADING) + HEADING.length()),
                "docs/results.md is not what the schema says; copy conformance-tests/" + renewed + " there");
    }

    private static JsonNode read(String name) {
        try (InputStream in = ResultsJson.class.getResourceAsStream(name)) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(in, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fields(String path, JsonNode object, List<String> rows) {
        for (Map.Entry<String, JsonNode> field : object.path("properties").properties()) {
            String name = path + field.getKey();
            JsonNode described = resolved(field.getValue());
            String holds = field.getValue().path("description").asString("");
            assertFalse(holds.isEmpty(), name + " has no description");
            rows.add("| `" + name + "` | " + type(described) + " | " + holds + words(described) + " |");
            JsonNode items = resolved(described.path("items"));
            fields(name + (items.isMissingNode() ? "." : "[]."), items.isMissingNode() ? described : items, rows);
        }
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? schema.at(node.path("$ref").asString().substring(1)) : node;
    }

    private static String type(JsonNode described) {
        String items = described.at("/items/type").asString("");
        return described.path("type").asString() + (items.isEmpty() ? "" : " of " + items + "s");
    }

    private static String words(JsonNode described) {
        List<String> words = described
                .path("enum")
                .valueStream()
                .map(word -> "`" + word.asString() + "`")
                .toList();
        return words.isEmpty() ? "" : " One of " + String.join(", ", words) + ".";
    }
}
