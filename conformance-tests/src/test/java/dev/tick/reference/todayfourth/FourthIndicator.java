package dev.tick.reference.todayfourth;

import java.time.Instant;
import java.util.List;

/** An indicator as it is stored. */
final class FourthIndicator implements Cloneable {
    long id;
    FourthKey key;
    String owner;
    String title;
    String searchTitle;
    String description;
    String application;
    String severity;
    String recommendedActions;
    String educateUrl;
    String externalId;
    Instant expirationTime;
    boolean generateAlert;
    List<String> groups = List.of();
    String createdBy;
    String createdByName;
    String sourceType;
    Instant created;
    Instant updated;
    String updatedBy;

    boolean alive(Instant now) {
        return expirationTime == null || expirationTime.isAfter(now);
    }

    FourthIndicator copy() {
        try {
            return (FourthIndicator) clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
