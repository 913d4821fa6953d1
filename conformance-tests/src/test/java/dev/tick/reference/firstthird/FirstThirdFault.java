package dev.tick.reference.firstthird;

/** What may be wrong with the server: one thing at a time. */
public enum FirstThirdFault {
    NONE(null, "Nothing is wrong."),

    OR_REACHES_OTHER_APPLICATIONS(
            Kind.SEQUENCE,
            "A $filter with `or` is joined to the owner's condition without parentheses, so that the list shows indicators of other applications (list page: only those that the calling application submitted)."),
    PAGE_CACHE_FORGETS_CALLER(
            Kind.SEQUENCE,
            "A filtered list is cached by its query alone, so that the same query of another application gets the first one's indicators (list page: only those that the calling application submitted)."),
    PATCH_FORGETS_NEIGHBOUR(
            Kind.SEQUENCE,
            "A PATCH of the description alone empties recommendedActions (patch page: properties that are not included keep their values)."),
    PATCHED_EXPIRY_NOT_STORED(
            Kind.SEQUENCE,
            "PATCH answers the new expirationTime but stores the old one (patch page: expirationTime may be updated)."),
    PATCH_CHANGES_ACTION(
            Kind.SEQUENCE,
            "PATCH changes the action when the body has one (patch page: action is not among the properties that may be updated)."),
    PATCH_REVIVES_DELETED(
            Kind.SEQUENCE,
            "PATCH of a deleted indicator answers 200 and brings it back (patch page: 404 when the indicator does not exist)."),
    PATCH_RENEWS_CREATION(
            Kind.SEQUENCE,
            "PATCH sets creationTimeDateTimeUtc to the moment of the change (entity page: when the indicator was created)."),
    REFUSED_PATCH_HALF_APPLIED(
            Kind.SEQUENCE,
            "A PATCH that is refused for its severity or expirationTime has changed the texts already (patch page: an incorrect body is a 400; RFC 5789: a patch is applied entirely or not at all)."),
    UPDATE_LISTED_TWICE(
            Kind.SEQUENCE,
            "An indicator that is submitted again stands twice in the list, once as it was (family: submitting again is an update; entity page: the value is the identity)."),
    FILTER_SEES_FIRST_SEVERITY(
            Kind.SEQUENCE,
            "After a PATCH of the severity, $filter still compares the old one (list page: OData V4 queries; patch page: severity may be updated)."),
    DELETED_STAYS_LISTED(
            Kind.SEQUENCE,
            "A deleted indicator stays in the list although GET by its value answers 404 (family, delete: the indicator is gone)."),
    READ_CACHE_OUTLIVES_DELETE(
            Kind.SEQUENCE,
            "An indicator that was read by its value before it was deleted is still answered with 200 afterwards (get page: 404 when it is not found)."),
    DELETED_STILL_CONFLICTS(
            Kind.SEQUENCE,
            "Submitting a deleted value with another type or action answers 409 (submit page: 201; family: 409 only when the value exists)."),
    CONFLICT_STILL_WRITES(
            Kind.SEQUENCE,
            "A submission that is refused with 409 for its action has changed the stored action (family: 409 when the value exists with another action)."),
    NEXT_LINK_DROPS_FILTER(
            Kind.SEQUENCE,
            "The next link of a filtered list has no $filter, so that the second page holds what does not match (list page: OData V4 queries)."),
    SKIP_BEFORE_FILTER(
            Kind.SEQUENCE,
            "$skip is applied before $filter (list page: OData V4 queries, where the filter comes first)."),

    PLUS_IN_PATH_IS_SPACE(
            Kind.BOUNDARY,
            "A plus sign of the value in the path is read as a space, so that it is not found (get page: the id is the value; RFC 3986: a plus sign of a path is itself)."),
    PATH_DECODED_TWICE(
            Kind.BOUNDARY,
            "The path is decoded twice, so that a value that holds a percent-encoded character is not found (get page: the id is the value)."),
    DELETE_STOPS_AT_SLASH(
            Kind.BOUNDARY,
            "DELETE takes only what follows the last encoded slash as the id, so that addresses are not found (family, delete: 204 for an indicator that exists)."),
    PATCH_PATH_IN_LATIN1(
            Kind.BOUNDARY,
            "PATCH reads the percent-encoded path as Latin-1, so that values beyond ASCII are not found (patch page: 200 for an indicator that exists)."),
    IPV6_RECASED(
            Kind.BOUNDARY,
            "An IPv6 address with capital letters is answered in small ones (submit page: the created indicator, as submitted)."),
    EMPTY_TITLE_BECOMES_NULL(
            Kind.BOUNDARY, "An empty title is answered as null (submit page: the created indicator, as submitted)."),
    DESCRIPTION_CUT(
            Kind.BOUNDARY,
            "A description of more than 1024 characters is silently cut (submit page: the created indicator, as submitted)."),
    ASTRAL_CHARACTERS_LOST(
            Kind.BOUNDARY,
            "Characters beyond the basic plane of Unicode are replaced in texts (submit page: the created indicator, as submitted; RFC 8259: texts are Unicode)."),
    FRACTION_CUT_TO_MILLISECONDS(
            Kind.BOUNDARY,
            "Digits beyond milliseconds of a submitted expirationTime are lost (submit page: the created indicator, as submitted, a DateTimeOffset)."),
    NEGATIVE_HALF_HOUR_OFFSET(
            Kind.BOUNDARY,
            "The minutes of a negative offset such as -03:30 are counted with the wrong sign (submit page: expirationTime is a DateTimeOffset)."),
    DOUBLED_QUOTE_KEPT(
            Kind.BOUNDARY,
            "A doubled apostrophe in a text of $filter stays doubled, so that it matches nothing (list page: OData V4 queries)."),
    NE_PASSES_OVER_NULL(
            Kind.BOUNDARY,
            "`ne` with a value leaves out indicators whose property is null (list page: OData V4 queries, where null is not equal to any value)."),
    AND_OR_LEFT_TO_RIGHT(
            Kind.BOUNDARY,
            "`and` and `or` of a filter are joined from left to right instead of `and` first (list page: OData V4 queries)."),
    GE_LEAVES_OUT_EQUAL_TIME(Kind.BOUNDARY, "`ge` leaves out the equal time (list page: OData V4 queries)."),
    LONG_HASH_TAKEN(
            Kind.BOUNDARY,
            "A FileSha256 value that continues after its 64 digits is accepted (family, errors: InvalidHashValue)."),
    LAST_ONE_NOT_LINKED(
            Kind.BOUNDARY,
            "There is no next link when exactly one indicator remains (list page: a collection of the indicators that the application submitted)."),

