package dev.tick.reference.todaythird;

import java.util.List;

/** Which action fits which type, and what an action asks for. */
final class Rules {
    private static final List<String> NETWORK = List.of("IpAddress", "DomainName", "Url");
    private final TodayThirdFault fault;
    private final Values values;

    Rules(TodayThirdFault fault) {
        this.fault = fault;
        this.values = new Values(fault);
    }

    /** Refuses a submission that is read well and yet cannot be; {@code existing} is what it would update, or null. */
    void check(Submission submission, Indicator existing) {
        values.check(submission.type(), submission.value());
        String action = submission.action();
        if (NETWORK.contains(submission.type()) && action.equals("BlockAndRemediate")) {
            throw unfit(submission);
        }
        if (submission.type().equals("CertificateThumbprint")
                && List.of("Warn", "Block", "Audit").contains(action)) {
            throw unfit(submission);
        }
        if (action.equals("Audit")) {
            audit(submission, existing);
        }
    }

    private void audit(Submission submission, Indicator existing) {
        Boolean alert = submission.generateAlert();
        if (alert == null && existing != null && !submission.has("generateAlert")) {
            alert = existing.generateAlert;
        }
        boolean wanting = fault == TodayThirdFault.AUDIT_WITHOUT_ALERT
                ? Boolean.FALSE.equals(alert)
                : !Boolean.TRUE.equals(alert);
        if (wanting) {
            throw Problem.input("GenerateAlert must be true for action Audit.");
        }
    }

    private static Problem unfit(Submission submission) {
        return Problem.input("Action " + submission.action() + " is not supported for type " + submission.type() + ".");
    }
}
