package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Case;
import dev.tick.spec.register.Check;
import dev.tick.spec.register.Requirement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Every kind of check, by its name in the register. */
public final class Checks {
    private static final Map<String, CheckKind> KINDS = Map.ofEntries(
            Map.entry("success", SoundChecks::success),
            Map.entry("answer", SoundChecks::answer),
            Map.entry("present", SoundChecks::present),
            Map.entry("echo", SoundChecks::echo),
            Map.entry("filled-with", FilledChecks::filledWith),
            Map.entry("filled-apart", FilledChecks::filledApart),
            Map.entry("filled-alone", FilledChecks::filledAlone),
            Map.entry("filled-for-good", FilledChecks::filledForGood),
            Map.entry("location", VariantChecks::location),
            Map.entry("framed", SoundChecks::framed),
            Map.entry("accepted", VariantChecks::accepted),
            Map.entry("plus", VariantChecks::plus),
            Map.entry("steady", VariantChecks::steady),
            Map.entry("unknown-path", RoutingChecks::unknownPath),
            Map.entry("refused", RefusalChecks::refused),
            Map.entry("method-not-allowed", RoutingChecks::methodNotAllowed),
            Map.entry("absent", StateChecks::absent),
            Map.entry("listed", ListChecks::listed),
            Map.entry("listed-as-submitted", ListChecks::listedAsSubmitted),
            Map.entry("listed-as-changed", ListChecks::listedAsChanged),
            Map.entry("listed-once", ListChecks::listedOnce),
            Map.entry("hidden", ListChecks::hidden),
            Map.entry("changes", StateChecks::changes),
            Map.entry("keeps", StateChecks::keeps),
            Map.entry("immutable", StateChecks::immutable),
            Map.entry("shown-to-all", ListChecks::shownToAll),
            Map.entry("updates", UpdateChecks::updates),
            Map.entry("update-keeps", UpdateChecks::keeps),
            Map.entry("removed", RemovalChecks::removed),
            Map.entry("guarded", RemovalChecks::guarded),
            Map.entry("imported", BatchChecks::imported),
            Map.entry("imported-again", BatchChecks::importedAgain),
            Map.entry("item-refused", BatchChecks::itemRefused),
            Map.entry("probe-item", BatchChecks::probeItem),
            Map.entry("filtered", QueryChecks::filtered),
            Map.entry("limited", QueryChecks::limited),
            Map.entry("skipped", QueryChecks::skipped),
            Map.entry("probe", ProbeCheck::probe));

    private Checks() {}

    /**
     * The cases of a row.
     *
     * @throws IllegalArgumentException when the row's check cannot be made, naming the row and the remedy
     */
    public static List<Case> cases(Requirement row, Conversation conversation) {
        Check check = row.check().orElseThrow();
        CheckKind kind = Optional.ofNullable(KINDS.get(check.kind()))
                .orElseThrow(() -> new IllegalArgumentException(row.id() + ": unknown kind of check '" + check.kind()
                        + "'; expected one of " + new TreeSet<>(KINDS.keySet())));
        List<Case> cases = kind.cases(row, check, conversation);
        if (cases.isEmpty()) {
            throw new IllegalArgumentException(row.id() + ": no case follows from its check " + check.data());
        }
        return cases;
    }

    /** Whether a row asks for something that the target does not have. */
    public static boolean applies(Requirement row, Conversation conversation) {
        return row.check()
                .flatMap(check -> check.text("operation"))
                .map(operation -> Conversation.effect(conversation.contract().operation(operation)))
                .filter(effect -> !conversation.has(effect))
                .isEmpty();
    }
}
