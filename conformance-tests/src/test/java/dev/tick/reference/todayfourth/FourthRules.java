package dev.tick.reference.todayfourth;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** The rules that a submission has to meet. */
final class FourthRules {
    private static final Set<String> ACTIONS =
            Set.of("Alert", "Warn", "Block", "Audit", "BlockAndRemediate", "AlertAndBlock", "Allowed");
    private static final Set<String> FOR_CERTIFICATES = Set.of("Allowed", "BlockAndRemediate", "AlertAndBlock");
    private static final Set<String> NETWORK = Set.of("IpAddress", "DomainName", "Url");
    private static final Set<String> SEVERITIES = Set.of("Informational", "Low", "Medium", "High");
    private final Clock clock;
    private final TodayFourthFault fault;
    private final FourthValues values;

    FourthRules(Clock clock, TodayFourthFault fault) {
        this.clock = clock;
        this.fault = fault;
        this.values = new FourthValues(fault);
    }

    /** Refuses a draft that breaks a rule. */
    void check(FourthDraft draft, boolean imported) {
        for (String name : List.of("indicatorValue", "indicatorType", "action", "title", "description")) {
            if (draft.text(name) == null) {
                throw FourthProblem.missing(name);
            }
            if (draft.text(name).isEmpty()) {
                throw FourthProblem.bad("InvalidInput", "Parameter " + name + " must not be empty.");
            }
        }
        String type = draft.text("indicatorType");
        values.check(type, draft.text("indicatorValue"));
        checkAction(draft, type, draft.text("action"), imported);
        String severity = draft.text("severity");
        if (severity != null && !SEVERITIES.contains(severity)) {
            throw FourthProblem.bad("InvalidInput", "Severity " + severity + " is unknown.");
        }
        String address = draft.text("educateUrl");
        if (address != null && !address.matches("(?i)https?://[^\\s/?#]+\\S*")) {
            throw FourthProblem.bad("InvalidUrl", "Url " + address + " is invalid.");
        }
    }

    private void checkAction(FourthDraft draft, String type, String action, boolean imported) {
        if (!ACTIONS.contains(action)) {
            throw FourthProblem.bad("InvalidInput", "Action " + action + " is unknown.");
        }
        boolean unfit = type.equals("CertificateThumbprint")
                ? !FOR_CERTIFICATES.contains(action)
                : NETWORK.contains(type) && action.equals("BlockAndRemediate");
        if (unfit) {
            throw FourthProblem.bad("InvalidInput", "Action " + action + " is not supported for " + type + ".");
        }
        if (action.equals("Audit") && !draft.generateAlert() && !auditSlips(draft, imported)) {
            throw FourthProblem.bad("InvalidInput", "GenerateAlert must be true for the action Audit.");
        }
    }

    private boolean auditSlips(FourthDraft draft, boolean imported) {
        return fault == TodayFourthFault.AUDIT_WITHOUT_ALERT_TAKEN && !imported && !draft.has("generateAlert");
    }

    /** Refuses a draft that would have expired already. */
    void checkExpiry(FourthDraft draft) {
        Instant time = draft.expirationTime();
        if (time == null) {
            return;
        }
        Instant now = clock.instant();
        boolean today = time.atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .equals(now.atOffset(ZoneOffset.UTC).toLocalDate());
        if (!time.isAfter(now) || fault == TodayFourthFault.EXPIRY_LATER_TODAY_REFUSED && today) {
            throw FourthProblem.bad(
                    "BadRequest",
                    "Indicator " + draft.text("indicatorValue") + " is inactive: its expirationTime "
                            + FourthTimes.text(time) + " has passed.");
        }
    }
}
