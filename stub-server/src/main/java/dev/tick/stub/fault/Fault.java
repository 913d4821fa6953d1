package dev.tick.stub.fault;

/**
 * One thing that a server does wrong.
 *
 * @param name unique, such as {@code SUB-007-title-trimmed}: the row, then what is wrong
 * @param requirement the id of the row that it breaks
 * @param description what is wrong, for people, such as {@code title comes back without the white space around it}
 * @param operation the operationId that it concerns
 * @param trigger which requests meet it
 * @param action what the server does with them
 */
public record Fault(
        String name, String requirement, String description, String operation, Trigger trigger, FaultAction action) {
    /** Returns whether the service itself is recorded to do so, against its page: then it is told and accuses nobody. */
    public boolean isRecorded() {
        return action instanceof FaultAction.AsRecorded;
    }

    /** Returns whether a request triggers this fault. */
    public boolean meets(RequestContext context) {
        return operation.equals(context.operation().id())
                && trigger.routes().contains(context.route())
                && trigger.matches(context);
    }
}
