package dev.tick.reference.todaythird;

/** What may be wrong with the server: each breaks one fact and nothing else. */
public enum TodayThirdFault {
    /** The sound server. */
    NONE(Kind.SINGLE, "nothing"),

    /** Audit without generateAlert. */
    AUDIT_WITHOUT_ALERT(
            Kind.SINGLE,
            "Audit is taken when generateAlert is absent, refused only when it is false"
                    + " (submit page: must be TRUE when creating an action with Audit)"),
    /** A range of addresses. */
    RANGE_OF_ADDRESSES(
            Kind.SINGLE, "an IPv4 address with a prefix length is taken (submit page: CIDR isn't supported)"),
    /** The notification's address is lost with Warn. */
    NOTICE_LOST_WITH_WARN(
            Kind.SINGLE,
            "educateUrl is dropped for a URL with action Warn"
                    + " (submit page: supported for Block and Warn; the answer is the created entity)"),

    /** No challenge for an expired token. */
    NO_CHALLENGE_WHEN_EXPIRED(Kind.HTTP, "401 for an expired token carries no WWW-Authenticate (RFC 9110, 15.5.2)"),
    /** 405 without Allow. */
    NO_ALLOW(Kind.HTTP, "405 carries no Allow (RFC 9110, 15.5.6)"),
    /** The media type's letter case. */
    MEDIA_TYPE_CASE(
            Kind.HTTP,
            "a content type in other letter case than application/json gets 415"
                    + " (RFC 9110, 8.3.1: type and subtype are case-insensitive)"),
    /** The identity in the path stays encoded. */
    PATH_NOT_DECODED(
            Kind.HTTP,
            "a percent-encoded digit in the path of a deletion is not decoded, so 404"
                    + " (RFC 3986, 6.2.2.2; delete page: an existing one gets 204)"),

    /** The signature is not verified. */
    SIGNATURE_UNVERIFIED(Kind.TOKEN, "a token with a wrong signature is taken (common errors: invalid token, 401)"),
    /** Unsigned tokens. */
    UNSIGNED_TOKEN(Kind.TOKEN, "a token with alg none and no signature is taken (common errors: invalid token, 401)"),
    /** Expired tokens may read. */
    EXPIRED_MAY_READ(Kind.TOKEN, "an expired token may list (common errors: expired token, 401)"),
    /** Any user may import. */
    ANY_SCOPE_IMPORTS(Kind.TOKEN, "a user without the scope may import (import page: Ti.ReadWrite is required)"),
    /** Any application may delete. */
    ANY_ROLE_DELETES(
            Kind.TOKEN, "an application without role may delete by id (delete page: Ti.ReadWrite.All is required)"),

    /** An update gets another id. */
    UPDATE_TAKES_NEW_ID(
            Kind.SEQUENCE,
            "an update gives the indicator a new id (entity page: id is its identity; submit page: updated entity)"),
    /** An update changes the application. */
    UPDATE_CHANGES_APPLICATION(
            Kind.SEQUENCE, "an update changes application (submit page: works for new indicators only)"),
    /** An update's severity is answered, not stored. */
    SEVERITY_NOT_STORED(
            Kind.SEQUENCE, "an update answers the new severity and the list keeps the old one (submit page: updates)"),
    /** A deleted indicator's application returns. */
    DELETED_LEAVES_APPLICATION(
            Kind.SEQUENCE,
            "a value submitted anew after its deletion carries the deleted one's application"
                    + " (submit page: the created entity)"),
    /** A filter shows other owners' indicators. */
    FILTER_SHOWS_FOREIGN(
            Kind.SEQUENCE,
            "with a filter on createdBy, plain Ti.ReadWrite sees other applications' indicators"
                    + " (list page: only those it created)"),
    /** A later page shows other owners' indicators. */
    LATER_PAGE_SHOWS_FOREIGN(
            Kind.SEQUENCE,
            "the pages after the first hold other applications' indicators for plain Ti.ReadWrite"
                    + " (list page: only those it created)"),
    /** Ti.ReadWrite.All misses what users submitted. */
    ALL_WITHOUT_USERS(
            Kind.SEQUENCE, "Ti.ReadWrite.All does not see what users submitted (list page: exposed to all indicators)"),
    /** The next link forgets the filter. */
    NEXT_LINK_WITHOUT_FILTER(
            Kind.SEQUENCE, "the next link drops the filter, later pages hold anything (list page: OData V4, $filter)"),
    /** Two pages overlap. */
    PAGES_OVERLAP(
            Kind.SEQUENCE,
            "a page after a next link starts with the last one of the page before (list page: OData V4 paging)"),
    /** The filter on titles is stale. */
    TITLE_FILTER_STALE(
            Kind.SEQUENCE,
            "the filter on title goes by the title at creation, not by the updated one (list page: $filter on title)"),
    /** An empty list of groups does not count in an update. */
    EMPTY_GROUPS_KEEP_OLD(
            Kind.SEQUENCE,
            "an update with an empty rbacGroupNames keeps the old groups"
                    + " (entity page: empty list for all devices; submit page: updates)"),
    /** The next link starts counting anew. */
    TOP_COUNTS_PER_PAGE(
            Kind.SEQUENCE,
            "a $top larger than a page is carried unchanged in next links, so more than $top come (list page: $top)"),
    /** A once verified token covers forged ones. */
    VERIFIED_ONCE(
            Kind.SEQUENCE,
            "after a sound call, the same claims with a wrong signature are taken (common errors: invalid token, 401)"),

