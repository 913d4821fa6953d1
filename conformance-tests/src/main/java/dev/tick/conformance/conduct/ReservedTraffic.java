package dev.tick.conformance.conduct;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.PathMatch;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.contract.SeenRequest;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Headers;
import dev.tick.spec.http.Request;
import dev.tick.spec.text.ShortText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The traffic of a client that may reach a service on which nobody is to feel it: names that are reserved, and changes or removals of
 * what an answer has shown to have such a name. What nobody here can read stays here. Safe for use by many threads.
 */
public final class ReservedTraffic {
    /** Headers by which a service may take a request for one of another method. */
    private static final Set<String> OTHER_METHOD =
            Set.of("x-http-method", "x-http-method-override", "x-method-override");

    /** In characters; a name in an objection may be a whole file. */
    private static final int LONGEST = 100;

    private static final String REMEDY =
            "with --safe, send an address of 192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24 or 2001:db8::/32, a name that ends in"
                    + " .example, or a digest that begins with " + ReservedNames.KIT_DIGITS;

    private static final String UNKNOWN =
            "no answer that came through here showed it with a reserved name; with --safe, submit or list"
                    + " it through the proxy first";

    private final Contract contract;
    private final Resource resource;
    private final UnaryOperator<String> hiding;
    private final Set<String> known = new HashSet<>();

    /** A value of a request as text, and where it stands: a JSON pointer into its body, or its path. */
    private record Placed(String place, String text) {
        String shown(UnaryOperator<String> hiding) {
            return "'" + ShortText.of(hiding.apply(text), LONGEST) + "' (" + place + ")";
        }
    }

    /**
     * Begins to watch, and knows nothing of what the service holds.
     *
     * @param hiding replaces every secret in a text, before it is shortened
     */
    public ReservedTraffic(Contract contract, UnaryOperator<String> hiding) {
        this.hiding = hiding;
        this.contract = contract;
        resource = contract.resource().orElseThrow();
    }

    /** Returns why a request must not leave, with value, place and remedy; empty where it may. */
    public synchronized Optional<String> objection(Request request) {
        Optional<String> other = request.headers().fields().stream()
                .map(Headers.Field::name)
                .filter(name -> OTHER_METHOD.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst();
        if (other.isPresent()) {
            return Optional.of("the header " + other.get()
                    + " may give it another method, and nobody here can tell what it changes;"
                    + " with --safe, send that method itself");
        }
        if (ReservedStage.READING.contains(request.method())) {
            return Optional.empty();
        }
        Optional<Operation> operation = operation(request);
        if (operation.isEmpty()) {
            return Optional.of(
                    "no page documents this call, and nobody here can tell what it changes; with --safe, nothing else leaves"
                            + " than calls of the contract");
        }
        Optional<String> problem =
                operation.get().requestSchema().isPresent() || !request.body().isAbsent()
                        ? request.body().problem()
                        : Optional.empty();
        if (problem.isPresent()) {
            return Optional.of("the body is " + problem.get()
                    + ", and nobody here can tell whose data it holds; with --safe, send one JSON value in UTF-8");
        }
        List<Placed> places = new ArrayList<>();
        collect(places, "", request.body().json());
        return Stream.concat(
                        aimedAt(operation.get(), request, places).stream()
                                .filter(one -> !mayChange(one.text()))
                                .map(one -> resource.address() + " " + one.shown(hiding) + ": " + UNKNOWN),
                        places.stream()
                                .filter(one -> isName(one) && !ReservedNames.isDocumentation(one.text()))
                                .map(one ->
                                        resource.identity() + " " + one.shown(hiding) + " is not reserved: " + REMEDY))
                .findFirst();
    }

    /** Learns which of the service's entities have reserved names. */
    public synchronized void learn(Exchange exchange) {
        if (!exchange.accepted()) {
            return;
        }
        SentItems.of(exchange.response().orElseThrow().body())
                .forEach(entity -> SentItems.identity(resource, entity)
                        .ifPresent(identity ->
                                learn(identity, entity.path(resource.address()).asString(""))));
        for (Map.Entry<String, String> created :
                CreatedAddresses.in(contract, resource, exchange).entrySet()) {
            learn(created.getKey(), created.getValue());
        }
    }

    /** An answer that shows an address without a name says nothing of it. */
    private void learn(String identity, String address) {
        if (address.isEmpty() || identity.isBlank()) {
            return;
        }
        if (ReservedNames.isDocumentation(identity)) {
            known.add(address);
        } else {
            known.remove(address);
        }
    }

    private Optional<Operation> operation(Request request) {
        return Stream.concat(
                        contract.operations().stream(), contract.seen().stream().map(SeenRequest::operation))
                .filter(one -> one.method().equals(request.method()))
                .filter(one -> one.match(request.path()).isPresent())
                .findFirst();
    }

    /** Returns what a request may change or remove: what its path names, or whatever its body does. */
    private List<Placed> aimedAt(Operation operation, Request request, List<Placed> places) {
        Optional<String> parameter = operation.match(request.path()).flatMap(PathMatch::parameter);
        if (parameter.isPresent()) {
            return List.of(new Placed("in the path", parameter.get()));
        }
        return operation.effect().equals(Optional.of(Effect.REMOVE_MANY)) ? places : List.of();
    }

    private boolean mayChange(String address) {
        return known.contains(address)
                || (resource.address().equals(resource.identity()) && ReservedNames.isDocumentation(address));
    }

    /** Services may read the names of properties in whatever case, and the only value of a list as that value. */
    private boolean isName(Placed one) {
        return !one.text().isBlank()
                && Stream.of(one.place().split("/", -1)).anyMatch(resource.identity()::equalsIgnoreCase);
    }

    private static void collect(List<Placed> places, String pointer, JsonNode value) {
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            collect(places, pointer + "/" + i, value.get(i));
        }
        for (Map.Entry<String, JsonNode> property : value.properties()) {
            collect(places, pointer + "/" + LocatedDocument.segment(property.getKey()), property.getValue());
        }
        if (value.isValueNode() && !value.isNull()) {
            places.add(new Placed(pointer, value.asString("")));
        }
    }
}
