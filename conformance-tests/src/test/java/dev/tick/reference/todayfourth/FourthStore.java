package dev.tick.reference.todayfourth;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The indicators of the tenant. */
final class FourthStore {
    private static final int CAPACITY = 15_000;
    private static final long FIRST_ID = 2841;
    private final Clock clock;
    private final TodayFourthFault fault;
    private final FourthUpdate update;
    private final TreeMap<Long, FourthIndicator> byId = new TreeMap<>();
    private final Map<FourthKey, List<FourthIndicator>> byKey = new HashMap<>();
    private final Map<FourthKey, FourthIndicator> graves = new HashMap<>();
    private long made;

    /**
     * What a submission led to.
     *
     * @param indicator the indicator as answered
     * @param created   whether it is new
     */
    record Outcome(FourthIndicator indicator, boolean created) {}

    FourthStore(Clock clock, TodayFourthFault fault) {
        this.clock = clock;
        this.fault = fault;
        this.update = new FourthUpdate(fault);
    }

    /** Creates an indicator, or updates the caller's with the same key. */
    synchronized Outcome submit(FourthCaller caller, FourthDraft draft, boolean alwaysNew) {
        Instant now = FourthTimes.ticks(clock.instant());
        FourthIndicator known = alwaysNew ? null : find(caller, draft.key(), now);
        if (known != null) {
            return new Outcome(update.change(known, draft, caller, now), false);
        }
        checkCapacity(now);
        FourthIndicator made = update.create(draft, caller, now);
        FourthIndicator grave = graves.get(made.key);
        if (fault == TodayFourthFault.RESUBMIT_REVIVES_APPLICATION && grave != null && caller.sees(grave)) {
            made.application = grave.application;
        }
        add(made);
        return new Outcome(made.copy(), true);
    }

    private FourthIndicator find(FourthCaller caller, FourthKey key, Instant now) {
        return byKey.getOrDefault(key, List.of()).stream()
                .filter(caller::sees)
                .filter(one -> one.alive(now) || fault == TodayFourthFault.EXPIRED_RESUBMIT_IS_UPDATE)
                .min((one, other) ->
                        Boolean.compare(other.owner.equals(caller.appId()), one.owner.equals(caller.appId())))
                .orElse(null);
    }

    private void checkCapacity(Instant now) {
        long active = fault == TodayFourthFault.DELETED_STILL_COUNT ? made : byId.size();
        if (active >= CAPACITY && fault != TodayFourthFault.DELETED_STILL_COUNT) {
            List.copyOf(byId.values()).stream().filter(one -> !one.alive(now)).forEach(this::remove);
            active = byId.size();
        }
        if (active >= CAPACITY) {
            throw FourthProblem.bad("BadRequest", "Maximum number of indicators exceeded. Allowed: " + CAPACITY + ".");
        }
    }

    private void add(FourthIndicator indicator) {
        long number = fault == TodayFourthFault.IDS_START_OVER ? made % 400 : made;
        made++;
        indicator.id = FIRST_ID + number;
        FourthIndicator overwritten = byId.put(indicator.id, indicator);
        if (overwritten != null) {
            unkey(overwritten);
        }
        byKey.computeIfAbsent(indicator.key, key -> new ArrayList<>()).add(indicator);
        if (fault == TodayFourthFault.OLDEST_EVICTED && byId.size() > 250) {
            remove(byId.firstEntry().getValue());
        }
    }

    /** Takes an indicator out as if it had never been stored. */
    synchronized void remove(FourthIndicator indicator) {
        FourthIndicator stored = byId.remove(indicator.id);
        unkey(stored);
    }

    private void unkey(FourthIndicator indicator) {
        byKey.computeIfPresent(indicator.key, (key, all) -> all.remove(indicator) && all.isEmpty() ? null : all);
    }

    /** The active indicators that the caller may see, by id. */
    synchronized List<FourthIndicator> visible(FourthCaller caller, boolean filtered) {
        Instant now = fault == TodayFourthFault.EXPIRED_LISTED_TO_MINUTE_END
                ? clock.instant().truncatedTo(ChronoUnit.MINUTES)
                : clock.instant();
        boolean all = fault == TodayFourthFault.FOREIGN_SHOWN_WHEN_FILTERED && filtered;
        return byId.values().stream()
                .filter(one -> one.alive(now))
                .filter(one -> all || caller.sees(one))
                .map(FourthIndicator::copy)
                .toList();
    }

    /** Deletes one indicator; false when the caller has none such. */
    synchronized boolean delete(FourthCaller caller, String id) {
        FourthIndicator found = get(id);
        boolean there = found != null
                && (caller.sees(found) || fault == TodayFourthFault.DELETE_IGNORES_OWNER)
                && (found.alive(clock.instant()) || fault == TodayFourthFault.EXPIRED_STILL_DELETABLE);
        if (!there) {
            return false;
        }
        bury(found);
        remove(found);
        if (fault == TodayFourthFault.DELETE_TAKES_OTHER_ACTION) {
            List.copyOf(byId.values()).stream()
                    .filter(one -> one.key.value().equals(found.key.value()))
                    .filter(caller::sees)
                    .forEach(this::remove);
        }
        return true;
    }

    /** Deletes all of several indicators, or none of them; false when one is not there. */
    synchronized boolean deleteAll(FourthCaller caller, List<String> ids) {
        List<String> checked = fault == TodayFourthFault.BATCH_DELETE_LOOKS_AT_FIRST ? ids.subList(0, 1) : ids;
        boolean blind = fault == TodayFourthFault.BATCH_DELETE_IGNORES_OWNER;
        for (String id : checked) {
            FourthIndicator found = get(id);
            if (found == null || !(blind || caller.sees(found)) || !found.alive(clock.instant())) {
                return false;
            }
        }
        for (String id : ids) {
            FourthIndicator found = get(id);
            if (found != null && (blind || caller.sees(found))) {
                buryAndRemove(found);
            }
        }
        return true;
    }

    private void buryAndRemove(FourthIndicator found) {
        if (fault == TodayFourthFault.BATCH_DELETE_LEAVES_KEY) {
            byId.remove(found.id);
            return;
        }
        bury(found);
        remove(found);
    }

    private void bury(FourthIndicator indicator) {
        if (fault == TodayFourthFault.RESUBMIT_REVIVES_APPLICATION) {
            graves.put(indicator.key, indicator);
        }
    }

    /** Changes the title of a known indicator and nothing else. */
    synchronized void retitle(FourthCaller caller, FourthDraft draft) {
        FourthIndicator known = find(caller, draft.key(), clock.instant());
        if (known != null && draft.text("title") != null) {
            known.title = draft.text("title");
        }
    }

    private FourthIndicator get(String id) {
        return id.matches("0|[1-9]\\d{0,17}") ? byId.get(Long.parseLong(id)) : null;
    }
}
