package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.register.Requirement;
import java.util.List;
import java.util.Locale;

/** Checks of paths in which a character is escaped that needs no escape: they are equal to those without (RFC 3986, section 6.2.2.2). */
final class EscapedPaths {
    private static final int HEXADECIMAL = 16;

    private EscapedPaths() {}

    static List<Case> followed(Requirement row, Operation operation, Conversation conversation, Steps steps) {
        return List.of(new Case(row, "an unreserved character escaped", Phase.REFUSAL, () -> {
            Effect effect = Conversation.effect(operation);
            Exchange created =
                    conversation.create("for escaped paths of " + operation.id(), conversation.mainExample());
            if (!steps.taken(created)) {
                return Outcome.noTwin(created);
            }
            Exchange exchange = steps.send("escaped path of " + operation.id(), () -> {
                Request plain = conversation.requests().bare(operation, steps.address(created));
                Request escaped = plain.to(escaped(plain.url()));
                return effect == Effect.CHANGE
                        ? escaped.withBody(conversation.samples().fresh(operation, conversation.example(operation)))
                        : escaped;
            });
            return steps.answered(effect, exchange)
                    ? Outcome.honoured("it leads to the entity", created, exchange)
                    : Outcome.broken(
                            Mismatch.of("the success of the path without the escape", exchange.line()),
                            created,
                            exchange);
        }));
    }

    /** Escapes the first character of the last segment, which is a letter or a digit. */
    private static String escaped(String path) {
        int at = path.lastIndexOf('/') + 1;
        String digits = Integer.toString(path.charAt(at), HEXADECIMAL).toUpperCase(Locale.ROOT);
        return path.substring(0, at) + "%" + digits + path.substring(at + 1);
    }
}
