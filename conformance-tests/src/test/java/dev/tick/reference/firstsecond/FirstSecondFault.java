package dev.tick.reference.firstsecond;

/** The faults that the server can be started with; each breaks one stated fact. */
public enum FirstSecondFault {
    NONE(Kind.SINGLE, "Nothing is wrong."),

    UPDATE_RENEWS_CREATION(
            Kind.SEQUENCE,
            "A second POST sets creationTimeDateTimeUtc anew; it is the time when the indicator was created (entity.md)."),
    UPDATE_KEEPS_SEVERITY(
            Kind.SEQUENCE,
            "A second POST does not take over the new severity; POST again is an update (DOMAIN.md 1, family)."),
    TYPE_CHANGE_ACCEPTED(
            Kind.SEQUENCE,
            "A second POST with another type but the same action replaces the indicator instead of 409 (DOMAIN.md 1, family)."),
    CONFLICT_APPLIED(
            Kind.SEQUENCE, "A POST refused with 409 changes the stored action all the same (DOMAIN.md 1, family)."),
    CONFLICT_AFTER_DELETE(
            Kind.SEQUENCE,
            "A deleted indicator still conflicts with a POST of another action; it exists no longer (DOMAIN.md 1, family)."),
    DELETED_STAYS_LISTED(
            Kind.SEQUENCE,
            "A deleted indicator is still listed, though GET by id finds none (DOMAIN.md 1, DELETE, family)."),
    REPOST_RESURRECTS(
            Kind.SEQUENCE,
            "An indicator submitted anew after DELETE takes omitted properties from the deleted one (submit-ti-indicator.md: the created indicator)."),
    FILTER_LEAKS(
            Kind.SEQUENCE,
            "A $filter with 'or' lists other applications' indicators too; only the caller's are listed (list.md)."),
    NEXT_PAGE_LEAKS(
            Kind.SEQUENCE,
            "Pages after the first hold other applications' indicators; only the caller's are listed (list.md)."),
    NEXT_LINK_DROPS_FILTER(
            Kind.SEQUENCE,
            "The next link forgets $filter, so later pages hold what does not match (list.md: OData V4 queries)."),
    PAGE_REPEATS_LAST(
            Kind.SEQUENCE,
            "A following page starts with the last indicator of the page before (list.md: OData V4 queries)."),
    SKIP_APPLIED_AGAIN(
            Kind.SEQUENCE,
            "$skip is applied on every following page again, so indicators are lost (list.md: OData V4 queries)."),
    TOP_RESTARTS(
            Kind.SEQUENCE,
            "A $top above the page size starts anew on every page, so more than $top are handed out (list.md: OData V4 queries)."),
    PATCH_CLEARS_ABSENT(
            Kind.SEQUENCE,
            "PATCH clears recommendedActions when it is absent; absent properties keep their value (patch.md)."),
    PATCH_EXPIRY_NOT_STORED(Kind.SEQUENCE, "PATCH answers the new expirationTime but does not store it (patch.md)."),
    PATCH_STALE_FILTER(
            Kind.SEQUENCE, "After PATCH a $filter on severity still sees the old severity (patch.md, list.md)."),
    REFUSED_PATCH_PARTLY_APPLIED(
            Kind.SEQUENCE,
            "A PATCH refused for its severity has already changed the title (patch.md: incorrect body is 400)."),
    REFUSED_POST_STORED(
            Kind.SEQUENCE,
            "A POST refused for its severity is stored all the same (DOMAIN.md 1: 400 for an incorrect body, family)."),
    ALIAS_DELETE_LOST(
            Kind.SEQUENCE,
            "DELETE below /api/v1.0 answers 204 but deletes nothing; the path is an alias (DOMAIN.md 1, family)."),

