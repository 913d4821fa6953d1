package dev.tick.conformance.client;

import dev.tick.spec.client.ClientRule;
import dev.tick.spec.contract.Contract;
import java.util.Optional;

/** Tells how traffic decides the rules of scenarios. */
final class TrafficRules {
    static final String SCENARIO_ALONE = "only a scenario decides this: tick judge --target-command";

    private TrafficRules() {}

    /** A rule that needs to know what the client was asked to do. */
    private static final class OfScenarioAlone implements TrafficRule {
        @Override
        public Optional<Decision> accept(ClientCall call) {
            return Optional.empty();
        }

        @Override
        public void forget() {
            // It compares nothing.
        }

        @Override
        public Decision decision() {
            return Decision.of(Decision.Kind.NOT_TESTABLE, SCENARIO_ALONE);
        }
    }

    /** Returns how traffic decides a rule. */
    static TrafficRule of(ClientRule rule, Contract contract) {
        if (rule instanceof ClientRule.Waits waits) {
            return TrafficRepetitions.waits(waits.status());
        }
        if (rule instanceof ClientRule.Unrepeated unrepeated) {
            return TrafficRepetitions.unrepeated(unrepeated.status());
        }
        if (rule instanceof ClientRule.NextPages) {
            return new TrafficPages(contract);
        }
        return rule instanceof ClientRule.TokenFreeUrls ? new TrafficUrls() : new OfScenarioAlone();
    }

    /** Returns what two rules have in common that traffic decides alike: their kind and their status, whatever work they are about. */
    static String kind(ClientRule rule) {
        String name = rule.getClass().getSimpleName();
        if (rule instanceof ClientRule.Waits waits) {
            return name + waits.status();
        }
        return rule instanceof ClientRule.Unrepeated unrepeated ? name + unrepeated.status() : name;
    }
}
