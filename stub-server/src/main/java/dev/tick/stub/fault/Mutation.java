package dev.tick.stub.fault;

import dev.tick.spec.text.Timestamp;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A wrong change of a value that should stay as it is. */
public enum Mutation {
    /** It is left out. */
    DROPPED("is left out"),
    /** It becomes null. */
    NULLED("is null"),
    /** It becomes a list, which no property of an entity is. */
    MISTYPED("is of another JSON type"),
    /** It is the same in every answer. */
    CANNED("is the same in every answer"),
    /** White space around it is lost. */
    TRIMMED("comes back without the white space around it"),
    /** Loses everything after 20 characters. */
    TRUNCATED("comes back cut after 20 characters"),
    /** Loses everything after 1000 characters. */
    CUT("comes back cut after 1000 characters"),
    /** Characters that Latin-1 lacks become question marks. */
    LATIN("comes back with question marks for what Latin-1 lacks"),
    /** Characters beyond the BMP become two question marks each. */
    BMP_ONLY("comes back without characters beyond the BMP"),
    /** Decomposed characters are composed. */
    COMPOSED("comes back in another Unicode normal form"),
    /** Markup is escaped. */
    ESCAPED("comes back with its markup escaped"),
    /** It is in lower case. */
    LOWERCASED("comes back in lower case"),
    /** It is in upper case. */
    UPPERCASED("comes back in upper case"),
    /** The items of a list are in the order of the alphabet. */
    SORTED("comes back sorted"),
    /** A list loses what it holds twice. */
    UNIQUE("comes back without what it holds twice"),
    /** A timestamp is an hour later. */
    SHIFTED("is an hour off"),
    /** A timestamp is no timestamp. */
    UNREADABLE("is no timestamp"),
    /** A text is another one. */
    OTHER("is another text");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int SHORT = 20;
    private static final int LONG = 1000;
    private static final Charset LATIN_1 = StandardCharsets.ISO_8859_1;

    private final String description;

    Mutation(String description) {
        this.description = description;
    }

    /** Returns the change in words: a sentence without its subject. */
    public String description() {
        return description;
    }

    /** Returns the value after it; empty when it is left out. What the mutation does not concern stays as it is. */
    Optional<JsonNode> of(JsonNode value) {
        return switch (this) {
            case DROPPED -> Optional.empty();
            case NULLED -> Optional.of(JSON.nullNode());
            case MISTYPED -> Optional.of(JSON.arrayNode());
            case CANNED -> Optional.of(JSON.stringNode(canned(value)));
            case OTHER -> Optional.of(JSON.stringNode("another text"));
            case SORTED, UNIQUE -> Optional.of(value.isArray() ? items(value) : value);
            case UNREADABLE -> Optional.of(JSON.stringNode("today"));
            default -> Optional.of(value.isString() ? JSON.stringNode(text(value.asString())) : value);
        };
    }

    private JsonNode items(JsonNode list) {
        Stream<JsonNode> items = list.valueStream();
        ArrayNode changed = JSON.arrayNode();
        (this == SORTED ? items.sorted(Comparator.comparing(JsonNode::toString)) : items.distinct())
                .forEach(changed::add);
        return changed;
    }

    private static String canned(JsonNode value) {
        return Timestamp.read(value).isPresent() ? "2018-10-24T10:54:23.2009016Z" : "canned";
    }

    private String text(String text) {
        return switch (this) {
            case TRIMMED -> text.strip();
            case TRUNCATED -> text.substring(0, Math.min(SHORT, text.length()));
            case CUT -> text.substring(0, Math.min(LONG, text.length()));
            case LATIN -> new String(text.getBytes(LATIN_1), LATIN_1);
            case BMP_ONLY -> text.replaceAll("[^\\x{0}-\\x{FFFF}]", "??");
            case COMPOSED -> Normalizer.normalize(text, Normalizer.Form.NFC);
            case ESCAPED -> text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
            case LOWERCASED -> text.toLowerCase(Locale.ROOT);
            case UPPERCASED -> text.toUpperCase(Locale.ROOT);
            case SHIFTED ->
                Timestamp.read(text).map(time -> time.plusHours(1).toString()).orElse(text);
            case DROPPED, NULLED, MISTYPED, CANNED, OTHER, UNREADABLE, SORTED, UNIQUE -> text;
        };
    }
}
