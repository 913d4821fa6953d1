package dev.tick.spec.contract;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import dev.tick.spec.document.Key;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.document.Problems;
import dev.tick.spec.text.NearestWord;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Holds the schemas of a contract against JSON Schema's own grammar, which swagger-parser does not. */
final class SchemaLinter {
    private static final Set<String> STANDARD = Set.of(
            "$ref",
            "additionalProperties",
            "allOf",
            "anyOf",
            "const",
            "default",
            "description",
            "enum",
            "example",
            "examples",
            "exclusiveMaximum",
            "exclusiveMinimum",
            "format",
            "if",
            "else",
            "then",
            "items",
            "maxItems",
            "maxLength",
            "maxProperties",
            "maximum",
            "minItems",
            "minLength",
            "minProperties",
            "minimum",
            "multipleOf",
            "not",
            "oneOf",
            "pattern",
            "properties",
            "readOnly",
            "required",
            "title",
            "type",
            "uniqueItems",
            "writeOnly");
    private static final Set<String> LISTS = Set.of("allOf", "anyOf", "oneOf");
    private static final Set<String> SCHEMAS = Set.of("additionalProperties", "else", "if", "items", "not", "then");

    private static final List<String> KEYWORDS = Stream.concat(
                    STANDARD.stream(),
                    ContractKeys.of(ContractPlace.SCHEMA).stream().map(Key::name))
            .sorted()
            .toList();

    private final LocatedDocument source;
    private final Problems problems;

    SchemaLinter(LocatedDocument source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    void check() {
        Schema grammar = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .pathType(PathType.JSON_POINTER)
                                .locale(Locale.ENGLISH)
                                .build()))
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        for (Map.Entry<String, JsonNode> schema :
                source.root().at("/components/schemas").properties()) {
            String at = "/components/schemas/" + LocatedDocument.segment(schema.getKey());
            for (Error error : grammar.validate(schema.getValue())) {
                problems.add(source.defect(at + error.getInstanceLocation(), error.getMessage()));
            }
            knows(schema.getValue(), at);
        }
    }

    /** JSON Schema lets unknown keywords pass, so that a slip such as minLenght would say nothing. */
    private void knows(JsonNode schema, String at) {
        for (Map.Entry<String, JsonNode> entry : schema.properties()) {
            String keyword = entry.getKey();
            String below = at + "/" + keyword;
            if (!KEYWORDS.contains(keyword)) {
                problems.add(source.defect(
                        below,
                        "unknown keyword '" + keyword + "'" + NearestWord.hint(keyword, KEYWORDS) + "; expected one of "
                                + KEYWORDS));
            }
            if (keyword.equals("properties")) {
                entry.getValue()
                        .properties()
                        .forEach(property ->
                                knows(property.getValue(), below + "/" + LocatedDocument.segment(property.getKey())));
            } else if (LISTS.contains(keyword)) {
                for (int i = 0; i < entry.getValue().size(); i++) {
                    knows(entry.getValue().get(i), below + "/" + i);
                }
            } else if (SCHEMAS.contains(keyword)) {
                knows(entry.getValue(), below);
            }
        }
    }
}
