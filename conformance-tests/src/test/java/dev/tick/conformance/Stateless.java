package dev.tick.conformance;

import dev.tick.spec.check.ChangeCheck;
import dev.tick.spec.check.Check;
import dev.tick.spec.check.RequestCheck;
import dev.tick.spec.check.RequestDefect;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.register.Level;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which requirements a server can honour that keeps nothing and reads no token, and what the others need. */
final class Stateless {
    /** What such a server lacks. */
    enum Need {
        /** It would have to remember what it was sent. */
        STATE,
        /** It would have to look into a token: whose it is, and whether it is sound. */
        TOKEN,
        /** Nothing; but a result would only be noted, so that it cannot pass. */
        JUDGEMENT
    }

    private static final Set<String> OUTSIDE_A_TOKEN =
            Set.of("no-token", "empty-token", "token-without-scheme", "token-under-other-scheme");

    private Stateless() {}

    /** The ids of the requirements that need nothing, by the operation that they are about. */
    static Map<Effect, Set<String>> ids(Contract contract, Register register) {
        Map<Effect, Set<String>> ids = new EnumMap<>(Effect.class);
        for (Requirement row : register.checked()) {
            if (need(contract, row).isEmpty()) {
                ids.computeIfAbsent(effect(contract, row.check().orElseThrow()), effect -> new TreeSet<>())
                        .add(row.id());
            }
        }
        return ids;
    }

    /** The ids of the requirements that need something, by what it is. */
    static Map<Need, Set<String>> others(Contract contract, Register register) {
        Map<Need, Set<String>> ids = new EnumMap<>(Need.class);
        for (Requirement row : register.checked()) {
            need(contract, row)
                    .ifPresent(need ->
                            ids.computeIfAbsent(need, any -> new TreeSet<>()).add(row.id()));
        }
        return ids;
    }

    private static Optional<Need> need(Contract contract, Requirement row) {
        Check check = row.check().orElseThrow();
        if (row.level() == Level.MAY || row.edition().isPresent()) {
            return Optional.of(Need.JUDGEMENT);
        }
        return switch (check.title()) {
            case "success",
                    "answer",
                    "present",
                    "declared-once",
                    "request accepted",
                    "unworn",
                    "location",
                    "server-value-not-from-client",
                    "request not-found",
                    "request method-not-allowed",
                    "no-server-error",
                    "known-success",
                    "conforming-success",
                    "challenged",
                    "tracking-id",
                    "values-taken",
                    "json-forms",
                    "changed-by-alias",
                    "nothing-taken-over",
                    "lists-once" -> Optional.empty();
            // Held to no removal, such a server has removed nothing; the others only tell.
            case "lists-present", "beginning-told", "path-case-told" -> Optional.of(Need.JUDGEMENT);
            // What was submitted comes back in the answer to the submit; in any other it was kept, but for what the
            // path says.
            case "echo" ->
                effect(contract, check) == Effect.CREATE
                                || isIdentity(contract, row.schema().orElse(""))
                        ? Optional.empty()
                        : Optional.of(Need.STATE);
            case "immutable" ->
                isIdentity(contract, "/" + ((ChangeCheck.PropertyImmutable) check).property())
                        ? Optional.empty()
                        : Optional.of(Need.STATE);
            case "server-value" -> isFilledWithTheCaller(contract, row) ? Optional.of(Need.TOKEN) : Optional.empty();
            case "request refused" ->
                ((RequestCheck) check).change() instanceof RequestDefect defect && isInsideAToken(defect.word())
                        ? Optional.of(Need.TOKEN)
                        : Optional.empty();
            case "server-value-per-caller",
                    "not-listed-for-others",
                    "not-updated-by-others",
                    "not-removed-by-others",
                    "lists-own",
                    "reaches-others" -> Optional.of(Need.TOKEN);
            case "absent",
                    "changes",
                    "server-value-stable",
                    "change-keeps-others",
                    "listed",
                    "listed-as-changed",
                    "listed-as-submitted",
                    "listed-once",
                    "listed-as-answered",
                    "queried",
                    "removed",
                    "after-removal",
                    "resubmit-answered",
                    "shown-as-resubmitted",
                    "changed-repeatedly",
                    "update-refused",
                    "end-moved",
                    "removed-after-end",
                    "changed-together",
                    "request without-effect" -> Optional.of(Need.STATE);
            default ->
                throw new IllegalStateException(
                        row.id() + ": say here what the kind of check '" + check.title() + "' needs of a server");
        };
    }

    /** Returns whether there is one at all can be seen from without. */
    private static boolean isInsideAToken(String defect) {
        return defect.contains("token") && !OUTSIDE_A_TOKEN.contains(defect);
    }

    private static boolean isIdentity(Contract contract, String property) {
        return property.endsWith("/" + contract.resource().orElseThrow().identity());
    }

    private static boolean isFilledWithTheCaller(Contract contract, Requirement row) {
        return row.schema()
                .filter(schema -> contract.at(schema + "/x-tick-server-value")
                        .asString("")
                        .equals("caller"))
                .isPresent();
    }

    private static Effect effect(Contract contract, Check check) {
        return contract.operation(check.operation()).effect().orElseThrow();
    }
}