    OLDEST_EVICTED(
            Kind.WEAR,
            "Beyond 120 indicators of an application the oldest vanishes (get page: 200 for an indicator that exists)."),
    PATCHES_END_AFTER_TWENTY_FIVE(
            Kind.WEAR,
            "After 25 changes of one indicator a PATCH answers the change but does not store it (patch page: 200 with the updated indicator)."),
    FORTIETH_CREATION_IS_UPDATE(
            Kind.WEAR,
            "Every fortieth creation answers 200 instead of 201 (submit page: 201 for a created indicator)."),
    LIST_FORGETS_EVERY_THIRTIETH(
            Kind.WEAR,
            "Every thirtieth new indicator is missing from the list (list page: a collection of the indicators that the application submitted)."),
    EXPIRED_STAYS_LISTED(
            Kind.WEAR,
            "An indicator whose expirationTime has come stays in the list (family, entity page: the list holds active indicators)."),
    EXPIRED_STILL_CONFLICTS(
            Kind.WEAR,
            "Submitting an expired value with another type or action answers 409 (submit page: 201; family: an expired indicator is deleted, 409 only when the value exists)."),
    PATCHED_EXPIRY_NOT_OBEYED(
            Kind.WEAR,
            "An indicator whose expirationTime was moved by PATCH still vanishes at the old one (patch page: expirationTime may be updated)."),

    NO_CHALLENGE_WITHOUT_TOKEN(
            Kind.HTTP, "The 401 for a request without a token has no WWW-Authenticate (RFC 9110, 15.5.2)."),
    NO_ALLOW_ON_405(Kind.HTTP, "A 405 has no Allow (RFC 9110, 15.5.6)."),
    SCHEME_IN_CAPITALS_ONLY(
            Kind.HTTP, "The scheme of Authorization is compared with its letter case (RFC 9110, 11.1: without)."),
    CHUNKED_BODY_NOT_READ(
            Kind.HTTP, "A body without Content-Length, sent in chunks, is taken for an empty one (RFC 9112, 6.3)."),

    ROLE_FORGOTTEN_ON_DELETE(
            Kind.TOKEN,
            "DELETE does not ask for the role (family, errors: 403 for a token that is valid but not allowed)."),
    USER_TOKEN_LISTS(
            Kind.TOKEN,
            "The list serves a signed-in user with the scope (list page: only requests of an application are supported)."),
    EXPIRED_TOKEN_READS(Kind.TOKEN, "GET by value takes an expired token (family, errors: 401 for an expired token)."),
    VERDICT_CACHE_FORGETS_SIGNATURE(
            Kind.TOKEN,
            "A token with a wrong signature is taken when the same token with the right one was seen before (family, errors: 401 for an invalid token)."),

    ACTION_DEFAULTS_TO_ALERT(
            Kind.SINGLE, "A submission without action is accepted as Alert (submit page: action is required)."),
    CREATION_TIME_IS_LOCAL(
            Kind.SINGLE,
            "creationTimeDateTimeUtc is the local time, two hours ahead, printed as UTC (entity page: when the indicator was created)."),
    RELATIVE_URL_TAKEN(Kind.SINGLE, "A Url value without a scheme is accepted (family, errors: InvalidUrl).");

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

    FirstThirdFault(Kind kind, String breaks) {
        this.kind = kind;
        this.breaks = breaks;
    }

    /** What it takes to see it; null for NONE. */
    public Kind kind() {
        return kind;
    }

    /** What is wrong, and which fact it breaks. */
    public String breaks() {
        return breaks;
    }
}
