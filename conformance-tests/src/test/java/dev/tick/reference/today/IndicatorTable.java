package dev.tick.reference.today;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What was submitted and is active, oldest first; an entity, once shelved, is replaced and never altered. */
final class IndicatorTable {
    private static final int CAPACITY = 15_000;
    private static final long FIRST_ID = 995;
    private static final List<String> NEVER_SET = List.of(
            "mitreTechniques",
            "historicalDetection",
            "lookBackPeriod",
            "category",
            "additionalInfo",
            "certificateInfo",
            "bypassDurationHours");

    private final TreeMap<Long, Entry> entries = new TreeMap<>();
    private final Clock clock;
    private final Clock stamps;
    private final TodayFault breakage;
    private long nextId = FIRST_ID;

    /** The clock tells what has expired; the stamps, which may be coarser, go into the entities. */
    IndicatorTable(Clock clock, Clock stamps, TodayFault breakage) {
        this.clock = clock;
        this.stamps = stamps;
        this.breakage = breakage;
    }

    /** Creates, or updates what the caller sees under the same value. */
    synchronized Entry put(Submission submission, Caller caller) throws Refusal {
        dropExpired();
        Optional<Entry> earlier = breakage == TodayFault.UPDATE_MAKES_A_SECOND
                ? Optional.empty()
                : entries.values().stream()
                        .filter(entry -> caller.sees(entry.owner()))
                        .filter(entry -> entry.text("indicatorValue").equals(submission.value()))
                        .findFirst();
        if (earlier.isPresent() && !submission.isSameKindAs(earlier.get().entity())) {
            throw new Refusal(409, "Conflict", submission.value() + " exists with another type or action.");
        }
        if (earlier.isEmpty() && entries.size() >= CAPACITY) {
            throw Refusal.bad("The limit of " + CAPACITY + " active indicators is reached.");
        }
        Entry entry = earlier.isPresent() ? updated(earlier.get(), submission, caller) : created(submission, caller);
        entries.put(entry.id(), entry);
        return entry;
    }

    /** Returns those with an id above another. */
    synchronized List<Entry> seenBy(Caller caller, long above) {
        dropExpired();
        return entries.tailMap(above, false).values().stream()
                .filter(entry -> caller.sees(entry.owner()) || breakage == TodayFault.FOREIGN_INDICATORS_SHOWN)
                .toList();
    }

    /** Removes all of them, or none where the caller does not see every one. */
    synchronized void remove(List<String> ids, Caller caller) throws Refusal {
        dropExpired();
        for (String id : ids) {
            if (entries.values().stream().noneMatch(entry -> entry.has(id) && caller.sees(entry.owner()))) {
                if (breakage == TodayFault.BATCH_WITH_AN_UNKNOWN_DELETES_THE_REST) {
                    entries.values().removeIf(entry -> entry.isOneOf(ids) && caller.sees(entry.owner()));
                }
                throw Refusal.notFound(id);
            }
        }
        List<String> gone = breakage == TodayFault.BATCH_DELETES_THE_FIRST_ONLY ? ids.subList(0, 1) : ids;
        entries.values().removeIf(entry -> entry.isOneOf(gone));
    }

    private void dropExpired() {
        Instant now = clock.instant();
        entries.values()
                .removeIf(entry -> entry.expiration().isPresent()
                        && !entry.expiration().get().isAfter(now));
    }

    private Entry created(Submission submission, Caller caller) {
        ObjectNode entity = entity(nextId++, submission);
        String now = Times.write(stamps.instant());
        String name = "Application " + caller.application().substring(0, 8);
        entity.put("source", name);
        entity.put("sourceType", "AadApp");
        entity.put("createdBy", caller.application());
        entity.put("createdByDisplayName", name);
        entity.put("createdBySource", name);
        entity.put("creationTimeDateTimeUtc", now);
        entity.put("lastUpdateTime", now);
        entity.putNull("lastUpdatedBy");
        return new Entry(nextId - 1, caller.application(), entity, submission.expiration());
    }

    /** The new content replaces the old; where it comes from stays as it was. */
    private Entry updated(Entry earlier, Submission submission, Caller caller) {
        ObjectNode entity = entity(earlier.id(), submission);
        List.of(
                        "source",
                        "sourceType",
                        "createdBy",
                        "createdByDisplayName",
                        "createdBySource",
                        "creationTimeDateTimeUtc")
                .forEach(name -> entity.set(name, earlier.entity().path(name)));
        if (breakage != TodayFault.UPDATE_CHANGES_THE_APPLICATION) {
            entity.set("application", earlier.entity().path("application"));
        }
        entity.put("lastUpdateTime", Times.write(stamps.instant()));
        entity.put("lastUpdatedBy", caller.application());
        return new Entry(earlier.id(), earlier.owner(), entity, submission.expiration());
    }

    private static ObjectNode entity(long id, Submission submission) {
        ObjectNode entity = JsonNodeFactory.instance.objectNode();
        entity.put("id", Long.toString(id));
        entity.setAll(submission.content());
        ArrayNode groups = entity.putArray("rbacGroupIds");
        entity.path("rbacGroupNames")
                .forEach(name ->
                        groups.add(Integer.toUnsignedString(name.asString().hashCode())));
        NEVER_SET.forEach(entity::putNull);
        return entity;
    }

    /** An entity as it is answered, and when it ceases to be active. */
    record Entry(long id, String owner, ObjectNode entity, Optional<Instant> expiration) {

        boolean has(String id) {
            return text("id").equals(id);
        }

        boolean isOneOf(List<String> ids) {
            return ids.contains(text("id"));
        }

        private String text(String name) {
            return entity.path(name).asString();
        }
    }
}
