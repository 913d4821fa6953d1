package dev.tick.stub.odata;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the query of a list: {@code $filter}, {@code $top} and {@code $skip}, each at most once. Options without a
 * dollar sign are anybody's own and say nothing to OData (V4, part 2, 5.2).
 */
public final class QueryReader {
    /** Characters of one option, decoded: half of what a request line of the usual 8 KB can hold. */
    private static final int MAX_LENGTH = 4_096;

    /** Any number of so many digits is a long. */
    private static final int MAX_DIGITS = 18;

    private static final int SHOWN = 40;
    static final String TOP = "$top";
    static final String SKIP = "$skip";
    private static final List<String> OPTIONS = List.of(FilterReader.OPTION, TOP, SKIP);
    private static final Pattern HALF_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final Pattern NO_DIGIT = Pattern.compile("\\D|$");

    private final Map<String, ValueType> filterable;
    private final long mostOnTop;

    /**
     * Reads queries of entities.
     *
     * @param filterable the properties that may be filtered by, in the order in which messages list them
     * @param mostOnTop the greatest number that {@code $top} takes
     */
    public QueryReader(Map<String, ValueType> filterable, long mostOnTop) {
        this.mostOnTop = mostOnTop;
        this.filterable = Collections.unmodifiableMap(new LinkedHashMap<>(filterable));
    }

    /**
     * Reads a query.
     *
     * @param query as it came, percent-encoded, without the question mark; a plus sign is a space
     * @throws ODataException for the first option that cannot be read
     */
    public Query read(String query) {
        Map<String, String> options = options(query);
        List<Condition> conditions = options.containsKey(FilterReader.OPTION)
                ? new FilterReader(filterable, options.getOrDefault(FilterReader.OPTION, "")).read()
                : List.of();
        OptionalLong top = number(options, TOP);
        if (top.orElse(0) > mostOnTop) {
            throw new ODataException(TOP, 0, "at most " + mostOnTop, shown(options.getOrDefault(TOP, "")));
        }
        return new Query(conditions, number(options, SKIP).orElse(0), top);
    }

    private static Map<String, String> options(String query) {
        Map<String, String> options = new HashMap<>();
        for (String part : query.split("&", -1)) {
            String[] pair = part.split("=", 2);
            String name = HALF_ESCAPE.matcher(pair[0]).find() ? pair[0] : decoded(pair[0]);
            if (name.startsWith("$")) {
                if (!OPTIONS.contains(name)) {
                    throw new ODataException(cut(name), 0, "one of " + String.join(", ", OPTIONS), shown(name));
                }
                String text = text(name, pair.length == 2 ? pair[1] : "");
                if (options.put(name, text) != null) {
                    throw new ODataException(name, 0, "the option once", "it again with " + shown(text));
                }
            }
        }
        return options;
    }

    /** Returns a copy of a query that skips this many entities. */
    public static String skipping(String query, long skip) {
        return Stream.concat(
                        Arrays.stream(query.split("&", -1))
                                .filter(part -> !part.isEmpty()
                                        && !decoded(part.split("=", 2)[0]).equals(SKIP)),
                        Stream.of(SKIP + "=" + skip))
                .collect(Collectors.joining("&"));
    }

    private static String text(String name, String encoded) {
        Matcher half = HALF_ESCAPE.matcher(encoded);
        if (half.find()) {
            int position = decoded(encoded.substring(0, half.start())).length();
            throw new ODataException(
                    name, position, "two hexadecimal digits after %", shown(encoded.substring(half.start())));
        }
        String text = decoded(encoded);
        if (text.length() > MAX_LENGTH) {
            throw new ODataException(
                    name, MAX_LENGTH, "at most " + MAX_LENGTH + " characters", String.valueOf(text.length()));
        }
        return text;
    }

    private static OptionalLong number(Map<String, String> options, String name) {
        if (!options.containsKey(name)) {
            return OptionalLong.empty();
        }
        String text = options.getOrDefault(name, "");
        Matcher end = NO_DIGIT.matcher(text);
        int digits = end.find() ? end.start() : text.length();
        if (digits == 0 || digits < text.length() || digits > MAX_DIGITS) {
            int position = Math.min(digits, MAX_DIGITS);
            throw new ODataException(
                    name,
                    position,
                    "a whole number from 0 of at most " + MAX_DIGITS + " digits",
                    shown(text.substring(digits < text.length() ? position : 0)));
        }
        return OptionalLong.of(Long.parseLong(text));
    }

    private static String decoded(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }

    /** Quotes and shortens a value for a message. */
    static String shown(String got) {
        return got.isEmpty() ? "nothing" : "'" + cut(got) + "'";
    }

    private static String cut(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
    }
}
