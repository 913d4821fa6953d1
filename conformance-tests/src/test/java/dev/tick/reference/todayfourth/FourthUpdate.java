package dev.tick.reference.todayfourth;

import java.time.Instant;

/** Applies a draft to an indicator: what is not given stays, what is null is emptied. */
final class FourthUpdate {
    private final TodayFourthFault fault;

    FourthUpdate(TodayFourthFault fault) {
        this.fault = fault;
    }

    /** A new indicator of the caller. */
    FourthIndicator create(FourthDraft draft, FourthCaller caller, Instant now) {
        FourthIndicator made = new FourthIndicator();
        made.key = draft.key();
        made.owner = caller.appId();
        made.createdBy = caller.identity();
        made.createdByName = caller.name();
        made.sourceType = caller.sourceType();
        made.created = now;
        made.updated = now;
        made.application = draft.text("application");
        fill(made, draft);
        made.searchTitle = made.title;
        return made;
    }

    /** Changes a stored indicator and gives what is to be answered. */
    FourthIndicator change(FourthIndicator stored, FourthDraft draft, FourthCaller caller, Instant now) {
        FourthIndicator before = stored.copy();
        fill(stored, draft);
        if (fault != TodayFourthFault.TITLE_SEARCHED_AS_FIRST_GIVEN) {
            stored.searchTitle = stored.title;
        }
        if (fault != TodayFourthFault.UPDATE_KEEPS_LAST_UPDATE_TIME) {
            stored.updated = now;
        }
        stored.updatedBy = caller.identity();
        if (fault == TodayFourthFault.UPDATE_CHANGES_APPLICATION && draft.has("application")) {
            stored.application = draft.text("application");
        }
        if (fault == TodayFourthFault.UPDATE_RENEWS_CREATION_TIME) {
            stored.created = now;
        }
        if (fault == TodayFourthFault.UPDATE_TAKES_CREATED_BY) {
            stored.createdBy = caller.identity();
        }
        if (fault == TodayFourthFault.UPDATE_BY_USER_CHANGES_SOURCE_TYPE) {
            stored.sourceType = caller.sourceType();
        }
        return answer(stored, before);
    }

    private FourthIndicator answer(FourthIndicator stored, FourthIndicator before) {
        if (fault == TodayFourthFault.UPDATE_CANNOT_EMPTY_GROUPS && stored.groups.isEmpty()) {
            stored.groups = before.groups;
        }
        if (fault == TodayFourthFault.UPDATE_CANNOT_SILENCE_ALERT) {
            stored.generateAlert |= before.generateAlert;
        }
        if (fault == TodayFourthFault.UPDATE_ONLY_SHORTENS_EXPIRY
                && before.expirationTime != null
                && stored.expirationTime != null
                && stored.expirationTime.isAfter(before.expirationTime)) {
            stored.expirationTime = before.expirationTime;
        }
        FourthIndicator answer = stored.copy();
        if (fault == TodayFourthFault.UPDATE_ANSWERED_NOT_STORED) {
            stored.recommendedActions = before.recommendedActions;
        }
        return answer;
    }

    private static void fill(FourthIndicator target, FourthDraft draft) {
        target.title = draft.text("title");
        target.description = draft.text("description");
        target.severity = draft.has("severity") ? draft.text("severity") : target.severity;
        target.recommendedActions =
                draft.has("recommendedActions") ? draft.text("recommendedActions") : target.recommendedActions;
        target.educateUrl = draft.has("educateUrl") ? draft.text("educateUrl") : target.educateUrl;
        target.externalId = draft.has("externalId") ? draft.text("externalId") : target.externalId;
        target.expirationTime = draft.has("expirationTime") ? draft.expirationTime() : target.expirationTime;
        target.generateAlert = draft.has("generateAlert") ? draft.generateAlert() : target.generateAlert;
        target.groups = draft.has("rbacGroupNames") ? draft.groups() : target.groups;
    }
}
