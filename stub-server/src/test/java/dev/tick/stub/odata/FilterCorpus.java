package dev.tick.stub.odata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Filters to compare readers by: the same ones in every run, sound and broken. */
final class FilterCorpus {
    static final Map<String, PropertyType> PROPERTIES = properties();

    private static final long SEED = 4_01;
    private static final int SOUND = 400;
    private static final int BROKEN = 400;
    private static final int DEPTH = 4;
    private static final List<String> TEXTS =
            List.of("'x'", "''", "'it''s'", "'a and b'", "'(''', '''", "'é\uD83D\uDE00'", "'null'");
    private static final List<String> NUMBERS = List.of("0", "1", "-7", "10.50", "1e3", "-2.5E-2", "9007199254740993");
    private static final List<String> INSTANTS = List.of(
            "2030-01-01T00:00:00Z",
            "2030-01-01T02:00:00.1234567+02:00",
            "1999-12-31T23:59Z",
            "2024-02-29T12:00:00-05:30");
    private static final List<String> TOKENS = List.of(
            "and",
            "or",
            "not",
            "eq",
            "gt",
            "in",
            "(",
            ")",
            ",",
            "'",
            "null",
            "true",
            "label",
            "seats",
            "closes",
            "heated",
            "unknown",
            "'x'",
            "5",
            "contains",
            "2030-01-01T00:00:00Z",
            "2030-13-01T00:00:00Z",
            " ");

    private final Random random = new Random(SEED);

    private FilterCorpus() {}

    private static Map<String, PropertyType> properties() {
        Map<String, PropertyType> properties = new LinkedHashMap<>();
        properties.put("label", type(ValueType.TEXT, PropertyType.Shape.ONE));
        properties.put("seats", type(ValueType.NUMBER, PropertyType.Shape.ONE));
        properties.put("closes", type(ValueType.INSTANT, PropertyType.Shape.ONE));
        properties.put("heated", type(ValueType.BOOLEAN, PropertyType.Shape.ONE));
        properties.put("tags", type(ValueType.TEXT, PropertyType.Shape.MANY));
        return properties;
    }

    private static PropertyType type(ValueType type, PropertyType.Shape shape) {
        return new PropertyType(Optional.of(type), shape, PropertyType.Use.EVERYWHERE);
    }

    /** Filters that follow the grammar, and those with one token taken out, put in or moved. */
    static List<String> all() {
        FilterCorpus corpus = new FilterCorpus();
        Set<String> filters = new LinkedHashSet<>();
        while (filters.size() < SOUND) {
            filters.add(corpus.condition(DEPTH));
        }
        List<String> sound = List.copyOf(filters);
        while (filters.size() < SOUND + BROKEN) {
            filters.add(corpus.broken(corpus.one(sound)));
        }
        return List.copyOf(filters);
    }

    private String condition(int depth) {
        return switch (random.nextInt(depth > 0 ? 10 : 5)) {
            case 0, 1 -> comparison();
            case 2 ->
                one(List.of("contains", "startswith", "endswith")) + "(" + blank() + "label" + blank() + "," + blank()
                        + one(TEXTS) + blank() + ")";
            case 3 -> in();
            case 4 ->
                random.nextInt(3) == 0
                        ? "heated"
                        : "heated " + one(List.of("eq", "ne")) + " " + one(List.of("true", "false", "null"));
            case 5 ->
                "not "
                        + (random.nextBoolean()
                                ? group(depth - 1)
                                : one(List.of("heated", "contains(label,'x')", in())));
            case 6 -> group(depth - 1);
            case 7 ->
                "tags/" + one(List.of("any", "all")) + "(t:"
                        + one(List.of("t eq 'x'", "startswith(t,'x') or t ne 'y'", "t in ('x','y')")) + ")";
            default -> condition(depth - 1) + one(List.of(" and ", " or ", "  and ", " or\t")) + condition(depth - 1);
        };
    }

    private String group(int depth) {
        return "(" + blank() + condition(depth) + blank() + ")"
                + (random.nextInt(8) == 0 ? " eq " + one(List.of("true", "false")) : "");
    }

    private String comparison() {
        String operator = " " + one(List.of("eq", "ne", "gt", "ge", "lt", "le")) + " ";
        String equality = " " + one(List.of("eq", "ne")) + " ";
        return switch (random.nextInt(6)) {
            case 0 -> "label" + operator + one(TEXTS);
            case 1 -> "seats" + operator + one(NUMBERS);
            case 2 -> "closes" + operator + one(INSTANTS);
            case 3 -> one(List.of("label", "seats", "closes")) + equality + "null";
            case 4 -> one(NUMBERS) + operator + "seats";
            default -> one(TEXTS) + equality + "label";
        };
    }

    private String in() {
        return switch (random.nextInt(3)) {
            case 0 -> "label in (" + blank() + one(TEXTS) + blank() + "," + blank() + one(TEXTS) + ")";
            case 1 -> "seats in (" + one(NUMBERS) + ")";
            default -> "closes in (" + one(INSTANTS) + "," + one(INSTANTS) + ")";
        };
    }

    private String broken(String sound) {
        List<String> tokens = new ArrayList<>(List.of(sound.split("(?<=[ (),'])|(?=[ (),'])")));
        int at = random.nextInt(tokens.size());
        switch (random.nextInt(4)) {
            case 0 -> tokens.remove(at);
            case 1 -> tokens.add(at, one(TOKENS));
            case 2 -> tokens.set(at, one(TOKENS));
            default -> tokens.add(random.nextInt(tokens.size()), tokens.remove(at));
        }
        return String.join("", tokens);
    }

    private String blank() {
        return random.nextInt(4) == 0 ? " " : "";
    }

    private <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
