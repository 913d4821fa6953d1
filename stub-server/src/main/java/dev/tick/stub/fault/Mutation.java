package dev.tick.stub.fault;

import dev.tick.spec.http.Body;
import dev.tick.spec.text.Timestamp;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
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
    /** A timestamp is an hour later. */
    SHIFTED("is an hour off"),
    /** A timestamp is no timestamp. */
    UNREADABLE("is no timestamp"),
    /** A text is another one. */
    OTHER("is another text"),
    /** Escapes such as {@code %20} are decoded. */
    DECODED("comes back with its percent escapes decoded"),
    /** Quotes are left out. */
    UNQUOTED("comes back without its quotes"),
    /** The port of a URL is left out. */
    UNPORTED("comes back without its port"),
    /** The fragment of a URL is left out. */
    UNFRAGMENTED("comes back without its fragment"),
    /** Loses everything after 255 characters. */
    SHORTENED("comes back cut after 255 characters"),
    /** Loses everything after 2000 characters. */
    HALVED("comes back cut after 2000 characters"),
    /** White space in a row becomes one space. */
    COLLAPSED("comes back with its white space collapsed"),
    /** A text that looks like another JSON value becomes one. */
    PARSED("comes back as the value that its text looks like"),
    /** The offset of a timestamp is read as UTC. */
    OFFSET_IGNORED("comes back as if its offset were UTC"),
    /** The minutes of a timestamp's offset are ignored. */
    HOURS_ONLY("comes back as if its offset were of whole hours"),
    /** The minutes of a timestamp's offset to the west are added in place of being taken off. */
    MINUTES_ADDED("comes back as if the minutes of a negative offset were positive"),
    /** A timestamp loses what is less than a millisecond. */
    MILLISECONDS("comes back in whole milliseconds"),
    /** 29 February becomes 28 February. */
    LEAP_DAY_LOST("comes back without 29 February"),
    /** A list is sorted. */
    SORTED("comes back sorted"),
    /** A list loses its duplicates. */
    DISTINCT("comes back without its duplicates"),
    /** An item of a list that holds a comma becomes several. */
    SPLIT("comes back with its items split at commas"),
    /** An item of a list that holds a semicolon becomes several. */
    SPLIT_AT_SEMICOLONS("comes back with its items split at semicolons"),
    /** A list loses everything after 10 items. */
    FEW("comes back cut after 10 items");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int SHORT = 20;
    private static final int LONG = 1000;
    private static final int SHORTER = 255;
    private static final int HALF = 2000;
    private static final int MOST_ITEMS = 10;
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
            case UNREADABLE -> Optional.of(JSON.stringNode("today"));
            case PARSED -> Optional.of(value.isString() ? parsed(value) : value);
            case SORTED, DISTINCT, SPLIT, SPLIT_AT_SEMICOLONS, FEW ->
                Optional.of(value.isArray() ? list(value) : value);
            default -> Optional.of(value.isString() ? JSON.stringNode(text(value.asString())) : value);
        };
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
            case DECODED -> decoded(text);
            case UNQUOTED -> text.replace("'", "").replace("\"", "");
            case UNPORTED -> text.replaceFirst("(://[^/:]+):[0-9]+", "$1");
            case UNFRAGMENTED -> text.replaceFirst("#.*", "");
            case SHORTENED -> text.substring(0, Math.min(SHORTER, text.length()));
            case HALVED -> text.substring(0, Math.min(HALF, text.length()));
            case COLLAPSED -> text.replaceAll("\\s+", " ");
            case OFFSET_IGNORED ->
                Timestamp.read(text).isPresent() ? text.replaceFirst("[+-][0-9]{2}:[0-9]{2}$", "Z") : text;
            case HOURS_ONLY ->
                Timestamp.read(text).isPresent() ? text.replaceFirst("([+-][0-9]{2}):[0-9]{2}$", "$1:00") : text;
            case MINUTES_ADDED -> Timestamp.read(text).isPresent() ? text.replaceFirst("-03:30$", "-02:30") : text;
            case MILLISECONDS -> text.replaceFirst("([.][0-9]{3})[0-9]+", "$1");
            case LEAP_DAY_LOST -> text.replaceFirst("-02-29T", "-02-28T");
            case DROPPED,
                    NULLED,
                    MISTYPED,
                    CANNED,
                    OTHER,
                    UNREADABLE,
                    PARSED,
                    SORTED,
                    DISTINCT,
                    SPLIT,
                    SPLIT_AT_SEMICOLONS,
                    FEW -> text;
        };
    }

    /** A percent sign that begins no escape stays as it is. */
    private static String decoded(String text) {
        return Pattern.compile("(%[0-9A-Fa-f]{2})+")
                .matcher(text)
                .replaceAll(escapes ->
                        Matcher.quoteReplacement(URLDecoder.decode(escapes.group(), StandardCharsets.UTF_8)));
    }

    private static JsonNode parsed(JsonNode value) {
        Optional<OffsetDateTime> time = Timestamp.read(value);
        if (time.isPresent()) {
            return JSON.stringNode(time.get().toInstant().toString());
        }
        Body read = Body.of(value.asString());
        return read.problem().isPresent() ? value : read.json();
    }

    private static Stream<JsonNode> split(JsonNode item, String separator) {
        return Stream.of(item.asString("").split(separator, -1)).map(JSON::stringNode);
    }

    private JsonNode list(JsonNode list) {
        Stream<JsonNode> items = list.valueStream();
        Stream<JsonNode> changed = switch (this) {
            case SORTED -> items.sorted(Comparator.comparing(item -> item.asString("")));
            case DISTINCT -> items.distinct();
            case SPLIT -> items.flatMap(item -> split(item, ","));
            case SPLIT_AT_SEMICOLONS -> items.flatMap(item -> split(item, ";"));
            default -> items.limit(MOST_ITEMS);
        };
        return JSON.arrayNode().addAll(changed.toList());
    }
}
