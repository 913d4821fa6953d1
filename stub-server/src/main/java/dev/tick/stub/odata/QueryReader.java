package dev.tick.stub.odata;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the query of a list: {@code $filter}, {@code $orderby}, {@code $top}, {@code $skip}, {@code $count} and {@code $select},
 * each at most once. Options without a dollar sign are anybody's own and say nothing to OData (V4, part 2, 5.2).
 */
public final class QueryReader {
    /** Characters of one option, decoded: half of what a request line of the usual 8 KB can hold. */
    private static final int MAX_LENGTH = 4_096;

    /** Any number of so many digits is a long. */
    private static final int MAX_DIGITS = 18;

    private static final int SHOWN = 40;
    static final String TOP = "$top";
    static final String SKIP = "$skip";
    private static final String COUNT = "$count";
    private static final List<String> OPTIONS =
            List.of(FilterReader.OPTION, OrderReader.OPTION, TOP, SKIP, COUNT, SelectReader.OPTION);

    /** Those that OData has beside them (V4.01, part 2, 5.1). */
    private static final Set<String> OTHER_OPTIONS = Set.of(
            "$expand",
            "$search",
            "$compute",
            "$apply",
            "$format",
            "$index",
            "$levels",
            "$skiptoken",
            "$deltatoken",
            "$schemaversion",
            "$id");

    private static final Pattern HALF_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final Pattern NO_DIGIT = Pattern.compile("\\D|$");

    private final Map<String, PropertyType> properties;
    private final Map<String, PropertyType> filterable;
    private final long mostOnTop;

    /**
     * Reads queries of entities.
     *
     * @param properties all that they have, in the order in which messages list them; those to filter by have a type
     * @param mostOnTop the greatest number that {@code $top} takes
     */
    public QueryReader(Map<String, PropertyType> properties, long mostOnTop) {
        this.mostOnTop = mostOnTop;
        this.properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        Map<String, PropertyType> some = new LinkedHashMap<>(properties);
        some.values().removeIf(property -> property.use() == PropertyType.Use.NOT_IN_FILTERS);
        filterable = Collections.unmodifiableMap(some);
    }

    /**
     * Reads a query.
     *
     * @param query as it came, percent-encoded, without the question mark; a plus sign is a space
     * @throws ODataException for the first option that cannot be read
     */
    public Query read(String query) {
        Map<String, String> options = options(query);
        Expression filter = option(options, FilterReader.OPTION)
                .map(text -> new FilterReader(filterable, text).read())
                .orElse(Expression.always());
        List<Ordering> order = option(options, OrderReader.OPTION)
                .map(text -> new OrderReader(properties, text).read())
                .orElse(List.of());
        List<String> selected = option(options, SelectReader.OPTION)
                .map(text -> new SelectReader(properties.keySet(), text).read())
                .orElse(List.of());
        OptionalLong top = number(options, TOP);
        if (top.orElse(0) > mostOnTop) {
            throw new ODataException(TOP, 0, "at most " + mostOnTop, shown(options.getOrDefault(TOP, "")));
        }
        return new Query(
                filter,
                order,
                selected,
                counting(options),
                number(options, SKIP).orElse(0),
                top);
    }

    private static Optional<String> option(Map<String, String> options, String name) {
        return Optional.ofNullable(options.get(name));
    }

    private static Query.Counting counting(Map<String, String> options) {
        String text = options.getOrDefault(COUNT, "false");
        return switch (text) {
            case "true" -> Query.Counting.TOLD;
            case "false" -> Query.Counting.UNTOLD;
            default -> throw new ODataException(COUNT, 0, "true or false", shown(text));
        };
    }

    private static Map<String, String> options(String query) {
        Map<String, String> options = new HashMap<>();
        for (String part : query.split("&", -1)) {
            String[] pair = part.split("=", 2);
            String name = HALF_ESCAPE.matcher(pair[0]).find() ? pair[0] : decoded(pair[0]);
            if (name.startsWith("$")) {
                if (OTHER_OPTIONS.contains(name)) {
                    throw ODataException.unsupported(name, 0, shown(name), "one of " + String.join(", ", OPTIONS));
                }
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

    /** Returns whether a query says how many entities to skip. */
    public static boolean isSkipping(String query) {
        return Arrays.stream(query.split("&", -1)).anyMatch(QueryReader::isSkip);
    }

    private static boolean isSkip(String part) {
        return decoded(part.split("=", 2)[0]).equals(SKIP);
    }

    /** Returns a copy of a query that skips this many entities. */
    public static String skipping(String query, long skip) {
        return Stream.concat(
                        Arrays.stream(query.split("&", -1)).filter(part -> !part.isEmpty() && !isSkip(part)),
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
