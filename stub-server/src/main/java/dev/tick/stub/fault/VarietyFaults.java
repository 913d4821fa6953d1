package dev.tick.stub.fault;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.document.FieldType;
import dev.tick.spec.document.LocatedDocument;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Derives what a server could do wrong about values of certain kinds alone. */
record VarietyFaults(Contract contract, FaultBuilder faults) {
    private static final int HTTP_BAD = 400;
    private static final int HTTP_FAILED = 500;

    private static final Set<Mutation> OF_IDENTITIES = EnumSet.of(
            Mutation.LOWERCASED,
            Mutation.DECODED,
            Mutation.UNQUOTED,
            Mutation.UNPORTED,
            Mutation.UNFRAGMENTED,
            Mutation.SHORTENED);
    private static final Set<Mutation> OF_TIMES = EnumSet.of(
            Mutation.OFFSET_IGNORED,
            Mutation.HOURS_ONLY,
            Mutation.MINUTES_ADDED,
            Mutation.MILLISECONDS,
            Mutation.LEAP_DAY_LOST);
    private static final Set<Mutation> OF_TEXTS =
            EnumSet.of(Mutation.DECODED, Mutation.UNQUOTED, Mutation.SHORTENED, Mutation.HALVED, Mutation.COLLAPSED);
    private static final Set<Mutation> OF_TEXTS_AND_LITERALS = EnumSet.of(
            Mutation.DECODED,
            Mutation.UNQUOTED,
            Mutation.SHORTENED,
            Mutation.HALVED,
            Mutation.COLLAPSED,
            Mutation.PARSED);
    private static final Set<Mutation> OF_LISTS =
            EnumSet.of(Mutation.SORTED, Mutation.DISTINCT, Mutation.SPLIT, Mutation.SPLIT_AT_SEMICOLONS, Mutation.FEW);

    /** Returns whether submits of the contract vary: their identities are of many shapes. */
    boolean apply() {
        String identity = resource().identity();
        return examples().stream()
                .anyMatch(example -> example.path(identity).asString("").contains("://"));
    }

    /** Returns what a server could do to a property's value of some kind. */
    Set<Mutation> of(String property) {
        if (!apply()) {
            return EnumSet.noneOf(Mutation.class);
        }
        if (property.equals(resource().identity())) {
            return OF_IDENTITIES;
        }
        JsonNode schema = schema(property);
        if (schema.path("format").asString("").equals("date-time")) {
            return OF_TIMES;
        }
        if (schema.path("type").toString().contains("array")) {
            return OF_LISTS;
        }
        if (!isFreeText(property, schema)) {
            return EnumSet.noneOf(Mutation.class);
        }
        // The first text of an entity is marked in every request, so that it never looks like another value.
        return property.equals(firstText()) ? EnumSet.copyOf(OF_TEXTS) : OF_TEXTS_AND_LITERALS;
    }

    private String firstText() {
        return SubmittedProperties.of(contract).stream()
                .filter(property -> !resource().resubmitRules().containsKey(property))
                .filter(property -> isFreeText(property, schema(property)))
                .findFirst()
                .orElse("");
    }

    /** Returns what could be done to a value in a change, which has a few kinds of it. */
    Set<Mutation> ofChange(String property) {
        Set<Mutation> mutations = of(property);
        return mutations.stream().anyMatch(OF_TEXTS::contains)
                ? EnumSet.of(Mutation.UNQUOTED, Mutation.COLLAPSED)
                : mutations.contains(Mutation.MILLISECONDS)
                        ? EnumSet.of(Mutation.MILLISECONDS)
                        : EnumSet.noneOf(Mutation.class);
    }

    /** Adds faults of the operation that keep another value of a property than is answered. */
    FaultBuilder spoiling(Iterable<String> properties) {
        for (String property : properties) {
            for (Mutation mutation : of(property)) {
                faults.add(
                        property + "-kept-" + FieldType.spelled(mutation),
                        property + " of an item " + mutation.description() + " in the list",
                        new FaultAction.Spoil(property, mutation));
            }
        }
        return faults;
    }

