package dev.tick.conformance.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides how a client gets and sends its tokens. */
final class TokenUse {
    private static final int UNAUTHORIZED = 401;

    /** The parameter in which RFC 6750, section 2.3, would have a token. */
    private static final String PARAMETER = "access_token=";

    private TokenUse() {}

    static Decision calls(Performance played, int most) {
        int asked = played.journal().tokenCalls().size();
        String detail = "the client asked for a token " + (asked == 1 ? "once" : asked + " times") + " for "
                + played.journal().calls().size() + " calls";
        return asked > most
                ? new Decision(
                        Decision.Kind.BROKEN,
                        detail + ", and " + most + " would do",
                        List.of(),
                        played.journal().tokenCalls().stream()
                                .skip(most)
                                .map(ClientTokenCall::number)
                                .toList())
                : Decision.of(Decision.Kind.HONOURED, detail);
    }

    static Decision renewals(Performance played) {
        List<ClientCall> again = new ArrayList<>();
        for (Piece piece : played.pieces()) {
            List<ClientCall> calls = played.calls(piece);
            for (int i = 1; i < calls.size(); i++) {
                ClientCall before = calls.get(i - 1);
                if (before.status().filter(status -> status == UNAUTHORIZED).isPresent()) {
                    again.add(before);
                    again.add(calls.get(i));
                    if (!played.askedForTokenBetween(before, calls.get(i))) {
                        return Decision.broken(
                                "the call for '" + piece.words() + "' got 401, and was repeated without a new token",
                                again,
                                List.of(calls.get(i)));
                    }
                }
            }
        }
        return again.isEmpty()
                ? Decision.of(Decision.Kind.NOT_TESTABLE, "the client did not repeat what got 401")
                : new Decision(Decision.Kind.HONOURED, "the client asked for a new token after a 401", again);
    }

    static Decision elsewhere(Performance played) {
        List<ClientCall> followed = played.journal().elsewhere();
        List<ClientCall> telling = followed.stream()
                .filter(call -> call.exchange().request().authorization().isPresent()
                        || call.exchange().request().query().contains(PARAMETER))
                .toList();
        return telling.isEmpty()
                ? new Decision(
                        Decision.Kind.HONOURED,
                        followed.isEmpty()
                                ? "the client did not follow the redirect"
                                : "the client followed the redirect without its token",
                        followed)
                : Decision.broken(
                        "the client sent its token to "
                                + telling.get(0).exchange().request().origin() + ", to which it was redirected",
                        telling,
                        telling);
    }

    static Decision urls(Performance played) {
        return played.journal().calls().stream()
                .flatMap(call -> inUrl(call).stream())
                .reduce(TokenUse::joined)
                .orElseGet(() -> Decision.of(Decision.Kind.HONOURED, "no URL holds a token"));
    }

    private static Decision joined(Decision one, Decision other) {
        List<ClientCall> calls =
                Stream.concat(one.calls().stream(), other.calls().stream()).toList();
        return Decision.broken(one.detail(), calls, calls);
    }

    /** Returns the breach of a call whose URL holds a token; empty for another. */
    static Optional<Decision> inUrl(ClientCall call) {
        return call.exchange().request().query().contains(PARAMETER)
                ? Optional.of(Decision.broken(
                        "a URL holds the parameter access_token: "
                                + call.exchange().line(),
                        List.of(call),
                        List.of(call)))
                : Optional.empty();
    }
}
