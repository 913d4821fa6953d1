package dev.tick.spec.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON as RFC 8259 has it: UTF-8, one value, no repeated name, no deeper than 64 levels unless another limit is asked for. */
public final class Json {
    /** Bodies of this API are flat; deeper ones are refused before a recursion meets them. */
    private static final int MAX_DEPTH = 64;

    /** So many bytes tell what a body is that is no JSON. */
    private static final int BEGIN = 64;

    /** The parser's remarks on its own source and settings, which help nobody. */
    private static final Pattern INTERNAL =
            Pattern.compile(" *\\(start marker at .*|: enable `.*|, from `[^`]*`", Pattern.DOTALL);

    private static final char REPLACEMENT = '\uFFFD';

    private static final JsonMapper MAPPER = mapper(MAX_DEPTH);

    /** Tells equal from unequal alone. */
    private static final Comparator<JsonNode> BY_VALUE = (one, other) -> one.isNumber() && other.isNumber()
            ? one.decimalValue().compareTo(other.decimalValue())
            : one.equals(other) ? 0 : 1;

    private Json() {}

    private static JsonMapper mapper(int depth) {
        return JsonMapper.builder(JsonFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(depth)
                                .build())
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    /**
     * Reads one value.
     *
     * @throws InvalidJsonException when the bytes are not that, saying why
     */
    public static JsonNode read(byte[] body) {
        return read(body, MAPPER);
    }

    /** Returns a reader like {@link #read(byte[])} of values that are nested no deeper than so many levels. */
    public static Function<byte[], JsonNode> upTo(int depth) {
        JsonMapper mapper = depth == MAX_DEPTH ? MAPPER : mapper(depth);
        return body -> read(body, mapper);
    }

    private static JsonNode read(byte[] body, JsonMapper mapper) {
        try {
            JsonNode node = mapper.readTree(text(body));
            if (node.isMissingNode()) {
                throw new InvalidJsonException(InvalidJsonException.Reason.NOT_ONE_VALUE, "nothing");
            }
            return node;
        } catch (CharacterCodingException e) {
            throw new InvalidJsonException(
                    InvalidJsonException.Reason.NOT_ONE_VALUE, stranger(body).orElse("bytes that are not UTF-8"));
        } catch (NumberFormatException e) {
            // Of this one thing the parser makes no exception of its own.
            throw new InvalidJsonException(
                    InvalidJsonException.Reason.NOT_ONE_VALUE, "a number whose exponent is beyond all limits");
        } catch (JacksonException e) {
            Optional<String> stranger = stranger(body);
            if (stranger.isPresent()) {
                throw new InvalidJsonException(InvalidJsonException.Reason.NOT_ONE_VALUE, stranger.get());
            }
            InvalidJsonException.Reason reason = reason(e);
            throw new InvalidJsonException(
                    reason,
                    switch (reason) {
                        case TOO_DEEP ->
                            "JSON that is nested more deeply than "
                                    + mapper.tokenStreamFactory()
                                            .streamReadConstraints()
                                            .getMaxNestingDepth()
                                    + " levels";
                        case NOT_ONE_VALUE ->
                            INTERNAL.matcher(e.getOriginalMessage()).replaceAll("");
                    });
        }
    }

    /** The quick way puts a replacement character for what is no UTF-8, or finds one; then the strict one decides. */
    private static String text(byte[] body) throws CharacterCodingException {
        String text = new String(body, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0
                ? text
                : StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(body))
                        .toString();
    }

    /** Names what stands in place of JSON, where its first bytes tell; the parser's remark on them helps nobody. */
    private static Optional<String> stranger(byte[] body) {
        String begin = new String(body, 0, Math.min(body.length, BEGIN), StandardCharsets.ISO_8859_1);
        if (begin.startsWith("\u00EF\u00BB\u00BF")) {
            return Optional.of("a byte order mark before the text, which RFC 8259, section 8.1, forbids");
        }
        if (begin.startsWith("\u00FE\u00FF") || begin.startsWith("\u00FF\u00FE")) {
            return Optional.of("UTF-16 behind a byte order mark, and not UTF-8");
        }
        return begin.stripLeading().startsWith("<") ? Optional.of("an HTML page, or XML") : Optional.empty();
    }

    /** Returns whether two values are equal; numbers are by their value, with however many digits they are written. */
    public static boolean same(JsonNode one, JsonNode other) {
        return one.equals(BY_VALUE, other);
    }

    /** Returns the kind of a value in words, such as {@code a number}, for messages that must not quote it. */
    public static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case NUMBER -> "a number";
            case BOOLEAN -> "a truth value";
            case ARRAY -> "a list";
            case OBJECT, POJO -> "a mapping";
            case STRING -> value.asString().isBlank() ? "an empty text" : "a text";
            case NULL -> "null";
            case MISSING, BINARY -> "nothing";
        };
    }

    /** The parser gives one exception for every limit and names the limit in its message. */
    private static InvalidJsonException.Reason reason(JacksonException e) {
        return e instanceof StreamConstraintsException && e.getOriginalMessage().contains("nesting depth")
                ? InvalidJsonException.Reason.TOO_DEEP
                : InvalidJsonException.Reason.NOT_ONE_VALUE;
    }
}