    /** Adds refusals of identities. */
    FaultBuilder identities() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("port", "://[^/]+:[0-9]+/");
        kinds.put("escape", "%2F");
        kinds.put("quote", "'");
        kinds.put("semicolon", ";");
        kinds.put("capital", "://.*[A-Z]");
        kinds.put("punycode", "^xn--|[.]xn--");
        kinds.put("digits-first", "(^|[.])[0-9]+[a-z]+[.]");
        kinds.put("long-label", "[a-z]{63}");
        String identity = resource().identity();
        kinds.forEach((word, pattern) -> refused(identity, word, pattern));
        failing(identity, "fragment", "#");
        failing(identity, "long", "^.{256,}");
        refused(identity, "capital-address", "^2001:DB8");
        digests()
                .forEach(length ->
                        refused(identity, "capitals-of-" + length, "^(?=.*[A-F])[0-9A-Fa-f]{" + length + "}$"));
        return failing(identity, "capital-digits", "^[0-9A-F]{32,}$");
    }

    /** Returns the numbers of digits of the hashes among the examples. */
    private List<Integer> digests() {
        return examples().stream()
                .map(example -> example.path(resource().identity()).asString(""))
                .filter(value -> value.matches("[0-9A-Fa-f]{32,}"))
                .map(String::length)
                .distinct()
                .sorted()
                .toList();
    }

    /** Adds refusals of times. */
    FaultBuilder times() {
        for (String time : properties(OF_TIMES)) {
            refused(time, "leap-day", "-02-29T");
            refused(time, "offset", "[+]14:00$");
            refused(time, "western-offset", "-03:30$");
            failing(time, "far", "^2099");
            faults.add(
                    time + "-soon-refused",
                    time + " in an hour is refused",
                    new Trigger.Within(time, 2),
                    new FaultAction.Status(HTTP_BAD));
        }
        return faults;
    }

    /** Adds refusals of texts. */
    FaultBuilder texts() {
        for (String text : properties(OF_TEXTS)) {
            refused(text, "quote", "'");
            refused(text, "markup", "<y>");
            refused(text, "beyond-the-bmp", "[\\x{10000}-\\x{10FFFF}]");
            failing(text, "line", "\r\n");
            failing(text, "very-long", ".{3000}");
        }
        return faults;
    }

    /** Adds failures on lists. */
    FaultBuilder lists() {
        for (String list : properties(OF_LISTS)) {
            failing(list, "comma", "tick,");
            failing(list, "semicolon", "tick;");
            failing(list, "many", "^(.*,){20}");
            failing(list, "repeated", "(\"[^\"]+\").*\\1");
        }
        return faults;
    }

    /** Adds refusals of listed values. */
    FaultBuilder listed() {
        for (String property : properties(Set.of())) {
            listed(property)
                    .forEach(value -> refused(
                            property, value.asString("").toLowerCase(Locale.ROOT), "^" + value.asString("") + "$"));
        }
        return faults;
    }

    /** Adds refusals of what a server may decline. */
    FaultBuilder unusual() {
        String identity = resource().identity();
        refused(identity, "fragment", "#");
        refused(identity, "host-address", "\\[");
        for (String text : properties(OF_TEXTS)) {
            refused(text, "very-long", ".{3000}");
        }
        return faults;
    }

    /** Adds failures of items: of each kind that an example is of, and of some that a variety is of. */
    FaultBuilder items() {
        String identity = resource().identity();
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("address", "^[0-9]+[.][0-9.]+$");
        kinds.put("port", "://[^/]+:[0-9]+/");
        kinds.put("quote", "'");
        kinds.put("punycode", "xn--");
        kinds.put("capital-digits", "^(?=.*[A-F])[0-9A-Fa-f]{32,}$");
        kinds.forEach((word, pattern) -> faults.add(
                word + "-fails",
                "an item whose " + identity + " has such a value fails: " + word,
                new FaultAction.FailItem(identity, pattern)));
        for (String property : properties(contract.operation(Effect.CREATE).orElseThrow(), OF_TEXTS)) {
            faults.add(
                    property + "-markup-refused",
                    "a batch is refused for an item's " + property + " with markup",
                    new Trigger.Carries(property, "<y>"),
                    new FaultAction.Status(HTTP_BAD));
        }
        return faults;
    }

    /** Adds paths that are not understood. */
    FaultBuilder paths() {
        for (String part : List.of("%25", "%27", "%3F", "%23", "%3A8443")) {
            String word = part.substring(1).toLowerCase(Locale.ROOT);
            faults.add(
                    "path-" + word + "-lost",
                    "finds nothing under a path with " + part,
                    new Trigger.PathHolds(part),
                    new FaultAction.Status(404));
        }
        return faults;
    }

    private FaultBuilder refused(String property, String word, String pattern) {
        return faults.add(
                property + "-" + word + "-refused",
                "a sound " + property + " is refused: " + word,
                new Trigger.Carries(property, pattern),
                new FaultAction.Status(HTTP_BAD));
    }

    private FaultBuilder failing(String property, String word, String pattern) {
        return faults.add(
                property + "-" + word + "-fails",
                "answers 500 to " + property + ": " + word,
                new Trigger.Carries(property, pattern),
                new FaultAction.Status(HTTP_FAILED));
    }

    /** Returns the properties that the operation takes, and that are of the kind of which such mutations are. */
    private List<String> properties(Set<Mutation> mutations) {
        return properties(faults.operation(), mutations);
    }

    private List<String> properties(Operation operation, Set<Mutation> mutations) {
        JsonNode taken = contract.at(operation.requestSchema().orElseThrow() + "/properties");
        return SubmittedProperties.of(contract).stream()
                .filter(taken::has)
                .filter(property -> mutations.isEmpty()
                        ? !resource().resubmitRules().containsKey(property)
                                && !listed(property).isEmpty()
                        : of(property).containsAll(mutations))
                .toList();
    }

    private List<JsonNode> listed(String property) {
        return contract.at(submitted(property) + "/anyOf/0/$ref/enum")
                .valueStream()
                .toList();
    }

    /** Returns whether a property takes any text; where its length is limited, most kinds of texts are too long to be sent. */
    private boolean isFreeText(String property, JsonNode schema) {
        return schema.path("type").toString().contains("string")
                && !schema.has("maxLength")
                && listed(property).isEmpty()
                && !contract.at(submitted(property)).has("$ref")
                && examples().stream().filter(example -> example.has(property)).count() > 1;
    }

    private String submitted(String property) {
        return contract.operation(Effect.CREATE).orElseThrow().requestSchema().orElseThrow()
                + "/properties/"
                + LocatedDocument.segment(property);
    }

    private JsonNode schema(String property) {
        return contract.at(submitted(property));
    }

    private Resource resource() {
        return contract.resource().orElseThrow();
    }

    private Collection<JsonNode> examples() {
        return contract.operation(Effect.CREATE).orElseThrow().requestExamples().values();
    }
}
