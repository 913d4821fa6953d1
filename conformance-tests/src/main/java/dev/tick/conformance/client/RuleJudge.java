package dev.tick.conformance.client;

import dev.tick.spec.client.ClientRule;
import dev.tick.spec.contract.Contract;
import java.util.List;

/** Decides a rule of a scenario by what a client did. */
final class RuleJudge {
    private final Contract contract;
    private final Performance played;

    RuleJudge(Contract contract, Performance played) {
        this.contract = contract;
        this.played = played;
    }

    /** Returns the decision: what is seen to be wrong is wrong, whatever else happened; nothing is right of which too little was seen. */
    Decision decide(ClientRule rule) {
        Decision seen = seen(rule);
        boolean isWaiting =
                rule instanceof ClientRule.Waits && seen.kind() == Decision.Kind.HONOURED && played.isWaiting();
        if (seen.kind() == Decision.Kind.BROKEN || isWaiting) {
            return seen;
        }
        return played.hindrance(asked(rule)).orElse(seen);
    }

    private List<Piece> asked(ClientRule rule) {
        return played.gotNoToken() && knowsOfNoWork(rule) ? List.of() : played.pieces(rule.about());
    }

    /** Returns whether a rule is decided where a client without a token left its work alone. */
    private static boolean knowsOfNoWork(ClientRule rule) {
        return rule instanceof ClientRule.TokenUnrepeated
                || rule instanceof ClientRule.TokenWaits
                || rule instanceof ClientRule.Reported;
    }

    private Decision seen(ClientRule rule) {
        if (rule instanceof ClientRule.Histories histories) {
            return Repetitions.histories(played, asked(rule), histories.allowed());
        }
        if (rule instanceof ClientRule.Unrepeated unrepeated) {
            return Repetitions.unrepeated(played, asked(rule), unrepeated.status());
        }
        if (rule instanceof ClientRule.Waits waits) {
            return Waits.of(played, waits.status());
        }
        if (rule instanceof ClientRule.TokenCalls calls) {
            return TokenUse.calls(played, calls.most());
        }
        if (rule instanceof ClientRule.TokenUnrepeated unrepeated) {
            return TokenRefusals.unrepeated(played, unrepeated.status());
        }
        if (rule instanceof ClientRule.TokenWaits waits) {
            return TokenRefusals.waits(played, waits.status());
        }
        if (rule instanceof ClientRule.Renews) {
            return TokenUse.renewals(played);
        }
        if (rule instanceof ClientRule.TokenFreeUrls) {
            return TokenUse.urls(played);
        }
        if (rule instanceof ClientRule.TokenStays) {
            return TokenUse.elsewhere(played);
        }
        if (rule instanceof ClientRule.ResultsReported) {
            return Reports.ofResults(contract, played);
        }
        if (rule instanceof ClientRule.Understood) {
            return Understanding.of(played);
        }
        return rule instanceof ClientRule.NextPages ? Pages.of(played) : Reports.of(played);
    }
}
