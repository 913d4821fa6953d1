package dev.tick.conformance.client;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.PathMatch;
import dev.tick.spec.http.Body;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Subject;
import dev.tick.spec.validation.Validator;
import dev.tick.spec.validation.Violation;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Decides rows that stand at a place of the contract by all that a client sent: broken by one call, honoured only where one carried the place. */
final class WireJudge {
    private static final String RESPONSES = "/components/responses/";
    private static final String SCHEMES = "/components/securitySchemes/";
    private static final String SEEN = "/x-tick-seen/";
    private static final String PARAMETERS = "/parameters/";

    private final Contract contract;
    private final Validator validator;
    private final PlaceUse places;
    private final List<ClientCall> calls;

    /** The identities of what the client was asked to work with. */
    private final Set<String> identities;

    WireJudge(Contract contract, Register register, Clock clock, List<ClientCall> calls, Set<String> identities) {
        this.contract = contract;
        validator = new Validator(contract, register, clock);
        places = new PlaceUse(contract, validator);
        this.calls = List.copyOf(calls);
        this.identities = Set.copyOf(identities);
    }

    /** Returns the decision; empty for a row of no place, and for one that speaks of an answer, which scenarios decide. */
    Optional<Decision> decide(Requirement row) {
        return row.schema().filter(pointer -> !pointer.startsWith(RESPONSES)).map(pointer -> decide(row, pointer));
    }

    private Decision decide(Requirement row, String pointer) {
        if (calls.isEmpty()) {
            return Decision.of(Decision.Kind.ERROR, "the client made no call at all");
        }
        for (ClientCall call : calls) {
            Optional<String> breach = breach(row, pointer, call);
            if (breach.isPresent()) {
                return new Decision(Decision.Kind.BROKEN, call.exchange().line() + ": " + breach.get(), List.of(call));
            }
        }
        if (context(pointer).equals("user")) {
            return Decision.of(Decision.Kind.NOT_APPLICABLE, "the client is an application, and acts for no user");
        }
        if (isUnusedOption(pointer)) {
            return Decision.of(Decision.Kind.NOT_APPLICABLE, "no call uses this option, which nobody must");
        }
        List<ClientCall> carrying =
                calls.stream().filter(call -> carries(pointer, call)).toList();
        return carrying.isEmpty()
                ? Decision.of(Decision.Kind.NOT_TESTABLE, "no call of the client carried this")
                : new Decision(
                        Decision.Kind.HONOURED,
                        "so in " + (carrying.size() == 1 ? "1 call" : "all of " + carrying.size() + " calls"),
                        carrying.subList(0, 1));
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
                .filter(value -> byIdentity && identities.contains(value))
                .map(value -> "the path holds the value '" + value + "' in place of the id");
    }

    private boolean isUnusedOption(String pointer) {
        return isOption(pointer)
                && calls.stream()
                        .anyMatch(call -> operation(call)
                                .filter(operation -> pointer.startsWith(operation.pointer() + "/"))
                                .isPresent())
                && calls.stream().noneMatch(call -> carries(pointer, call));
    }

    private boolean isOption(String pointer) {
        return pointer.contains(PARAMETERS)
                && contract.at(pointer).path("in").asString("").equals("query");
    }

    private boolean carries(String pointer, ClientCall call) {
        if (pointer.startsWith(SCHEMES) || pointer.startsWith(SEEN)) {
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
