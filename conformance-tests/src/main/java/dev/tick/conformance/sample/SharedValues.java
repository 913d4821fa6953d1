package dev.tick.conformance.sample;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.defect.BoundaryValue;
import dev.tick.spec.document.LocatedDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The wrong values of a rule that stands at several places of a contract, shared out among these places: each gets at least two,
 * unlike each other, and all together get each. A server reads a kind of value in one way, wherever it stands, so that a value at
 * every place costs requests and tells little.
 */
final class SharedValues {
    /** One would not tell a place that is not looked at from a value that nobody thought of. */
    private static final int LEAST = 2;

    private static final String ALTERNATIVES = "anyOf";

    private static final Pattern PROPERTY = Pattern.compile("(.*/properties/)[^/]+(?:/\\$ref)?/(type|enum|anyOf)");
    private static final Pattern CONDITION = Pattern.compile("(.*/allOf)/[0-9]+(/then/properties/[^/]+)");

    private final Contract contract;

    SharedValues(Contract contract) {
        this.contract = contract;
    }

    /** Returns the share of a place, in the order of all: of values that are texts, and of those that are none. */
    List<BoundaryValue> of(String pointer, List<BoundaryValue> all) {
        List<String> places = places(pointer);
        int place = Math.max(0, places.indexOf(pointer));
        Predicate<BoundaryValue> text =
                value -> value.value().filter(JsonNode::isString).isPresent();
        List<BoundaryValue> chosen =
                new ArrayList<>(share(all.stream().filter(text).toList(), place, places.size(), LEAST));
        List<BoundaryValue> others = all.stream().filter(text.negate()).toList();
        // The first is a number, which a parser of enumerations may take for the place of a value.
        others.stream().limit(1).forEach(chosen::add);
        chosen.addAll(share(others.stream().skip(1).toList(), place, places.size(), LEAST - 1));
        return all.stream().filter(chosen::contains).toList();
    }

    private static List<BoundaryValue> share(List<BoundaryValue> all, int place, int places, int least) {
        int count = Math.min(all.size(), Math.max(least, (all.size() + places - 1) / places));
        if (count == 0 || places == 1) {
            return all;
        }
        int step = (all.size() + count - 1) / count;
        return IntStream.range(0, count)
                .mapToObj(number -> all.get((place + number * step) % all.size()))
                .toList();
    }

    /** Returns the places of the rule at a pointer; the pointer alone where nothing else is like it. */
    private List<String> places(String pointer) {
        Matcher property = PROPERTY.matcher(pointer);
        if (property.matches()) {
            String list = property.group(1);
            List<String> keywords =
                    property.group(2).equals(ALTERNATIVES) ? List.of(ALTERNATIVES, "type") : List.of(property.group(2));
            return contract.at(list.substring(0, list.length() - 1)).propertyNames().stream()
                    .flatMap(name -> place(list + LocatedDocument.segment(name), keywords).stream())
                    .filter(other -> isLike(pointer, other))
                    .toList();
        }
        Matcher condition = CONDITION.matcher(pointer);
        if (condition.matches()) {
            String list = condition.group(1);
            return IntStream.range(0, contract.at(list).size())
                    .mapToObj(number -> list + "/" + number + condition.group(2))
                    .filter(other -> keywords(pointer).equals(keywords(other)))
                    .toList();
        }
        return List.of(pointer);
    }

    private Optional<String> place(String property, List<String> keywords) {
        return keywords.stream()
                .flatMap(keyword -> Stream.of(property + "/" + keyword, property + "/$ref/" + keyword))
                .filter(pointer -> !contract.at(pointer).isMissingNode())
                .findFirst();
    }

    /** Returns whether two rules refuse values alike: equal types do, and so do lists of values; alternatives are both. */
    private boolean isLike(String one, String other) {
        return !one.endsWith("/type") || contract.at(one).equals(contract.at(other));
    }

    private List<String> keywords(String pointer) {
        return contract.at(pointer).properties().stream().map(Map.Entry::getKey).toList();
    }
}
