package dev.tick.stub.scenario;

import dev.tick.spec.http.Response;
import dev.tick.stub.fault.FaultAction;
import dev.tick.stub.fault.RequestContext;
import dev.tick.stub.http.Transmission;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One step of a scenario.
 *
 * @param action what the service does with each request
 * @param times how many requests it lasts for, at least 1; empty for all that come
 * @param place the only place it concerns: an operationId or {@link #TOKEN}; empty for every operation
 * @param text the step as it was written
 */
public record Step(StepAction action, Optional<Integer> times, Optional<String> place, String text) {
    /** The place of the token endpoint. */
    public static final String TOKEN = "token";

    /** Nothing is wrong. */
    public static final Step FINE = new Step(new StepAction.Fine(), Optional.empty(), Optional.empty(), "fine");

    /** Returns the action on a request that is served otherwise than soundly; empty unless the step asks for that, and the request meets it. */
    public Optional<FaultAction> faultAction(Supplier<RequestContext> request) {
        if (action instanceof StepAction.ItemFailed) {
            return Optional.of(new FaultAction.FailLast());
        }
        return action instanceof StepAction.Broken broken && broken.fault().meets(request.get())
                ? Optional.of(broken.fault().action())
                : Optional.empty();
    }

    /** Returns a response on its way, delivered as the step demands. */
    public Transmission delivered(Response response) {
        return action instanceof StepAction.Delivered delivered
                ? new Transmission(response, delivered.how())
                : new Transmission(response);
    }

    /** Returns whether it concerns a request to this place; a step without a place does not concern the token endpoint. */
    boolean concerns(String asked) {
        return place.map(asked::equals).orElse(!asked.equals(TOKEN));
    }
}
