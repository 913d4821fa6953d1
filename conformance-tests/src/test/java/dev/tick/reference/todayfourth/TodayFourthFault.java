package dev.tick.reference.todayfourth;

/** One thing that a server can do wrong. */
public enum TodayFourthFault {
    NONE(null, "Nothing is wrong."),

    UPDATE_CHANGES_APPLICATION(
            Kind.SEQUENCE, "An update changes application, which works for new indicators only (submit page)."),
    UPDATE_RENEWS_CREATION_TIME(
            Kind.SEQUENCE, "An update renews creationTimeDateTimeUtc, the time of creation (entity page)."),
    UPDATE_TAKES_CREATED_BY(
            Kind.SEQUENCE,
            "An update by another application changes createdBy, who submitted the indicator (entity page)."),
    UPDATE_KEEPS_LAST_UPDATE_TIME(
            Kind.SEQUENCE,
            "An update leaves lastUpdateTime, the last time the indicator was updated, as it was (entity page)."),
    UPDATE_ANSWERED_NOT_STORED(
            Kind.SEQUENCE,
            "An update of recommendedActions is answered but the list keeps the old text (submit page: updates)."),
    UPDATE_CANNOT_EMPTY_GROUPS(
            Kind.SEQUENCE,
            "An update with an empty rbacGroupNames keeps the old groups (submit page: updates; entity page: empty is all devices)."),
    UPDATE_CANNOT_SILENCE_ALERT(
            Kind.SEQUENCE,
            "An update with generateAlert false leaves it true (submit page: false generates no alert)."),
    UPDATE_ONLY_SHORTENS_EXPIRY(
            Kind.SEQUENCE, "An update with a later expirationTime keeps the earlier one (submit page: updates)."),
    UPDATE_BY_USER_CHANGES_SOURCE_TYPE(
            Kind.SEQUENCE,
            "A user's update turns sourceType, which tells who created the indicator, into User (entity page)."),
    REFUSED_UPDATE_CHANGES_TITLE(
            Kind.SEQUENCE,
            "An update refused with 400 changes the title all the same (submit page: 400 is not successful)."),
    TITLE_SEARCHED_AS_FIRST_GIVEN(
            Kind.SEQUENCE,
            "After an update $filter on title still finds the first title (list page: $filter on title)."),
    RESUBMIT_REVIVES_APPLICATION(
            Kind.SEQUENCE,
            "A value submitted after its deletion gets the deleted indicator's application (submit page: it is new)."),
    DELETE_TAKES_OTHER_ACTION(
            Kind.SEQUENCE,
            "A delete also removes the indicators of the same value with other actions (delete page: deletes by ID)."),
    DELETE_IGNORES_OWNER(
            Kind.SEQUENCE,
            "A plain application deletes what another one submitted (DOMAIN.md 5: Ti.ReadWrite is for own indicators)."),
    FOREIGN_SHOWN_WHEN_FILTERED(
            Kind.SEQUENCE,
            "With $filter a plain application sees what others created (list page: only the indicators it created)."),
    SKIP_BEFORE_FILTER(Kind.SEQUENCE, "$skip counts what $filter leaves out (list page: OData V4 queries)."),
    NEXT_LINK_DROPS_FILTER(Kind.SEQUENCE, "The next link forgets $filter (REALITY.md N8; OData V4)."),
    NEXT_LINK_SKIPS_ONE(
            Kind.SEQUENCE, "The next link leaves out the first indicator of the next page (REALITY.md N8)."),
    NEXT_LINK_FORGETS_TOP(Kind.SEQUENCE, "Following the next links gives more than $top indicators (list page: $top)."),

    TOP_ZERO_MEANS_ALL(Kind.BOUNDARY, "$top of 0 lists everything (list page: $top, OData V4)."),
    FRACTION_CUT_TO_MILLIS(
            Kind.BOUNDARY,
            "Fraction digits of expirationTime beyond three are lost (submit page: the entity is answered; DOMAIN.md 2)."),
    LEAP_DAY_REFUSED(Kind.BOUNDARY, "An expirationTime on 29 February gets 400 (submit page: DateTimeOffset)."),
    EXPIRY_LATER_TODAY_REFUSED(
            Kind.BOUNDARY,
            "An expirationTime later on the same day gets 400 as if it had passed (submit page: expirationTime)."),
    OCTET_255_REFUSED(Kind.BOUNDARY, "An IPv4 address with an octet of 255 gets 400 (submit page: IpAddress)."),
    URL_UNESCAPED(Kind.BOUNDARY, "%2F in a Url is stored as a slash (submit page: the entity submitted is answered)."),
    DOUBLED_QUOTE_KEPT(Kind.BOUNDARY, "A doubled quote in $filter is not read as one (list page: OData V4 queries)."),
    AND_OR_LEFT_TO_RIGHT(Kind.BOUNDARY, "In $filter 'or' binds as strongly as 'and' (list page: OData V4 queries)."),
    FILTER_OFFSET_IGNORED(
            Kind.BOUNDARY,
            "In $filter the offset of a time is taken for Z (list page: $filter on expirationTime, OData V4)."),
    NE_LEAVES_OUT_NULLS(
            Kind.BOUNDARY,
            "In $filter 'ne' leaves out the indicators whose property is null (list page: OData V4 queries)."),
    GROUP_SPLIT_AT_COMMA(
            Kind.BOUNDARY,
            "A group name with a comma becomes two groups (submit page: String[]; the entity is answered)."),
    TITLE_NORMALISED(
            Kind.BOUNDARY,
            "A title with combining characters comes back composed (submit page: the entity submitted is answered)."),
    NEXT_LINK_UNESCAPED(
            Kind.BOUNDARY, "A next link does not escape & + % in the text of $filter (REALITY.md N8; RFC 3986)."),

