package dev.tick.conformance;

import dev.tick.conformance.conduct.Conduct;
import dev.tick.conformance.conduct.Terms;
import dev.tick.conformance.rehearsal.Rehearsal;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.run.Runner;
import dev.tick.conformance.settings.Settings;
import dev.tick.conformance.subject.Embedded;
import dev.tick.conformance.subject.Remote;
import dev.tick.conformance.subject.Target;
import dev.tick.conformance.subject.TokenClaims;
import dev.tick.conformance.subject.TokenFitness;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.http.Request;
import dev.tick.stub.StubServer;
import dev.tick.stub.access.Application;
import dev.tick.stub.authority.TokenVariant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Plays a run against a stub that has the capabilities and tokens of the target, which receives nothing. */
final class Rehearser {
    /** All of a run is shown, also what its budget would cut off, and nobody waits. */
    private static final Conduct UNHINDERED = Conduct.ofOwn();

    private final Contract contract;
    private final Clock clock;

    Rehearser(Contract contract, Clock clock) {
        this.contract = contract;
        this.clock = clock;
    }

    /**
     * Plays a run.
     *
     * @param checks the runner that the settings ask for
     * @param stub that plays the target
     */
    Rehearsal play(Settings settings, Runner checks, StubServer stub) {
        Embedded whole = Verifier.embedded(stub, contract);
        List<String> notes = new ArrayList<>();
        Target target = settings.remote()
                .map(remote -> like(settings, remote, stub, whole, notes))
                .orElse(whole);
        List<Request> sent = Collections.synchronizedList(new ArrayList<>());
        Runner witnessed = checks.witnessedBy(sent::add);
        RunResult played = settings.terms().ledgers().isEmpty()
                ? witnessed.run(target)
                : withLedger(ledgers ->
                        witnessed.under(Terms.of(UNHINDERED, ledgers)).run(target));
        return Rehearsal.of(settings, contract, played, sent, notes);
    }

    /** Plays as on somebody else's target, with a ledger that nobody else sees, so that the run cleans up. */
    private static RunResult withLedger(Function<Path, RunResult> run) {
        try {
            Path folder = Files.createTempDirectory("tick-plan-");
            try {
                return run.apply(folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private Target like(Settings settings, Remote remote, StubServer stub, Embedded whole, List<String> notes) {
        Set<TokenKind> kinds = EnumSet.copyOf(settings.kinds());
        TokenFitness fitness = new TokenFitness(remote, contract.tokens(), clock.instant());
        for (TokenKind kind : remote.tokens().keySet()) {
            fitness.flaw(kind).ifPresent(flaw -> {
                notes.add(kind.variable() + " " + flaw
                        + (kind == TokenKind.SOUND ? "; the run would stop" : "; so it is not used"));
                kinds.remove(kind);
            });
        }
        kinds.add(TokenKind.SOUND);
        Map<TokenKind, String> tokens = new EnumMap<>(TokenKind.class);
        whole.tokens().forEach((kind, token) -> {
            if (kinds.contains(kind)) {
                tokens.put(kind, reachingAll(remote, kind, stub).orElse(token));
            }
        });
        if (!remote.tokens().keySet().containsAll(kinds)) {
            notes.add(
                    "No token was fetched: each is taken for what the file says of it, without a role that reaches all");
        }
        return whole.with(remote.capabilities(), tokens);
    }

    /** Returns a token that reaches all, where the target's own token of an application does. */
    private Optional<String> reachingAll(Remote remote, TokenKind kind, StubServer stub) {
        return switch (kind) {
            case SOUND, OTHER_APPLICATION ->
                remote.token(kind)
                        .flatMap(TokenClaims::read)
                        .map(TokenClaims::roles)
                        .filter(roles ->
                                roles.stream().anyMatch(contract.tokens().tenantWideRoles()::contains))
                        .map(roles -> ofApplication(roles, stub));
            case EXPIRED, WITHOUT_ROLE, DELEGATED, DELEGATED_WITHOUT_SCOPE, TENANT_WIDE, OTHER_AUDIENCE ->
                Optional.empty();
        };
    }

    private static String ofApplication(List<String> roles, StubServer stub) {
        Application wide =
                new Application(UUID.randomUUID().toString(), UUID.randomUUID().toString(), roles);
        stub.applications().add(wide);
        return stub.token(wide, TokenVariant.SOUND);
    }
}
