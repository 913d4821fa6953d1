package dev.tick.reference.firstthird;

import java.time.Instant;

/**
 * One stored indicator.
 *
 * @param sequence        the order of creation
 * @param indexedSeverity the severity as the list's filter sees it
 * @param end             the moment from which the indicator is gone, or null
 * @param revisions       how often it was patched
 */
record Entry(
        long sequence,
        String indicator,
        String type,
        String action,
        String title,
        Instant expiration,
        String severity,
        String description,
        String recommended,
        Instant created,
        String createdBy,
        String indexedSeverity,
        Instant end,
        int revisions) {

    Entry withTexts(String newTitle, String newDescription, String newRecommended) {
        return new Entry(
                sequence,
                indicator,
                type,
                action,
                newTitle,
                expiration,
                severity,
                newDescription,
                newRecommended,
                created,
                createdBy,
                indexedSeverity,
                end,
                revisions);
    }

    Entry withSeverity(String newSeverity, String indexed) {
        return new Entry(
                sequence,
                indicator,
                type,
                action,
                title,
                expiration,
                newSeverity,
                description,
                recommended,
                created,
                createdBy,
                indexed,
                end,
                revisions);
    }

    Entry withExpiration(Instant newExpiration, Instant newEnd) {
        return new Entry(
                sequence,
                indicator,
                type,
                action,
                title,
                newExpiration,
                severity,
                description,
                recommended,
                created,
                createdBy,
                indexedSeverity,
                newEnd,
                revisions);
    }

    Entry withAction(String newAction) {
        return new Entry(
                sequence,
                indicator,
                type,
                newAction,
                title,
                expiration,
                severity,
                description,
                recommended,
                created,
                createdBy,
                indexedSeverity,
                end,
                revisions);
    }

    Entry withCreated(Instant moment) {
        return new Entry(
                sequence,
                indicator,
                type,
                action,
                title,
                expiration,
                severity,
                description,
                recommended,
                moment,
                createdBy,
                indexedSeverity,
                end,
                revisions);
    }

    Entry withSequence(long number) {
        return new Entry(
                number,
                indicator,
                type,
                action,
                title,
                expiration,
                severity,
                description,
                recommended,
                created,
                createdBy,
                indexedSeverity,
                end,
                revisions);
    }

    Entry revised() {
        return new Entry(
                sequence,
                indicator,
                type,
                action,
                title,
                expiration,
                severity,
                description,
                recommended,
                created,
                createdBy,
                indexedSeverity,
                end,
                revisions + 1);
    }

    boolean over(Instant now) {
        return end != null && !end.isAfter(now);
    }

    /** The value of a property as the API names it: a text, an instant or null. */
    Object property(String name) {
        return switch (name) {
            case "indicator" -> indicator;
            case "indicatorType" -> type;
            case "title" -> title;
            case "creationTimeDateTimeUtc" -> created;
            case "createdBy" -> createdBy;
            case "expirationTime" -> expiration;
            case "action" -> action;
            case "severity" -> severity;
            case "description" -> description;
            case "recommendedActions" -> recommended;
            default -> throw new IllegalArgumentException(name);
        };
    }
}
