package dev.tick.conformance.model;

import dev.tick.spec.check.BatchCheck;
import dev.tick.spec.check.ChangeCheck;
import dev.tick.spec.check.Check;
import dev.tick.spec.check.ListCheck;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.contract.ResubmitRule;
import dev.tick.spec.contract.ServerValue;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.register.Register;
import dev.tick.spec.validation.Validator;
import dev.tick.spec.validation.Violation;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The rules of a service, as its contract and register tell them. */
public final class ServiceRules {
    /** The server values that stay as they are, whoever updates. */
    private static final Set<ServerValue> LASTING =
            EnumSet.of(ServerValue.NUMBER, ServerValue.TIME, ServerValue.CALLER, ServerValue.CALLER_KIND);

    private final Contract contract;
    private final Register register;
    private final Validator validator;
    private final Resource resource;

    /** Reads the rules of a contract that has a resource. */
    public ServiceRules(Contract contract, Register register, Validator validator) {
        this.contract = contract;
        this.register = register;
        this.validator = validator;
        resource = contract.resource().orElseThrow();
    }

    Contract contract() {
        return contract;
    }

    Resource resource() {
        return resource;
    }

    Operation operation(Effect effect) {
        return contract.operation(effect).orElseThrow();
    }

    /** Returns the violations of the contract in a response. */
    List<Violation> violations(Effect effect, Exchange exchange) {
        return exchange.response()
                .map(response -> validator.response(operation(effect), response))
                .orElse(List.of());
    }

    /** Returns what people call an entity: the name of its schema. */
    public String noun() {
        String schema = operation(Effect.CREATE).success().schema().orElse("/entity");
        return schema.substring(schema.lastIndexOf('/') + 1)
                .replaceAll("([a-z])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT);
    }

    /** Returns whether numbers stand for entities in paths, which the target alone knows. */
    public boolean isNumbered() {
        return !resource.address().equals(resource.identity());
    }

    /** Returns the properties whose values the server sets for good. */
    List<String> lasting() {
        return resource.serverValues().entrySet().stream()
                .filter(property -> LASTING.contains(property.getValue()))
                .map(property -> property.getKey())
                .toList();
    }

    /** Returns whether a resubmit leaves a property as it is. */
    boolean isKept(String property) {
        return resource.resubmitRules().get(property) == ResubmitRule.KEPT
                || lasting().contains(property);
    }

    /** Returns whether another value of a property decides what a resubmit is about, or whether it is taken at all. */
    public boolean decidesResubmits(String property) {
        ResubmitRule rule = resource.resubmitRules().get(property);
        return rule == ResubmitRule.ANOTHER || rule == ResubmitRule.CONFLICT;
    }

    /** Returns whether the pages of this edition say that a resubmit updates. */
    public boolean resubmitUpdates() {
        return has(ChangeCheck.ResubmitUpdates.class::isInstance);
    }

    /** Returns whether a page says that an import updates what is there. */
    boolean importUpdates() {
        return has(BatchCheck.ItemsImportedAgain.class::isInstance);
    }

    /** Returns whether the pages say that a list can be filtered by a property. */
    public boolean isFiltered(String property) {
        return has(check -> check instanceof ListCheck.Filtered filtered
                && filtered.property().equals(property));
    }

    /** Returns whether the pages say that a list can be cut and continued. */
    public boolean isCut() {
        return has(ListCheck.Limited.class::isInstance) && has(ListCheck.Skipped.class::isInstance);
    }

    private boolean has(Predicate<Check> kind) {
        return register.checked().stream()
                .map(row -> row.check())
                .flatMap(Optional::stream)
                .anyMatch(kind);
    }
}
