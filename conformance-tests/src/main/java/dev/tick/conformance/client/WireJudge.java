package dev.tick.conformance.client;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.PathMatch;
import dev.tick.spec.http.Body;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Specification;
import dev.tick.spec.register.Subject;
import dev.tick.spec.validation.Validator;
import dev.tick.spec.validation.Violation;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Decides rows that stand at a place of the contract by all that a client sent, call by call: broken by one call, honoured only where one
 * carried the place. Of a million calls it keeps no more than of one.
 */
final class WireJudge {
    private static final String RESPONSES = "/components/responses/";
    private static final String SCHEMES = "/components/securitySchemes/";
    private static final String SEEN = "/x-tick-seen/";
    private static final String PARAMETERS = "/parameters/";

    private final Contract contract;
    private final Validator validator;
    private final PlaceUse places;
    private final Map<Requirement, PlaceRecord> records = new LinkedHashMap<>();

    /** Tells the identities of what the client works with. */
    private final Predicate<String> identities;

    private long calls;
    private boolean tokensUnseen;

    /**
     * Prepares the rows.
     *
     * @param rows those without a place, and those that speak of an answer, which scenarios decide, are left out
     */
    WireJudge(Specification specification, List<Requirement> rows, Clock clock, Predicate<String> identities) {
        contract = specification.contract();
        validator = new Validator(contract, specification.register(), clock);
        places = new PlaceUse(contract, validator);
        this.identities = identities;
        rows.stream()
                .filter(row -> row.schema()
                        .filter(pointer -> !pointer.startsWith(RESPONSES))
                        .isPresent())
                .forEach(row -> records.put(row, new PlaceRecord()));
    }

    /** Judges one more call, and returns the rows that it is the first to break. */
    List<Requirement> accept(ClientCall call) {
        calls++;
        tokensUnseen |= call.lacks(ClientCall.Unseen.TOKEN);
        List<Requirement> broken = new ArrayList<>();
        records.forEach((row, seen) -> {
            if (!seen.isBroken()) {
                String pointer = row.schema().orElseThrow();
                Optional<String> breach = breach(row, pointer, call);
                breach.ifPresent(how -> {
                    seen.breakBy(call, how);
                    broken.add(row);
                });
                if (breach.isEmpty() && carries(pointer, call)) {
                    seen.carry(call);
                } else if (isOfOption(pointer, call)) {
                    seen.pass();
                }
            }
        });
        return broken;
    }

    /** Returns the decision by the calls so far; empty for a row that is none of its own. */
    Optional<Decision> decide(Requirement row) {
        return Optional.ofNullable(records.get(row))
                .map(seen -> decide(row.schema().orElseThrow(), seen));
    }

    private Decision decide(String pointer, PlaceRecord seen) {
        if (calls == 0) {
            return Decision.of(Decision.Kind.ERROR, "the client made no call at all");
        }
        if (seen.isBroken()) {
            return seen.decision();
        }
        if (context(pointer).equals("user")) {
            return tokensUnseen
                    ? Decision.of(Decision.Kind.NOT_TESTABLE, "nobody sees whom the client acts for")
                    : Decision.of(Decision.Kind.NOT_APPLICABLE, "the client is an application, and acts for no user");
        }
        if (context(pointer).equals("application") && !seen.isCarried()) {
            return Decision.of(Decision.Kind.NOT_TESTABLE, "nobody sees whose token the client sends");
        }
        return seen.isPassed()
                ? Decision.of(Decision.Kind.NOT_APPLICABLE, "no call uses this option, which nobody must")
                : seen.decision();
    }

    private Optional<String> breach(Requirement row, String pointer, ClientCall call) {
        Optional<String> seen = call.violations().stream()
                .filter(one -> one.requirement().filter(row.id()::equals).isPresent())
                .map(Violation::sentence)
                .findFirst();
        if (seen.isPresent()) {
            return seen;
        }
        if (context(pointer).equals("application")) {
            return call.tokenFlaw();
        }
        return pointer.contains(PARAMETERS) ? parameter(pointer, call) : Optional.empty();
    }

