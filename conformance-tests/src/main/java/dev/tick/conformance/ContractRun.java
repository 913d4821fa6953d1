package dev.tick.conformance;

import dev.tick.conformance.settings.Settings;
import java.util.Optional;

/**
 * A run against one contract.
 *
 * @param settings of the run, which name the contract
 * @param hindrance why the run makes no sense, as far as it is known before; empty where nothing speaks against it
 * @param questions how many requests were sent before, to learn which contract the target serves
 */
public record ContractRun(Settings settings, Optional<String> hindrance, int questions) {
    static ContractRun of(Settings settings) {
        return new ContractRun(settings, Optional.empty(), 0);
    }
}