    /** The largest $top is refused. */
    LARGEST_TOP_REFUSED(Kind.BOUNDARY, "$top=10000 gets 400 (list page: max value of 10,000)"),
    /** Quotes in a filter. */
    QUOTES_STAY_DOUBLED(
            Kind.BOUNDARY, "a doubled quote in a filter's text stays doubled (OData V4 literals, list page)"),
    /** Offsets in a filter. */
    FILTER_IGNORES_OFFSET(
            Kind.BOUNDARY, "the offset of a time in a filter is ignored (OData V4 DateTimeOffset, list page)"),
    /** Fractions of a second. */
    FRACTION_CUT(
            Kind.BOUNDARY,
            "expirationTime loses what lies below a millisecond (submit page: DateTimeOffset, the created entity)"),
    /** Offsets with minutes. */
    OFFSET_MINUTES_LOST(
            Kind.BOUNDARY,
            "the minutes of an offset such as +05:30 are ignored in expirationTime (submit page: DateTimeOffset)"),
    /** Not-equal and null. */
    NOT_EQUAL_SKIPS_NULL(
            Kind.BOUNDARY,
            "severity ne 'High' leaves out indicators without severity (OData V4: null ne value is true)"),
    /** Precedence of and over or. */
    OR_BEFORE_AND(
            Kind.BOUNDARY, "and binds no tighter than or, a filter is read from left to right (OData V4 precedence)"),
    /** Escapes in addresses. */
    URL_UNESCAPED(
            Kind.BOUNDARY,
            "a Url's percent escapes are decoded in what is stored and answered (submit page: the created entity)"),
    /** Capital hexadecimal digits in IPv6. */
    IPV6_CAPITALS_REFUSED(
            Kind.BOUNDARY, "an IPv6 address in capital letters gets 400 (submit page: IpAddress; RFC 4291)"),
    /** The last one of a list. */
    LAST_ONE_LOST(
            Kind.BOUNDARY,
            "no next link when just one indicator is left for the last page (API introduction: lists that need more calls carry it)"),
    /** Characters beyond the basic plane. */
    RARE_CHARACTERS_LOST(
            Kind.BOUNDARY, "characters beyond U+FFFF in a title become question marks (RFC 8259; the created entity)"),

    /** The same value twice in an import. */
    IMPORT_TWINS(
            Kind.BATCH, "the same indicator twice in one import is stored twice (import page: submits or updates)"),
    /** An import does not update. */
    IMPORT_LEAVES_OLD(
            Kind.BATCH,
            "an import reports success for an existing indicator and does not update it (import page: submits or updates)"),
    /** A failed item is stored. */
    IMPORT_STORES_FAILED(
            Kind.BATCH,
            "an item reported as failed for its value is listed afterwards (import page: results per indicator)"),
    /** Ids go to the wrong items. */
    IMPORT_IDS_SHIFTED(
            Kind.BATCH,
            "after a failed item the ids of the later ones are those of their neighbours (import page: results per indicator)"),
    /** A full import is refused. */
    IMPORT_OF_500_REFUSED(Kind.BATCH, "an import of exactly 500 gets 400 (import page: maximum batch size is 500)"),
    /** Only the first id is looked up. */
    BATCH_CHECKS_FIRST(
            Kind.BATCH, "BatchDelete answers 204 when a later id does not exist (batch page: any not found, 404)"),
    /** The rest of a long deletion stays. */
    BATCH_LEAVES_REST(
            Kind.BATCH,
            "BatchDelete of more than 100 removes full hundreds only and answers 204 (batch page: all deleted)"),
    /** Invalid ids are called absent. */
    BATCH_INVALID_IS_ABSENT(Kind.BATCH, "BatchDelete answers 404 for an invalid id (batch page: 400)"),

    /** The capacity lacks a digit. */
    CAPACITY_TOO_SMALL(Kind.WEAR, "the tenant is full at 1,500 active indicators (submit page: 15,000)"),
    /** Ids repeat. */
    IDS_REPEAT(
            Kind.WEAR,
            "after 400 creations ids start again and replace living indicators (entity page: id is the identity)"),
    /** Expired indicators are listed. */
    EXPIRED_LISTED(
            Kind.WEAR, "expired indicators stay in the list until the next write (list page: all active indicators)"),
    /** Expired indicators are revived. */
    EXPIRED_REVIVED(
            Kind.WEAR,
            "a value submitted after its expiry is taken as an update, its new application is ignored"
                    + " (portal: an expired indicator is deleted; submit page: application for new indicators)"),
    /** Many updates. */
    TENTH_VERSION_LOST(Kind.WEAR, "from the ninth update on an indicator no longer changes (submit page: updates)"),
    /** Imported indicators do not expire. */
    IMPORTED_NEVER_EXPIRE(
            Kind.WEAR,
            "an imported indicator is listed after its expiry (list page: active; import page: expirationTime)");

    /** What shows a fault. */
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

    TodayThirdFault(Kind kind, String breaks) {
        this.kind = kind;
        this.breaks = breaks;
    }

    /** What shows it. */
    public Kind kind() {
        return kind;
    }

    /** What is wrong, and the documented fact that it breaks. */
    public String breaks() {
        return breaks;
    }
}
