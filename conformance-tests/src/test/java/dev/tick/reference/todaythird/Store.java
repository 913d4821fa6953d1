package dev.tick.reference.todaythird;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The tenant's indicators; every caller holds this object's lock. */
final class Store {
    private static final long FIRST_ID = 2841;

    /** What one owner has at most once. */
    record Key(String type, String value, String action) {}

    private final TodayThirdFault fault;
    private final Clock clock;
    private final TreeMap<Long, Indicator> byId = new TreeMap<>();
    private final Map<Key, List<Indicator>> byKey = new HashMap<>();
    private final Map<Key, String> applicationsOfDeleted = new HashMap<>();
    private final Map<String, String> groupIds = new HashMap<>();
    private long ids;

    Store(TodayThirdFault fault, Clock clock) {
        this.fault = fault;
        this.clock = clock;
    }

    Instant now() {
        return Times.ticks(clock.instant());
    }

    int size() {
        return byId.size();
    }

    Stream<Indicator> all() {
        return byId.values().stream();
    }

    Indicator get(long id) {
        return byId.get(id);
    }

    /** Whether the caller is exposed to the indicator. */
    static boolean exposed(Caller caller, Indicator indicator) {
        return caller.tenantWide() || indicator.owner.equals(caller.application());
    }

    /** Removes what has expired. */
    void sweep() {
        Instant now = now();
        List<Indicator> gone = byId.values().stream()
                .filter(one -> one.expired(now) && !(fault == TodayThirdFault.IMPORTED_NEVER_EXPIRE && one.imported))
                .toList();
        for (Indicator one : gone) {
            byId.remove(one.id);
            if (fault != TodayThirdFault.EXPIRED_REVIVED) {
                unlist(one);
            }
        }
    }

    /** What a submission would update: the caller's own one first. */
    Indicator find(Submission submission, Caller caller) {
        List<Indicator> same = byKey.getOrDefault(key(submission), List.of());
        return same.stream()
                .filter(one -> one.owner.equals(caller.application()))
                .findFirst()
                .or(() -> same.stream().filter(one -> exposed(caller, one)).findFirst())
                .orElse(null);
    }

    Indicator create(Submission submission, Caller caller, boolean imported) {
        int capacity = fault == TodayThirdFault.CAPACITY_TOO_SMALL ? 1_500 : 15_000;
        if (byId.size() >= capacity) {
            throw new Problem(
                    400, "BadRequest", "Max capacity exceeded: the tenant holds " + capacity + " active indicators.");
        }
        Indicator one = new Indicator();
        one.id = nextId();
        one.owner = caller.application();
        one.type = submission.type();
        one.value = submission.value();
        if (fault == TodayThirdFault.URL_UNESCAPED && one.type.equals("Url")) {
            one.value = Uris.unescape(one.value);
        }
        one.key = key(submission);
        one.action = submission.action();
        one.application = submission.application();
        if (fault == TodayThirdFault.DELETED_LEAVES_APPLICATION) {
            one.application = applicationsOfDeleted.getOrDefault(key(submission), one.application);
        }
        one.sourceType = caller.delegated() ? "User" : "AadApp";
        one.source = caller.displayName();
        one.createdBy = caller.identity();
        one.created = now();
        one.updated = one.created;
        one.firstTitle = submission.title();
        one.imported = imported;
        copy(submission, one);
        byId.put(one.id, one);
        byKey.computeIfAbsent(key(submission), any -> new ArrayList<>()).add(one);
        return one;
    }

    private long nextId() {
        long count = ids++;
        return FIRST_ID + (fault == TodayThirdFault.IDS_REPEAT ? count % 400 : count);
    }

    void update(Indicator one, Submission submission, Caller caller) {
        int next = one.version + 1;
        if (fault == TodayThirdFault.TENTH_VERSION_LOST
                && Integer.toString(next).compareTo(Integer.toString(one.version)) < 0) {
            return;
        }
        one.version = next;
        if (fault == TodayThirdFault.UPDATE_TAKES_NEW_ID) {
            byId.remove(one.id);
            one.id = nextId();
        }
        if (fault == TodayThirdFault.UPDATE_CHANGES_APPLICATION && submission.has("application")) {
            one.application = submission.application();
        }
        byId.put(one.id, one);
        one.updated = now();
        one.updatedBy = caller.displayName();
        copy(submission, one);
    }

    /** What may change; an optional property that was not sent keeps its value. */
    private void copy(Submission from, Indicator to) {
        to.title = from.title();
        to.description = from.description();
        to.expiration = from.has("expirationTime") ? from.expiration() : to.expiration;
        to.severity = from.has("severity") ? from.severity() : to.severity;
        to.recommendedActions = from.has("recommendedActions") ? from.recommendedActions() : to.recommendedActions;
        to.generateAlert = from.has("generateAlert") ? from.generateAlert() : to.generateAlert;
        to.externalId = from.has("externalId") || from.has("externalID") ? from.externalId() : to.externalId;
        to.educateUrl = from.has("educateUrl") ? from.educateUrl() : to.educateUrl;
        if (fault == TodayThirdFault.NOTICE_LOST_WITH_WARN && to.action.equals("Warn")) {
            to.educateUrl = null;
        }
        boolean groups = from.has("rbacGroupNames");
        if (fault == TodayThirdFault.EMPTY_GROUPS_KEEP_OLD) {
            groups = !from.groups().isEmpty();
        }
        if (groups) {
            to.groups = List.copyOf(from.groups());
            to.groupIds = to.groups.stream()
                    .map(name -> groupIds.computeIfAbsent(name, any -> Integer.toString(groupIds.size() + 11)))
                    .toList();
        }
    }

    void delete(Indicator one) {
        byId.remove(one.id);
        unlist(one);
        if (one.application != null) {
            applicationsOfDeleted.put(one.key, one.application);
        }
    }

    private void unlist(Indicator one) {
        byKey.computeIfPresent(one.key, (key, list) -> {
            list.remove(one);
            return list.isEmpty() ? null : list;
        });
    }

    private static Key key(Submission submission) {
        return new Key(submission.type(), submission.value(), submission.action());
    }
}
