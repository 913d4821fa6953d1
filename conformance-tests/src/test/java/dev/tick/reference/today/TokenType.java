package dev.tick.reference.today;

/** What a token is good for; a server has one of each. */
public enum TokenType {
    SOUND("TICK_TOKEN"),
    OTHER_APPLICATION("TICK_TOKEN_OTHER_APPLICATION"),
    /** Of a third application, which sees and deletes what all others submitted. */
    TENANT_WIDE("TICK_TOKEN_TENANT_WIDE"),
    EXPIRED("TICK_TOKEN_EXPIRED"),
    WITHOUT_ROLE("TICK_TOKEN_WITHOUT_ROLE"),
    /** Of a signed-in user, through the application of the sound token. */
    DELEGATED("TICK_TOKEN_DELEGATED"),
    OTHER_AUDIENCE("TICK_TOKEN_OTHER_AUDIENCE"),
    /** The sound token, its claims changed under the old signature. */
    TAMPERED("TICK_TOKEN_TAMPERED"),
    /** Sound claims with the algorithm "none" and no signature. */
    UNSIGNED("TICK_TOKEN_UNSIGNED"),
    MALFORMED("TICK_TOKEN_MALFORMED");

    private final String variable;

    TokenType(String variable) {
        this.variable = variable;
    }

    /** The environment variable that offers the token to a runner. */
    public String variable() {
        return variable;
    }
}