    IMPORT_OF_500_REFUSED(Kind.BATCH, "An import of exactly 500 gets 400 (import page: the maximum is 500)."),
    IMPORT_LOSES_CHUNK_EDGE(
            Kind.BATCH,
            "In an import every hundredth indicator is reported but not stored (import page: submits the batch)."),
    IMPORT_LEAKS_SEVERITY(
            Kind.BATCH,
            "In an import an indicator without severity gets that of the one before (import page: each is an entity)."),
    IMPORT_DUPLICATE_STORED_TWICE(
            Kind.BATCH, "The same indicator twice in one import is stored twice (import page: submits or updates)."),
    IMPORT_LEAVES_UPDATES_OUT(
            Kind.BATCH,
            "The results of an import leave out the indicators it updated (import page: results per indicator)."),
    IMPORT_STORES_FAILED(
            Kind.BATCH,
            "An import stores the hash that it reports as failed (import page: isFailed; DOMAIN.md 3: InvalidHashValue)."),
    BATCH_DELETE_OF_501_TAKEN(
            Kind.BATCH, "A BatchDelete of 501 ids is carried out (batch page: at most 500, else 400)."),
    BATCH_DELETE_LOOKS_AT_FIRST(
            Kind.BATCH, "BatchDelete answers 204 when a later id is not there (batch page: 404 if any is not found)."),
    BATCH_DELETE_LEAVES_KEY(
            Kind.BATCH,
            "A value submitted after BatchDelete is taken for an update and never listed (batch page: deleted; list page)."),
    BATCH_DELETE_IGNORES_OWNER(
            Kind.BATCH,
            "A plain application deletes others' indicators by BatchDelete (DOMAIN.md 5: Ti.ReadWrite is for own indicators)."),

    EXPIRED_LISTED_TO_MINUTE_END(
            Kind.WEAR,
            "An expired indicator is listed until the minute is over (list page: active; REALITY.md 1: to the second)."),
    EXPIRED_STILL_DELETABLE(
            Kind.WEAR,
            "Deleting an expired indicator answers 204 (delete page: 404; REALITY.md 1: deleted to the second)."),
    EXPIRED_RESUBMIT_IS_UPDATE(
            Kind.WEAR,
            "A value submitted after its expiry keeps the old id, creation time and application (REALITY.md 1: it was deleted)."),
    IDS_START_OVER(Kind.WEAR, "After 400 new indicators ids repeat and overwrite (entity page: id is the identity)."),
    DELETED_STILL_COUNT(
            Kind.WEAR,
            "Deleted indicators count among the 15,000 (submit and import pages: a limit of active indicators)."),
    OLDEST_EVICTED(Kind.WEAR, "Beyond 250 indicators the oldest vanishes (list page: all active indicators)."),

    AUDIT_WITHOUT_ALERT_TAKEN(Kind.SINGLE, "Audit without generateAlert is taken (submit page: it must be true)."),
    CIDR_TAKEN(Kind.SINGLE, "An address with a prefix length is taken (submit page: CIDR notation isn't supported)."),

    ALLOW_NOT_SENT(Kind.HTTP, "A 405 has no Allow (RFC 9110, 15.5.6)."),
    EXPIRED_WITHOUT_CHALLENGE(Kind.HTTP, "The 401 for an expired token has no WWW-Authenticate (RFC 9110, 15.5.2)."),
    CHARSET_CASE_MATTERS(
            Kind.HTTP, "A body of charset=UTF-8 gets 415 (RFC 9110, 8.3.2: charsets are case-insensitive)."),
    CHUNKED_BODY_UNREAD(Kind.HTTP, "A chunked request body counts as empty (RFC 9112, 7.1)."),
    PLUS_STAYS_PLUS(Kind.HTTP, "A plus in the query is not a blank (list page, example 2)."),

    DAY_OF_GRACE(Kind.TOKEN, "A token is taken for a day after its expiry (DOMAIN.md 3: 401; RFC 6750)."),
    IMPORT_WITHOUT_ROLE(Kind.TOKEN, "Import takes an application without a role (import page: permissions)."),
    CONNECTION_REMEMBERED(
            Kind.TOKEN,
            "Later requests of a connection count as those of its first caller (RFC 9110, 3.3 and 11: stateless)."),
    SIGNATURE_REMEMBERED(
            Kind.TOKEN,
            "Changed claims under a signature seen before are believed (DOMAIN.md 3: an invalid token gets 401; RFC 7515)."),
    USER_MAY_DELETE(Kind.TOKEN, "A signed-in user may delete (delete page: an application permission alone).");

    /** What it takes to see a fault. */
    public enum Kind {
        SINGLE,
        HTTP,
        TOKEN,
        SEQUENCE,
        BOUNDARY,
        BATCH,
        WEAR
    }

    private final Kind kind;
    private final String breaks;

    TodayFourthFault(Kind kind, String breaks) {
        this.kind = kind;
        this.breaks = breaks;
    }

    /** The kind, null for none. */
    public Kind kind() {
        return kind;
    }

    /** What is wrong, and which fact that breaks. */
    public String breaks() {
        return breaks;
    }
}
