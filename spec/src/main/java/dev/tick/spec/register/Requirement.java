package dev.tick.spec.register;

import dev.tick.spec.check.Check;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One row of the register.
 *
 * @param id opaque and stable, such as {@code SUB-004}
 * @param level how much it binds
 * @param basis what it rests on
 * @param subject who can honour or break it
 * @param statement one sentence of ours
 * @param source where it was read
 * @param schema where it stands in the contract: a JSON pointer that may lead through references
 * @param check how it is exercised; empty for a row that is excluded and for a client's
 * @param excluded why it cannot be observed
 * @param edition the later edition that says it, if it is not said of this one
 * @param recorded the recording of the service that contradicts it; a server that behaves so is not accused
 * @param misprints where pages say otherwise, by a slip or by their age
 */
public record Requirement(
        String id,
        Level level,
        Basis basis,
        Subject subject,
        String statement,
        Source source,
        Optional<String> schema,
        Optional<Check> check,
        Optional<String> excluded,
        Optional<String> edition,
        Optional<Recording> recorded,
        List<KnownMisprint> misprints) {
    /** Copies the misprints. */
    public Requirement {
        misprints = List.copyOf(misprints);
    }

    /**
     * Returns whether a target with these capabilities has every operation of the contract that the check needs.
     *
     * @throws IllegalArgumentException when the contract lacks the check's own operation
     */
    public boolean appliesTo(Contract contract, Set<Effect> capabilities) {
        return check.stream()
                .flatMap(one -> Stream.concat(
                        contract.operation(one.operation()).effect().stream(),
                        one.needs(contract).stream()
                                .filter(effect -> contract.operation(effect).isPresent())))
                .allMatch(capabilities::contains);
    }

    /** Returns whether this row holds what lies at a pointer. */
    public boolean holds(String pointer) {
        return schema.filter(own -> pointer.equals(own) || pointer.startsWith(own + "/"))
                .isPresent();
    }
}
