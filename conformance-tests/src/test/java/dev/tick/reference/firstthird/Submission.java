package dev.tick.reference.firstthird;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Submits an indicator, or updates the one that has the value already. */
final class Submission {
    /**
     * What became of it.
     *
     * @param entry   the indicator as it stands now
     * @param created false for an update
     */
    record Outcome(Entry entry, boolean created) {}

    private final Store store;
    private final Values values;
    private final Clock clock;
    private final FirstThirdFault fault;
    private long creations;

    Submission(Store store, Values values, Clock clock, FirstThirdFault fault) {
        this.store = store;
        this.values = values;
        this.clock = clock;
        this.fault = fault;
    }

    Outcome submit(String application, Fields fields) {
        Instant now = clock.instant();
        String value = fields.required("indicator");
        fields.required("indicatorType");
        String type = fields.member("indicatorType", null);
        String action = action(fields);
        fields.member("severity", null);
        fields.expiration(null, now);
        synchronized (store) {
            Entry present = store.present(application, value, now);
            if (present != null) {
                agree(application, present, type, action);
            }
            Entry live = store.find(application, value, now);
            if (live == null) {
                values.check(type, value);
                return create(application, blank(application, value, type, action, now), fields, now);
            }
            return update(application, live, fields, now);
        }
    }

    private String action(Fields fields) {
        if (fault == FirstThirdFault.ACTION_DEFAULTS_TO_ALERT && fields.raw("action") == null) {
            return "Alert";
        }
        fields.required("action");
        return fields.member("action", null);
    }

    private void agree(String application, Entry present, String type, String action) {
        if (present.type().equals(type) && present.action().equals(action)) {
            return;
        }
        if (fault == FirstThirdFault.CONFLICT_STILL_WRITES && present.type().equals(type)) {
            store.replace(application, present.withAction(action));
        }
        throw new Refusal(
                409,
                "Conflict",
                "Ti Indicator " + present.indicator() + " exists with another type or action: " + present.type() + ", "
                        + present.action() + ".");
    }

    private Entry blank(String application, String value, String type, String action, Instant now) {
        Instant created = Times.tick(now);
        if (fault == FirstThirdFault.CREATION_TIME_IS_LOCAL) {
            created = created.plus(Duration.ofHours(2));
        }
        return new Entry(
                store.nextSequence(),
                value,
                type,
                action,
                null,
                null,
                null,
                null,
                null,
                created,
                application,
                null,
                null,
                0);
    }

    private Outcome create(String application, Entry blank, Fields fields, Instant now) {
        Entry entry = fill(blank, fields, now);
        store.add(application, entry);
        creations++;
        return new Outcome(entry, fault != FirstThirdFault.FORTIETH_CREATION_IS_UPDATE || creations % 40 != 0);
    }

    private Outcome update(String application, Entry present, Fields fields, Instant now) {
        Entry entry = fill(present, fields, now);
        if (fault == FirstThirdFault.UPDATE_LISTED_TWICE) {
            entry = entry.withSequence(store.nextSequence());
        }
        store.replace(application, entry);
        return new Outcome(entry, false);
    }

    private static Entry fill(Entry entry, Fields fields, Instant now) {
        String severity = fields.member("severity", entry.severity());
        Instant expiration = fields.expiration(entry.expiration(), now);
        return entry.withSeverity(severity, severity)
                .withExpiration(expiration, expiration)
                .withTexts(
                        fields.text("title", entry.title()),
                        fields.text("description", entry.description()),
                        fields.text("recommendedActions", entry.recommended()));
    }
}
