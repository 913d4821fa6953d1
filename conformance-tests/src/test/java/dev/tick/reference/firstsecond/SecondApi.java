package dev.tick.reference.firstsecond;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the operations do: submit, update, patch and delete. */
final class SecondApi {
    private static final int SCRATCH_OBJECTS = 32;
    private final SecondStore store;
    private final SecondValues values;
    private final FirstSecondFault fault;
    private final Clock clock;
    private int submissions;
    private Object lastDescription;

    SecondApi(SecondStore store, FirstSecondFault fault, Clock clock) {
        this.store = store;
        this.values = new SecondValues(fault);
        this.fault = fault;
        this.clock = clock;
    }

    /** The service's time, as fine as it writes it. */
    Instant now() {
        Instant now = clock.instant();
        return now.minusNanos(now.getNano() % 100);
    }

    /** An indicator after a submission, and whether it is new. */
    record Submitted(SecondIndicator entity, boolean created) {}

    Submitted submit(String caller, SecondBody body) {
        Instant now = now();
        String value = body.required("indicator");
        String type = SecondBody.oneOf(SecondBody.TYPES, "indicatorType", body.required("indicatorType"));
        boolean lenient = fault == FirstSecondFault.ACTION_DEFAULTED && body.text("action") == null;
        String action = SecondBody.oneOf(SecondBody.ACTIONS, "action", lenient ? "Alert" : body.required("action"));
        SecondIndicator old = store.find(caller, value, now);
        refuseConflict(caller, old, value, type, action);
        values.check(type, value);
        Map<String, Object> given = body.present(now);
        if (fault != FirstSecondFault.REFUSED_POST_STORED) {
            SecondBody.oneOf(SecondBody.SEVERITIES, "severity", (String) given.get("severity"));
        }
        reuseScratch(given);
        Submitted done = old == null ? create(caller, value, type, action, given, now) : update(old, type, given, now);
        SecondBody.oneOf(SecondBody.SEVERITIES, "severity", (String) given.get("severity"));
        return done;
    }

    private void refuseConflict(String caller, SecondIndicator old, String value, String type, String action) {
        SecondIndicator rival = old;
        if (rival == null && fault == FirstSecondFault.CONFLICT_AFTER_DELETE) {
            rival = store.former(caller, value);
        }
        if (rival == null) {
            return;
        }
        boolean otherType = !rival.indicatorType().equals(type) && fault != FirstSecondFault.TYPE_CHANGE_ACCEPTED;
        if (otherType || !rival.action().equals(action)) {
            if (fault == FirstSecondFault.CONFLICT_APPLIED && !otherType) {
                store.replace(rival.withAction(action), false);
            }
            throw new SecondProblem(
                    409,
                    "Conflict",
                    "Indicator " + value + " exists already with type " + rival.indicatorType() + " and action "
                            + rival.action() + ".");
        }
    }

    private void reuseScratch(Map<String, Object> given) {
        submissions++;
        if (fault == FirstSecondFault.SCRATCH_REUSED
                && submissions > SCRATCH_OBJECTS
                && !given.containsKey("description")) {
            given.put("description", lastDescription);
        }
        lastDescription = given.get("description");
    }

    private Submitted create(
            String caller, String value, String type, String action, Map<String, Object> given, Instant now) {
        Map<String, Object> optional = new LinkedHashMap<>();
        SecondIndicator former = store.former(caller, value);
        if (fault == FirstSecondFault.REPOST_RESURRECTS && former != null) {
            optional.putAll(former.optional());
        }
        optional.putAll(given);
        SecondIndicator made = new SecondIndicator(
                store.nextOrder(), caller, value, type, action, now, Collections.unmodifiableMap(optional), 0);
        store.add(made);
        return new Submitted(made, true);
    }

    private Submitted update(SecondIndicator old, String type, Map<String, Object> given, Instant now) {
        if (fault == FirstSecondFault.UPDATE_KEEPS_SEVERITY) {
            given.remove("severity");
        }
        SecondIndicator later = old.changed(given);
        if (fault == FirstSecondFault.UPDATE_RENEWS_CREATION) {
            later = later.withCreated(now);
        }
        if (fault == FirstSecondFault.TYPE_CHANGE_ACCEPTED) {
            later = later.withType(type);
        }
        store.replace(later, false);
        return new Submitted(later, false);
    }

    /** The caller's living indicator; throws 404. */
    SecondIndicator get(String caller, String value) {
        SecondIndicator found = store.find(caller, value, now());
        if (found == null) {
            throw new SecondProblem(404, "ResourceNotFound", "Ti Indicator " + value + " was not found.");
        }
        return found;
    }

    SecondIndicator patch(String caller, String value, SecondBody body) {
        Instant now = now();
        if (fault == FirstSecondFault.PATCH_UNKNOWN_400 && store.find(caller, value, now) == null) {
            throw new SecondProblem(400, "BadRequest", "Ti Indicator " + value + " cannot be updated.");
        }
        SecondIndicator old = get(caller, value);
        for (String fixed : new String[] {"indicator", "indicatorType", "action"}) {
            if (body.has(fixed) && !old.get(fixed).equals(body.text(fixed))) {
                throw SecondProblem.body("Request body is incorrect: " + fixed + " cannot be changed.");
            }
        }
        Map<String, Object> given = body.present(now);
        if (fault == FirstSecondFault.REFUSED_PATCH_PARTLY_APPLIED && given.containsKey("title")) {
            old = old.changed(Collections.singletonMap("title", given.get("title")));
            store.replace(old, true);
        }
        SecondBody.oneOf(SecondBody.SEVERITIES, "severity", (String) given.get("severity"));
        if (fault == FirstSecondFault.PATCH_CLEARS_ABSENT) {
            given.putIfAbsent("recommendedActions", null);
        }
        SecondIndicator later = old.changed(given);
        SecondIndicator kept = later;
        if (fault == FirstSecondFault.PATCH_EXPIRY_NOT_STORED && given.containsKey("expirationTime")) {
            kept = later.changed(Collections.singletonMap("expirationTime", old.get("expirationTime")));
        }
        store.replace(kept, true);
        return later;
    }

    void delete(String caller, String value, boolean alias) {
        SecondIndicator gone = get(caller, value);
        if (fault == FirstSecondFault.ALIAS_DELETE_LOST && alias) {
            return;
        }
        store.remove(gone);
    }
}
