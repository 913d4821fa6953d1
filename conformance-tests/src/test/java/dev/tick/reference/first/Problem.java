package dev.tick.reference.first;

import java.util.List;

/** Why a request is turned down, and the status and error code that say so by default. */
public enum Problem {
    NO_SOUND_TOKEN(401, "Unauthorized"),
    DELEGATED_TOKEN(403, "Forbidden"),
    ROLE_MISSING(403, "Forbidden"),
    UNKNOWN_PATH(404, "NotFound"),
    UNKNOWN_INDICATOR(404, "ResourceNotFound"),
    NOT_DECLARED_JSON(415, "UnsupportedMediaType"),
    NOT_JSON(400, "InvalidRequestBody"),
    WRONG_PROPERTY(400, "InvalidRequestBody"),
    UNKNOWN_WORD(400, "InvalidRequestBody"),
    PARAMETER_MISSING(400, "MissingRequiredParameter"),
    WRONG_HASH(400, "InvalidHashValue"),
    WRONG_IP_ADDRESS(400, "InvalidIpAddress"),
    WRONG_DOMAIN_NAME(400, "InvalidDomainName"),
    WRONG_URL(400, "InvalidUrl"),
    EXPIRATION_PAST(400, "BadRequest"),
    READ_ONLY(400, "BadRequest"),
    WRONG_QUERY(400, "ODataError"),
    BATCH_TOO_LARGE(400, "MaximumBatchSizeExceeded"),
    MALFORMED_REQUEST(400, "BadRequest"),
    OTHER_TYPE_OR_ACTION(409, "Conflict");

    private final int status;
    private final String code;

    Problem(int status, String code) {
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** Returns whether the family has a code for it and nothing else. */
    public boolean isOfValue() {
        return List.of(WRONG_HASH, WRONG_IP_ADDRESS, WRONG_DOMAIN_NAME, WRONG_URL, BATCH_TOO_LARGE)
                .contains(this);
    }
}
