package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.check.ConductCheck;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Headers;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A view of all exchanges of a run so far, by operation.
 *
 * @param conversation the run's
 */
record RunReview(Conversation conversation) {
    static final int UNAUTHORIZED = 401;

    /** The exchanges of a finding that are shown; the others are alike. */
    static final int SHOWN = 3;

    private static final String COUNT = "/$count";

    /** A challenge begins the value or follows a comma, and no parameter's text. */
    private static final Pattern BEARER = Pattern.compile("(?i)(^|,)\\s*Bearer(\\s|,|$)");

    private static final Pattern QUOTED = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"");

    /** The tokens with which an application may do what it asks for, as far as its own entities go. */
    private static final Set<TokenKind> FIT =
            EnumSet.of(TokenKind.SOUND, TokenKind.OTHER_APPLICATION, TokenKind.TENANT_WIDE);

    /** Returns the exchanges of an operation. */
    List<Exchange> of(Operation operation, ConductCheck.Requests requests) {
        return conversation.exchanges().stream()
                .filter(exchange -> isOf(operation, exchange.request()))
                .filter(exchange -> requests == ConductCheck.Requests.ALL || isSound(operation, exchange))
                .toList();
    }

    /** Returns the exchanges of an operation that got such a status. */
    List<Exchange> answered(Operation operation, IntPredicate status) {
        return of(operation, ConductCheck.Requests.ALL).stream()
                .filter(exchange -> exchange.response()
                        .filter(response -> status.test(response.status()))
                        .isPresent())
                .toList();
    }

    private static boolean isOf(Operation operation, Request request) {
        return request.method().equals(operation.method())
                && operation.match(request.path()).isPresent()
                && !request.path().endsWith(COUNT);
    }

    /** Returns whether nothing in a request is open: not its query, its headers, its token or its body. */
    boolean isSound(Operation operation, Exchange exchange) {
        Request request = exchange.request();
        boolean plain = request.query().isEmpty()
                && headers(request).stream().allMatch(Set.of("authorization", "content-type")::contains)
                && request.authorization().filter(fit()::contains).isPresent();
        return plain
                && (operation.requestSchema().isPresent()
                        ? request.contentType()
                                        .filter("application/json"::equals)
                                        .isPresent()
                                && conversation.history().isSound(exchange)
                        : request.body().isAbsent());
    }

    private static Set<String> headers(Request request) {
        return request.headers().fields().stream()
                .map(Headers.Field::name)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private Set<String> fit() {
        return FIT.stream()
                .flatMap(kind -> conversation.target().token(kind).stream())
                .map(token -> "Bearer " + token)
                .collect(Collectors.toSet());
    }

    /** Returns whether a response has a challenge of the scheme Bearer (RFC 9110, section 11.6.1). */
    static boolean asksForBearer(Exchange exchange) {
        return exchange.response().orElseThrow().headers().all("WWW-Authenticate").stream()
                .map(value -> QUOTED.matcher(value).replaceAll("''"))
                .anyMatch(value -> BEARER.matcher(value).find());
    }

    /** Returns whether a response is an error in the family's envelope. */
    static boolean isWrapped(Exchange exchange) {
        return exchange.response()
                .map(Response::json)
                .filter(body -> body.path("error").isObject())
                .isPresent();
    }

    /** Returns the errors without an id at this pointer, and those whose id an earlier one has. */
    static List<Exchange> withoutOwn(List<Exchange> errors, String pointer) {
        Map<String, Exchange> first = new HashMap<>();
        List<Exchange> broken = new ArrayList<>();
        for (Exchange error : errors) {
            JsonNode id = error.response().orElseThrow().json().at(pointer);
            boolean own = id.isString() && !id.asString().isBlank() && first.putIfAbsent(id.asString(), error) == null;
            if (!own) {
                broken.add(error);
            }
        }
        return Collections.unmodifiableList(broken);
    }

    /** Returns the first exchanges in words, and how many there are. */
    static String lines(List<Exchange> exchanges) {
        String shown = exchanges.stream().limit(SHOWN).map(Exchange::line).collect(Collectors.joining("; "));
        return exchanges.size() > SHOWN ? shown + "; and " + (exchanges.size() - SHOWN) + " more" : shown;
    }
}
