package dev.tick.conformance;

import static dev.tick.conformance.WrongClients.wrong;

import dev.tick.conformance.WrongClients.WrongClient;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Resource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Clients that do not understand some sound answers, of both editions. */
final class WrongReaders {
    private static final Resource TODAY = resource("indicators");
    private static final Resource FIRST = resource("tiindicators");

    private static final List<String> SEVERITIES = List.of("Informational", "Low", "Medium", "High");
    private static final List<String> ACTIONS = List.of("Alert", "AlertAndBlock", "Allowed");

    private WrongReaders() {}

    static Stream<WrongClient> ofToday() {
        return Stream.of(
                wrong(
                        "fails at an unknown property",
                        "ICL-046",
                        "unknown-properties",
                        failing(entities(TODAY, WrongReaders::hasKnownPropertiesAlone)),
                        "as failed, and its last call got 200"),
                wrong(
                        "crashes at an unknown severity",
                        "ICL-046",
                        "unknown-values",
                        crashing(values("severity", SEVERITIES)),
                        "the client made none for its work 'submit of 192.0.2.10'; it ended with code 1"),
                wrong(
                        "crashes at an unknown type in a list",
                        "ICL-046",
                        "unknown-values",
                        crashing(values("indicatorType", List.of("CertificateThumbprint", "IpAddress", "DomainName"))),
                        "the client made none for its work 'submit of malware.example'"),
                wrong(
                        "repeats what has an unknown property",
                        "ICL-046",
                        "unknown-properties",
                        repeating(entities(TODAY, WrongReaders::hasKnownPropertiesAlone)),
                        "repeated a call that had got a whole 200"),
                wrong(
                        "crashes at an unknown property beside the results of an import",
                        "ICL-046",
                        "unknown-properties",
                        crashing(WrongReaders::hasPlainResults),
                        "the client made none for its work 'import of imported.example and 1 more'"),
                wrong(
                        "stops at an empty page",
                        "ICL-048",
                        "begins-empty",
                        one -> one.pages = PracticeClient.Pages.FOLLOWED_BEHIND_ENTITIES,
                        "does not hold: the client did not follow the link to the next page"));
    }

    static Stream<WrongClient> ofFirstEdition() {
        return Stream.of(
                wrong(
                        "fails at an unknown property",
                        "CLI-034",
                        "unknown-properties",
                        failing(entities(FIRST, WrongReaders::hasKnownPropertiesAlone)),
                        "as failed"),
                wrong(
                        "crashes at an unknown action",
                        "CLI-034",
                        "unknown-values",
                        crashing(values("action", ACTIONS)),
                        "the client made none for its work 'read of 9f86"),
                wrong(
                        "needs a fraction",
                        "CLI-035",
                        "times-without-fraction",
                        failing(times(".*[.][0-9]+Z")),
                        "as failed"),
                wrong(
                        "needs a fraction of seven digits",
                        "CLI-035",
                        "times-of-six-digits",
                        crashing(times(".*[.][0-9]{7}Z")),
                        "the client made none for its work"),
                wrong(
                        "reads six fraction digits at most",
                        "CLI-035",
                        "times-of-seven-digits",
                        failing(times("[^.]*([.][0-9]{1,6})?Z")),
                        "as failed"),
                wrong("needs a Z", "CLI-035", "times-with-offset", repeating(times(".*Z")), "repeated a call"),
                wrong(
                        "needs to know who submitted",
                        "CLI-038",
                        "nulls",
                        crashing(entities(
                                FIRST,
                                (known, entity) -> !entity.path("createdBy").isNull())),
                        "the client made none for its work 'submit of 9f86"),
                wrong(
                        "needs every property",
                        "CLI-038",
                        "absent",
                        failing(entities(FIRST, WrongReaders::hasAllProperties)),
                        "as failed"));
    }

    private static Resource resource(String contract) {
        return Contract.load(contract).resource().orElseThrow();
    }

    private static Consumer<PracticeClient> failing(Predicate<JsonNode> reads) {
        return one -> one.reads = reads;
    }

    private static Consumer<PracticeClient> repeating(Predicate<JsonNode> reads) {
        return one -> {
            one.reads = reads;
            one.repeats = status -> status == PracticeClient.UNREAD;
        };
    }

    private static Consumer<PracticeClient> crashing(Predicate<JsonNode> reads) {
        return one -> one.reads = answer -> {
            if (!reads.test(answer)) {
                throw new IllegalStateException("cannot read " + answer);
            }
            return true;
        };
    }

    /** A demand on an entity. */
    private interface Demand {
        boolean isMet(Resource known, JsonNode entity);
    }

    /** Demands something of each entity in an answer. */
    private static Predicate<JsonNode> entities(Resource known, Demand demand) {
        return answer -> answer.findParents(known.identity()).stream().allMatch(entity -> demand.isMet(known, entity));
    }

    private static boolean hasKnownPropertiesAlone(Resource known, JsonNode entity) {
        return known.properties().containsAll(entity.propertyNames());
    }

    private static boolean hasAllProperties(Resource known, JsonNode entity) {
        return known.properties().stream().filter(name -> !name.startsWith("@")).allMatch(entity::has);
    }

    private static boolean hasPlainResults(JsonNode answer) {
        return answer.findValues("isFailed").isEmpty() || answer.size() == 2;
    }

    private static Predicate<JsonNode> values(String property, List<String> known) {
        return answer -> answer.findValues(property).stream()
                .allMatch(value -> value.isNull() || known.contains(value.asString()));
    }

    private static Predicate<JsonNode> times(String pattern) {
        return answer ->
                answer.findValuesAsString("creationTimeDateTimeUtc").stream().allMatch(time -> time.matches(pattern));
    }
}
