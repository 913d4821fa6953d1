package dev.tick.conformance.cause;

import dev.tick.conformance.outcome.Mismatch;
import dev.tick.spec.text.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A mismatch, with the kind of difference that it shows. One broken property shows from two sides: a text that comes back cut
 * differs from the whole text elsewhere, so each kind counts for both directions.
 *
 * @param mismatch expected against got
 * @param part the property or the header that differs; empty for the whole response
 * @param kind in which way the two sides differ
 * @param direction which of the two sides has lost something
 */
record Difference(Mismatch mismatch, String part, Kind kind, Direction direction) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** A JSON text, or a number or word of JSON, that begins a text and may be followed by words. */
    private static final Pattern VALUE = Pattern.compile(
            "(\"(?:[^\"\\\\]|\\\\.)*+\"|null|true|false|-?\\d+(?:\\.\\d+)?|\\[.*]|\\{.*})(?: .*)?", Pattern.DOTALL);

    /** A violation of a schema that names the property which is missing. */
    private static final Pattern ABSENT = Pattern.compile("a property '(.+)'");

    private static final Pattern OF_ONE = Pattern.compile("(.+?) of .+");

    private static final String TYPE = "type ";
    private static final List<String> NOTHING = List.of("nothing", "");

    /** Kinds of differences, the one that says most first. */
    enum Kind {
        CUT,
        LETTER_CASE,
        BLANKS,
        TIME,
        TYPE,
        MISSING,
        OTHER
    }

    /** Sides of a difference. */
    enum Direction {
        /** Lacks a part of the expected value. */
        LOST,
        /** Has more than the expected value, or another one. */
        OTHER
    }

    static Difference of(Mismatch mismatch) {
        Matcher absent = ABSENT.matcher(mismatch.expected());
        if (absent.matches() && NOTHING.contains(mismatch.got())) {
            return new Difference(mismatch, absent.group(1), Kind.MISSING, Direction.LOST);
        }
        String part = part(mismatch.subject());
        if (NOTHING.contains(mismatch.got())) {
            return new Difference(mismatch, part, Kind.MISSING, Direction.LOST);
        }
        // What was answered before is expected, and that was nothing: " as before".
        if (NOTHING.contains(mismatch.expected()) || mismatch.expected().startsWith(" ")) {
            return new Difference(mismatch, part, Kind.MISSING, Direction.OTHER);
        }
        if (mismatch.expected().startsWith(TYPE)) {
            return new Difference(mismatch, part, Kind.TYPE, Direction.LOST);
        }
        Optional<JsonNode> expected = value(mismatch.expected());
        Optional<JsonNode> got = whole(mismatch.got());
        return expected.isPresent() && got.isPresent()
                ? between(mismatch, part, expected.get(), got.get())
                : new Difference(mismatch, part, Kind.OTHER, Direction.OTHER);
    }

    private static Difference between(Mismatch mismatch, String part, JsonNode expected, JsonNode got) {
        if (expected.isNull() != got.isNull()) {
            return new Difference(mismatch, part, Kind.MISSING, got.isNull() ? Direction.LOST : Direction.OTHER);
        }
        if (expected.getNodeType() != got.getNodeType()) {
            return new Difference(mismatch, part, Kind.TYPE, Direction.LOST);
        }
        if (!expected.isString()) {
            return new Difference(mismatch, part, Kind.OTHER, Direction.OTHER);
        }
        String wanted = expected.asString();
        String came = got.asString();
        Kind kind = wanted.equals(came) ? Kind.OTHER : kind(wanted, came);
        boolean lost = kind != Kind.OTHER && came.length() < wanted.length();
        return new Difference(mismatch, part, kind, lost ? Direction.LOST : Direction.OTHER);
    }

    private static Kind kind(String wanted, String came) {
        if (Timestamp.read(wanted).isPresent() && Timestamp.read(came).isPresent()) {
            return Kind.TIME;
        }
        if (wanted.strip().equals(came.strip())) {
            return Kind.BLANKS;
        }
        if (wanted.equalsIgnoreCase(came)) {
            return Kind.LETTER_CASE;
        }
        return !wanted.isEmpty() && !came.isEmpty() && (wanted.startsWith(came) || came.startsWith(wanted))
                ? Kind.CUT
                : Kind.OTHER;
    }

    /** Returns the last name of a subject such as {@code /value/0/title}, {@code header:ETag} or {@code title of <hash>}. */
    private static String part(String subject) {
        String first = OF_ONE.matcher(subject).replaceFirst("$1");
        String name = first.substring(Math.max(first.lastIndexOf('/'), first.lastIndexOf(':')) + 1);
        return name.isEmpty() || name.chars().allMatch(Character::isDigit) ? first : name;
    }

    /** Returns the JSON value that a text is, without more behind it. */
    private static Optional<JsonNode> whole(String text) {
        Matcher found = VALUE.matcher(text);
        return found.matches() && found.end(1) == text.length() ? value(text) : Optional.empty();
    }

    /** Returns the JSON value that a text is or begins with. */
    static Optional<JsonNode> value(String text) {
        Matcher found = VALUE.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(found.group(1)));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