    /** Returns the word for whose token a security scheme asks; empty text for a pointer to none. */
    private String context(String pointer) {
        return pointer.startsWith(SCHEMES)
                ? contract.at(pointer + "/x-tick-token/context").asString("")
                : "";
    }

    private Optional<String> parameter(String pointer, ClientCall call) {
        JsonNode parameter = contract.at(pointer);
        if (isOption(pointer)) {
            String schema = contract.resolved(pointer + "/schema");
            return query(call, parameter.path("name").asString("")).stream()
                    .flatMap(value -> validator.body(Subject.CLIENT, schema, value).stream())
                    .map(one -> "query " + parameter.path("name").asString("") + ": expected " + one.expected()
                            + ", got " + one.got())
                    .findFirst();
        }
        boolean byIdentity = contract.resource()
                .filter(resource -> !resource.address().equals(resource.identity()))
                .isPresent();
        return path(pointer, call)
                .filter(value -> byIdentity && identities.test(value))
                .map(value -> "the path holds the value '" + value + "' in place of the id");
    }

    private boolean isOfOption(String pointer, ClientCall call) {
        return isOption(pointer)
                && operation(call)
                        .filter(operation -> pointer.startsWith(operation.pointer() + "/"))
                        .isPresent();
    }

    private boolean isOption(String pointer) {
        return pointer.contains(PARAMETERS)
                && contract.at(pointer).path("in").asString("").equals("query");
    }

    private boolean carries(String pointer, ClientCall call) {
        if (pointer.startsWith(SCHEMES)) {
            return !call.lacks(ClientCall.Unseen.TOKEN);
        }
        if (pointer.startsWith(SEEN)) {
            return true;
        }
        Optional<Operation> asked = operation(call);
        if (asked.isEmpty()) {
            return false;
        }
        Operation operation = asked.get();
        if (pointer.contains(PARAMETERS)) {
            return isOption(pointer)
                    ? pointer.startsWith(operation.pointer() + "/")
                            && !query(call, contract.at(pointer).path("name").asString(""))
                                    .isEmpty()
                    : path(pointer, call).isPresent();
        }
        Body body = call.exchange().request().body();
        if (pointer.startsWith(operation.pointer())) {
            return pointer.equals(operation.pointer()) || !body.isAbsent();
        }
        return body.problem().isEmpty()
                && operation
                        .requestSchema()
                        .filter(schema -> pointer.equals(schema) || pointer.startsWith(schema + "/"))
                        .filter(schema -> places.carries(schema, pointer, body.json()))
                        .isPresent();
    }

    private Optional<Operation> operation(ClientCall call) {
        return call.operation()
                .flatMap(id -> contract.operations().stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst());
    }

    /** Returns the value in the path of a call to the path at which a parameter stands. */
    private Optional<String> path(String pointer, ClientCall call) {
        String owner = pointer.substring(0, pointer.indexOf(PARAMETERS));
        return operation(call)
                .filter(operation -> operation.pointer().startsWith(owner))
                .flatMap(operation -> operation.match(call.exchange().request().path()))
                .flatMap(PathMatch::parameter);
    }

    private static List<JsonNode> query(ClientCall call, String name) {
        return Stream.of(call.exchange().request().query().split("&", -1))
                .map(one -> one.split("=", 2))
                .filter(one -> one.length == 2 && PathMatch.decoded(one[0]).equals(name))
                .map(one -> PathMatch.decoded(one[1]))
                .map(WireJudge::value)
                .toList();
    }

    private static JsonNode value(String text) {
        return text.matches("-?\\d{1,18}")
                ? JsonNodeFactory.instance.numberNode(Long.parseLong(text))
                : JsonNodeFactory.instance.stringNode(text);
    }
}