    HEX_CAPITALS_REFUSED(
            Kind.BOUNDARY,
            "A SHA-256 value with capital hex digits is refused; any 64 hex digits are a SHA-256 (DOMAIN.md 2, family)."),
    MAPPED_ADDRESS_REFUSED(
            Kind.BOUNDARY,
            "An IPv6 address with a dotted tail is refused; one IPv6 address is a sound value (DOMAIN.md 2, family; RFC 4291)."),
    FRACTION_CUT(
            Kind.BOUNDARY,
            "expirationTime loses what is finer than a millisecond; the submitted value is echoed (submit-ti-indicator.md, DOMAIN.md 2)."),
    NEGATIVE_OFFSET_SLIPS(
            Kind.BOUNDARY,
            "A negative offset with minutes, as -03:30, is read as -02:30; expirationTime is a DateTimeOffset (submit-ti-indicator.md)."),
    LEAP_DAY_MOVED(
            Kind.BOUNDARY,
            "An expirationTime on 29 February becomes 28 February (submit-ti-indicator.md: the created indicator)."),
    PLUS_IN_ID(
            Kind.BOUNDARY,
            "A plus sign in the path is read as a space, so an indicator with one is not found by id (get.md; RFC 3986)."),
    ID_DECODED_TWICE(
            Kind.BOUNDARY,
            "The id is percent-decoded twice, so an indicator with a literal percent code is not found (get.md; RFC 3986)."),
    EMPTY_TEXT_NULLED(
            Kind.BOUNDARY,
            "An empty description comes back as null; submitted values are echoed (submit-ti-indicator.md)."),
    ASTRAL_LOST(
            Kind.BOUNDARY,
            "Characters beyond U+FFFF in texts become U+FFFD; submitted values are echoed (submit-ti-indicator.md; RFC 8259)."),
    URL_CASE_FOLDED(
            Kind.BOUNDARY,
            "Two URLs that differ in the letter case of their path are one indicator; the value is the identity (entity.md; RFC 3986)."),
    LABEL_63_REFUSED(
            Kind.BOUNDARY,
            "A domain name with a label of exactly 63 characters is refused (DOMAIN.md 2, family; RFC 1035)."),
    FILTER_QUOTE_KEPT(
            Kind.BOUNDARY, "A doubled quote in a $filter text is not read as one quote (list.md: OData V4 queries)."),
    FILTER_NO_PRECEDENCE(Kind.BOUNDARY, "In $filter 'and' does not bind closer than 'or' (list.md: OData V4 queries)."),
    FILTER_NE_SKIPS_NULL(
            Kind.BOUNDARY,
            "'ne' with a value leaves out indicators whose property is null (list.md: OData V4 queries)."),
    LAST_ONE_UNREACHED(
            Kind.BOUNDARY,
            "No next link is given when exactly one indicator is left, so it is never listed (list.md)."),

    OLDEST_EVICTED(
            Kind.WEAR,
            "From the 151st indicator of an application on, the oldest vanishes (get.md: 200 when it exists)."),
    DELETE_LOST(Kind.WEAR, "Every 25th DELETE answers 204 and deletes nothing (DOMAIN.md 1, family)."),
    TENTH_UPDATE_LOST(
            Kind.WEAR, "From its tenth update on, changes of an indicator are answered but not stored (patch.md)."),
    SCRATCH_REUSED(
            Kind.WEAR,
            "After 32 submissions an omitted description takes that of the submission before (submit-ti-indicator.md: the created indicator)."),
    EXPIRED_STAYS_LISTED(
            Kind.WEAR,
            "An indicator whose time has run out is still listed (REALITY.md 1: deleted to the second, active ones listed; family)."),

    ACTION_DEFAULTED(
            Kind.SINGLE, "A POST without action is accepted as Alert; action is required (submit-ti-indicator.md)."),
    SHA1_TAKES_64(Kind.SINGLE, "64 hex digits are accepted as a FileSha1; it has 40 (DOMAIN.md 2, family)."),
    IP_CODE_MIXED(
            Kind.SINGLE,
            "A bad IP address gets the code InvalidDomainName instead of InvalidIpAddress (DOMAIN.md 3, family)."),
    PATCH_UNKNOWN_400(Kind.SINGLE, "PATCH of an indicator that does not exist gets 400 instead of 404 (patch.md)."),

    CHUNKED_UNREAD(Kind.HTTP, "A request body in chunks, without Content-Length, is taken as empty (RFC 9112)."),
    PARAMETER_REFUSED(
            Kind.HTTP,
            "A Content-Type with a parameter, as charset=utf-8, is refused; it still is application/json (RFC 9110)."),
    ALLOW_MISSING(Kind.HTTP, "A 405 answer has no Allow header (RFC 9110; DOMAIN.md 3)."),

    SIGNATURE_UNVERIFIED(
            Kind.TOKEN, "A token with an altered signature is accepted; an invalid token gets 401 (DOMAIN.md 3)."),
    EXPIRY_IGNORED_BY_ID(Kind.TOKEN, "Requests for one indicator accept an expired token; it gets 401 (DOMAIN.md 3)."),
    DELEGATED_READS(Kind.TOKEN, "A signed-in user's token may list; the API serves application tokens only (list.md)."),
    ADMITTED_ONCE(
            Kind.TOKEN,
            "Once admitted, an application needs no role any more; one is required for each call (submit-ti-indicator.md).");

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

    FirstSecondFault(Kind kind, String breaks) {
        this.kind = kind;
        this.breaks = breaks;
    }

    public Kind kind() {
        return kind;
    }

    /** Tells what is wrong, and which stated fact it breaks. */
    public String breaks() {
        return breaks;
    }
}
