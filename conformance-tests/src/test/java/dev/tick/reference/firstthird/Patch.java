package dev.tick.reference.firstthird;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Changes the properties of an indicator that may be changed. */
final class Patch {
    private final Store store;
    private final Clock clock;
    private final FirstThirdFault fault;

    Patch(Store store, Clock clock, FirstThirdFault fault) {
        this.store = store;
        this.clock = clock;
        this.fault = fault;
    }

    Entry patch(String application, String value, Fields fields) {
        Instant now = clock.instant();
        synchronized (store) {
            Entry before = target(application, value, now);
            Entry entry = actions(before, fields);
            entry = texts(entry, fields);
            if (fault == FirstThirdFault.REFUSED_PATCH_HALF_APPLIED) {
                store.replace(application, entry);
            }
            entry = severity(entry, fields);
            Instant expiration = fields.expiration(before.expiration(), now);
            entry = entry.withExpiration(
                            expiration, fault == FirstThirdFault.PATCHED_EXPIRY_NOT_OBEYED ? before.end() : expiration)
                    .revised();
            if (fault == FirstThirdFault.PATCH_RENEWS_CREATION) {
                entry = entry.withCreated(Times.tick(now));
            }
            keep(application, before, entry);
            return entry;
        }
    }

    private Entry target(String application, String value, Instant now) {
        Entry entry = store.find(application, value, now);
        if (entry == null && fault == FirstThirdFault.PATCH_REVIVES_DELETED) {
            Entry deleted = store.deleted(application, value);
            if (deleted != null) {
                store.add(application, deleted);
                return deleted;
            }
        }
        if (entry == null) {
            throw Refusal.unknown(value);
        }
        return entry;
    }

    /** Refuses to change what identifies the indicator. */
    private Entry actions(Entry entry, Fields fields) {
        if (fault == FirstThirdFault.PATCH_CHANGES_ACTION && fields.raw("action") != null) {
            return actions(
                    entry.withAction(fields.member("action", null)), fields, List.of("indicator", "indicatorType"));
        }
        return actions(entry, fields, List.of("indicator", "indicatorType", "action"));
    }

    private static Entry actions(Entry entry, Fields fields, List<String> fixed) {
        for (String name : fixed) {
            if (fields.has(name) && !entry.property(name).equals(fields.raw(name))) {
                throw new Refusal(400, "BadRequest", "The property " + name + " cannot be updated.");
            }
        }
        return entry;
    }

    private Entry texts(Entry entry, Fields fields) {
        String recommended = entry.recommended();
        if (fault == FirstThirdFault.PATCH_FORGETS_NEIGHBOUR && fields.has("description")) {
            recommended = null;
        }
        return entry.withTexts(
                fields.text("title", entry.title()),
                fields.text("description", entry.description()),
                fields.text("recommendedActions", recommended));
    }

    private Entry severity(Entry entry, Fields fields) {
        String severity = fields.member("severity", entry.severity());
        return entry.withSeverity(
                severity, fault == FirstThirdFault.FILTER_SEES_FIRST_SEVERITY ? entry.indexedSeverity() : severity);
    }

    private void keep(String application, Entry before, Entry entry) {
        if (fault == FirstThirdFault.PATCHED_EXPIRY_NOT_STORED) {
            store.replace(application, entry.withExpiration(before.expiration(), before.end()));
        } else if (fault != FirstThirdFault.PATCHES_END_AFTER_TWENTY_FIVE || entry.revisions() <= 25) {
            store.replace(application, entry);
        }
    }
}
