package dev.tick.conformance.exploration;

import dev.tick.conformance.model.Claim;
import dev.tick.spec.check.AlternateToken;
import dev.tick.spec.check.ChangeCheck;
import dev.tick.spec.check.Check;
import dev.tick.spec.check.Expectation;
import dev.tick.spec.check.ListCheck;
import dev.tick.spec.check.RequestCheck;
import dev.tick.spec.check.ServerValueCheck;
import dev.tick.spec.check.SuccessCheck;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.ServerValue;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the row of a register that says what a claim of the model states: by the kind of its check, its operation and pointer. */
final class RowFinder {
    /** The kinds that the exploration does not look for; other rows of these kinds are judged by requests of their own. */
    private static final Set<Claim.Kind> ONCE_PER_PROPERTY = EnumSet.of(Claim.Kind.ECHO);

    /** The values of the server that the model holds against others. */
    private static final Set<ServerValue> SEEN =
            EnumSet.of(ServerValue.NUMBER, ServerValue.CALLER, ServerValue.UPDATE_TIME);

    private final Contract contract;
    private final List<Requirement> rows;
    private final Map<Claim, Optional<Requirement>> known = new HashMap<>();

    RowFinder(Contract contract, Register register) {
        this.contract = contract;
        rows = register.checked();
    }

    /** Returns the row that the first of these claims with a row leads to. */
    Optional<Requirement> row(List<Claim> claims) {
        return claims.stream().flatMap(claim -> row(claim).stream()).findFirst();
    }

    private Optional<Requirement> row(Claim claim) {
        return known.computeIfAbsent(claim, this::find);
    }

    private Optional<Requirement> find(Claim claim) {
        return rows.stream()
                .filter(row -> states(row, claim))
                .max(Comparator.comparingInt((Requirement row) -> plainness(row, claim))
                        .thenComparing(Requirement::level, Comparator.reverseOrder())
                        .thenComparing(row -> -rows.indexOf(row)));
    }

    /** Returns how near a row is to a claim: of answers the longest pointer, of others the one without an alteration. */
    private static int plainness(Requirement row, Claim claim) {
        if (claim.kind() == Claim.Kind.ANSWER) {
            return row.schema().map(String::length).orElse(0);
        }
        Check check = row.check().orElseThrow();
        boolean altered = check instanceof SuccessCheck.PropertyEchoed echo
                && !echo.alteration().isNone();
        return altered ? 0 : 1;
    }

    /** Returns the kind of claim that a row states; empty where the exploration says nothing of it. */
    Optional<Claim.Kind> kind(Requirement row) {
        Optional<Claim.Kind> kind = row.check().flatMap(RowFinder::kind);
        boolean unseen = row.check()
                .filter(ServerValueCheck.ServerValueSet.class::isInstance)
                .map(check -> ((ServerValueCheck.ServerValueSet) check).property())
                .map(property ->
                        contract.resource().orElseThrow().serverValues().get(property))
                .filter(value -> !SEEN.contains(value))
                .isPresent();
        boolean withoutQueries =
                kind.equals(Optional.of(Claim.Kind.NO_SERVER_ERROR_TO_QUERY)) && effect(row) != Effect.LIST;
        if (unseen || withoutQueries) {
            return Optional.empty();
        }
        boolean second = kind.filter(ONCE_PER_PROPERTY::contains).isPresent()
                && row(Claim.of(kind.get(), effect(row), subject(row)))
                        .filter(row::equals)
                        .isEmpty();
        return second ? Optional.empty() : kind;
    }

    private Effect effect(Requirement row) {
        return contract.operation(row.check().orElseThrow().operation())
                .effect()
                .orElseThrow();
    }

    private static String subject(Requirement row) {
        return row.check().flatMap(RowFinder::property).orElse("");
    }

    private boolean states(Requirement row, Claim claim) {
        Check check = row.check().orElseThrow();
        return kind(check).equals(Optional.of(claim.kind()))
                && contract.operation(check.operation()).effect().equals(Optional.of(claim.effect()))
                && subjectFits(row, check, claim);
    }

    private static boolean subjectFits(Requirement row, Check check, Claim claim) {
        if (claim.kind() == Claim.Kind.ANSWER) {
            return claim.subject().filter(row::holds).isPresent();
        }
        if (check instanceof ListCheck.NotListedForOthers others) {
            return claim.subject().isPresent() != others.alteration().isNone();
        }
        return property(check).isEmpty() || property(check).equals(claim.subject());
    }

    /** Returns the property that a check is about. */
    private static Optional<String> property(Check check) {
        if (check instanceof SuccessCheck.PropertyEchoed echo) {
            return Optional.of(echo.property());
        }
        if (check instanceof ServerValueCheck.ServerValueSet set) {
            return Optional.of(set.property());
        }
        if (check instanceof ServerValueCheck.ServerValuePerCaller caller) {
            return Optional.of(caller.property());
        }
        if (check instanceof ServerValueCheck.ServerValueStable stable) {
            return Optional.of(stable.property());
        }
        if (check instanceof ChangeCheck.ResubmitUpdates updates) {
            return Optional.of(updates.property());
        }
        if (check instanceof ChangeCheck.ResubmitKeeps keeps) {
            return Optional.of(keeps.property());
        }
        if (check instanceof ChangeCheck.PropertyChanges changes) {
            return Optional.of(changes.property());
        }
        return check instanceof ListCheck.Filtered filtered ? Optional.of(filtered.property()) : Optional.empty();
    }

    private static Optional<Claim.Kind> kind(Check check) {
        return check.accept(new ClaimKinds());
    }

    /** Returns whether a check asks whether a caller is served. */
    static Optional<Claim.Kind> served(RequestCheck check) {
        boolean accepted = check.expectation() instanceof Expectation.Accepted;
        if (accepted && check.alteration().token().equals(Optional.of(AlternateToken.TENANT_WIDE))) {
            return Optional.of(Claim.Kind.TENANT_WIDE_SERVED);
        }
        return accepted && check.alteration().token().equals(Optional.of(AlternateToken.DELEGATED))
                ? Optional.of(Claim.Kind.USER_SERVED)
                : Optional.empty();
    }
}
