package dev.tick.conformance.run;

import dev.tick.conformance.subject.Target;
import dev.tick.conformance.subject.TokenClaims;
import dev.tick.conformance.subject.TokenFitness;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.TokenRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Notes on a target's tokens, made before the run: where the claims of one are not what its name says, and what was not to be had.
 *
 * @param target the server and its tokens
 * @param contract that it is held to
 * @param now the time by our clock
 */
record TokenNotes(Target target, Contract contract, Instant now) {
    /** Returns the notes, one line for each. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (TokenKind kind : TokenKind.values()) {
            if (target.token(kind).isPresent()) {
                lines.addAll(kind == TokenKind.SOUND ? sound() : other(kind));
            } else if (target.origin().missing().containsKey(kind)) {
                lines.add(target.absence(kind));
            }
        }
        return lines;
    }

    /** A target decides which tokens it takes: one with roles or a name of its own is held to none of these. */
    private List<String> sound() {
        TokenRules rules = contract.tokens();
        return claims(TokenKind.SOUND)
                .map(claims -> {
                    List<String> doubts = new ArrayList<>();
                    claims.expiry()
                            .filter(end -> end.isBefore(now))
                            .ifPresent(end -> doubts.add("is expired since " + end));
                    unlike(claims.audiences(), rules.audiences())
                            .ifPresent(found -> doubts.add("is for " + found + ", which the contract does not name"));
                    unlike(claims.roles(), rules.roles())
                            .ifPresent(found ->
                                    doubts.add("holds " + found + ", and none of " + String.join(", ", rules.roles())));
                    return doubts.stream()
                            .map(doubt -> TokenKind.SOUND.variable() + " " + doubt + "; the target may refuse it")
                            .toList();
                })
                .orElseGet(() -> List.of(TokenKind.SOUND.variable()
                        + " cannot be read as a JWT, so nothing shows that it is what its name says"));
    }

    private static Optional<String> unlike(List<String> claimed, List<String> known) {
        return Optional.of(claimed)
                .filter(own -> !known.isEmpty() && Collections.disjoint(own, known))
                .map(own -> own.isEmpty() ? "nothing" : String.join(", ", own));
    }

    /** A flaw may be one for some operations only. */
    private List<String> other(TokenKind kind) {
        List<Operation> operations = contract.operations().stream()
                .filter(one ->
                        one.effect().filter(target.capabilities()::contains).isPresent())
                .toList();
        Map<String, List<String>> flaws = new LinkedHashMap<>();
        for (Operation operation : operations) {
            flaw(kind, operation.tokens())
                    .ifPresent(flaw -> flaws.computeIfAbsent(flaw, key -> new ArrayList<>())
                            .add(operation.id()));
        }
        return flaws.entrySet().stream()
                .map(flaw -> kind.variable() + " " + flaw.getKey() + "; what needs it is not tested"
                        + (flaw.getValue().size() == operations.size()
                                ? ""
                                : " with " + String.join(", ", flaw.getValue())))
                .toList();
    }

    private Optional<String> flaw(TokenKind kind, TokenRules rules) {
        TokenFitness fitness = new TokenFitness(target, rules, now);
        return fitness.flaw(kind)
                .or(() -> kind == TokenKind.OTHER_APPLICATION ? fitness.reachesAll(kind) : Optional.empty());
    }

    private Optional<TokenClaims> claims(TokenKind kind) {
        return target.token(kind).flatMap(TokenClaims::read);
    }
}
