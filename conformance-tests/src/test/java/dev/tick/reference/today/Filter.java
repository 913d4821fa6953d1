package dev.tick.reference.today;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** A conjunction of comparisons, as $filter writes it. */
record Filter(List<Comparison> comparisons) {
    private static final Pattern COMPARISON = Pattern.compile("\\s*(?<name>\\w+)\\s+(?<operator>eq|ne|gt|ge|lt|le)\\s+"
            + "(?<literal>'(?:[^']|'')*'|true|false|null|\\d{4}-\\d\\d-\\d\\d(?:T[\\d:.]+(?:Z|[+\\- ]\\d\\d:\\d\\d)|Z)?)"
            + "(?<end>\\s*$|\\s+and\\s+(?=\\S))");

    Filter {
        comparisons = List.copyOf(comparisons);
    }

    static Filter parse(String text) throws Refusal {
        List<Comparison> comparisons = new ArrayList<>();
        Matcher matcher = COMPARISON.matcher(text);
        int end = 0;
        do {
            if (!matcher.find(end) || matcher.start() != end) {
                throw Refusal.query("The filter is not understood from here on: " + text.substring(end));
            }
            comparisons.add(Comparison.of(matcher.group("name"), matcher.group("operator"), matcher.group("literal")));
            end = matcher.end();
        } while (!matcher.group("end").isBlank());
        return new Filter(comparisons);
    }

    boolean accepts(ObjectNode entity) {
        return comparisons.stream().allMatch(comparison -> comparison.holds(entity.path(comparison.name())));
    }
}
