package dev.tick.stub.fault;

import dev.tick.spec.check.Alteration;
import dev.tick.spec.check.AlternateToken;
import dev.tick.spec.check.BrokenConstraint;
import dev.tick.spec.check.Expectation;
import dev.tick.spec.check.Observation;
import dev.tick.spec.check.RequestChange;
import dev.tick.spec.check.RequestDefect;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import java.util.Optional;

/** Derives what a server could do wrong about a request that differs from a sound one. */
final class RequestFaults implements Expectation.Expectations<FaultBuilder> {
    /** No row of either register allows it. */
    private static final int UNHEARD_OF = 422;

    private final Contract contract;
    private final FaultBuilder faults;
    private final RequestChange change;

    RequestFaults(Contract contract, FaultBuilder faults, RequestChange change) {
        this.contract = contract;
        this.faults = faults;
        this.change = change;
    }

    @Override
    public FaultBuilder refused(Expectation.Refused expectation) {
        Trigger trigger = FaultBuilder.carrying(change);
        if (!expectation.statuses().isEmpty()) {
            faults.add("status", "it is refused with 422", trigger, new FaultAction.Status(UNHEARD_OF));
            return FaultDerivation.unwrapped(faults, expectation.error(), trigger);
        }
        faults.add("accepted", "it is accepted", trigger, new FaultAction.Accept());
        if (change instanceof BrokenConstraint && faults.operation().effect().equals(Optional.of(Effect.CHANGE))) {
            faults.add(
                    "kept-in-part",
                    "it is refused, and its texts take effect all the same",
                    trigger,
                    new FaultAction.RefuseButApply(SubmittedKind.texts(contract)));
        }
        return leavesTraces(faults.operation()) && !isAnonymous()
                ? faults.add(
                        "kept",
                        "it is refused and takes effect all the same",
                        trigger,
                        new FaultAction.RefuseButApply())
                : faults;
    }

    private boolean leavesTraces(Operation operation) {
        return contract.operation(Effect.LIST).isPresent()
                && switch (operation.effect().orElseThrow()) {
                    case CREATE, CREATE_MANY, CHANGE, REMOVE, REMOVE_MANY -> true;
                    case LIST, READ -> false;
                };
    }

    /** Returns whether the effect could not be looked up: the request carries no identity. */
    private boolean isAnonymous() {
        String pointer = faults.row().schema().orElse("");
        String identity = contract.resource().orElseThrow().identity();
        boolean ofMany = switch (faults.operation().effect().orElseThrow()) {
            case CREATE_MANY, REMOVE_MANY -> true;
            case CREATE, LIST, READ, CHANGE, REMOVE -> false;
        };
        return (change instanceof RequestDefect defect && defect.isOfBody())
                || contract.at(pointer).asString("").equals(identity)
                || (faults.property().equals(identity) && !(change instanceof Alteration))
                || (ofMany && change instanceof BrokenConstraint && !pointer.endsWith("/maxItems"));
    }

    @Override
    public FaultBuilder accepted(Expectation.Accepted expectation) {
        boolean tenantWide = change instanceof Alteration alteration
                && alteration.token().filter(AlternateToken.TENANT_WIDE::equals).isPresent();
        Trigger trigger = tenantWide ? new Trigger.TenantWide() : FaultBuilder.carrying(change);
        return faults.add("refuses", "refuses it", trigger, new FaultAction.Status(UNHEARD_OF));
    }

    @Override
    public FaultBuilder noted(Expectation.Noted expectation) {
        Trigger trigger = FaultBuilder.carrying(change);
        Observation observed = expectation.observation().orElseGet(Observation.EntryCount::new);
        if (observed instanceof Observation.BodyValue value) {
            FaultAction other = new FaultAction.Value(value.pointer(), Mutation.OTHER);
            return faults.add("other", "answers another " + value.pointer(), trigger, other);
        }
        return observed instanceof Observation.HeaderValue header
                ? faults.add(
                        "other",
                        "sends another " + header.name(),
                        trigger,
                        new FaultAction.Header(header.name(), "other"))
                : faults.add("fails", "answers 500", trigger, new FaultAction.Status(500));
    }

    @Override
    public FaultBuilder withoutEffect(Expectation.WithoutEffect expectation) {
        Trigger trigger = FaultBuilder.carrying(change);
        boolean listed = contract.operation(Effect.LIST)
                .filter(list -> list.path().equals(faults.operation().path()))
                .isPresent();
        FaultBuilder served = listed ? faults.on(contract.operation(Effect.LIST).orElseThrow()) : faults;
        served.add("says-created", "answers 201", trigger, new FaultAction.Status(201));
        return listed
                ? served.add("creates", "creates what it carries", trigger, new FaultAction.SubmitAlso())
                : served;
    }

    @Override
    public FaultBuilder notFound(Expectation.NotFound expectation) {
        return faults.add(
                "fails",
                "answers 500",
                new Trigger.OtherRoute(RequestContext.Route.UNKNOWN_PATH),
                new FaultAction.Status(500));
    }

    @Override
    public FaultBuilder methodNotAllowed(Expectation.MethodNotAllowed expectation) {
        Trigger trigger = new Trigger.OtherRoute(RequestContext.Route.OTHER_METHOD);
        return faults.add("silent", "does not say what it takes", trigger, new FaultAction.NoHeader("Allow"))
                .add(
                        "names-everything",
                        "says that it takes every method",
                        trigger,
                        new FaultAction.Header("Allow", "DELETE, GET, PATCH, POST, PUT"))
                .add("takes", "answers 200", trigger, new FaultAction.Status(200));
    }
}
