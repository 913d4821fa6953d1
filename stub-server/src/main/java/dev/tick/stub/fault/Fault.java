package dev.tick.stub.fault;

/**
 * One thing that a server does wrong.
 *
 * @param name unique, such as {@code SUB-007-title-trimmed}: the row, then what is wrong
 * @param requirement the id of the row that it breaks
 * @param manner what is wrong, for people, such as {@code title comes back without the white space around it}
 * @param operation the operationId that it concerns
 * @param when which requests meet it
 * @param act what becomes of them
 */
public record Fault(String name, String requirement, String manner, String operation, Trigger when, Act act) {
    /** Whether a request meets this fault. */
    public boolean meets(Situation situation) {
        return operation.equals(situation.operation().id())
                && when.places().contains(situation.place())
                && when.matches(situation);
    }
}
