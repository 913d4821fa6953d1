package dev.tick.conformance.subject;

import dev.tick.spec.check.AlternateToken;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** The tokens that a run can be given, each with the environment variable that holds it. */
public enum TokenKind {
    /** Of the application under test, with the role. */
    SOUND("TICK_TOKEN"),
    /** An expired token of the application under test. */
    EXPIRED("TICK_TOKEN_EXPIRED"),
    /** Of an application without the role. */
    WITHOUT_ROLE("TICK_TOKEN_WITHOUT_ROLE"),
    /** Of a signed-in user. */
    DELEGATED("TICK_TOKEN_DELEGATED"),
    /** Of a signed-in user, for this API, without the scope. */
    DELEGATED_WITHOUT_SCOPE("TICK_TOKEN_DELEGATED_WITHOUT_SCOPE"),
    /** Of another application of the same tenant, with the role. */
    OTHER_APPLICATION("TICK_TOKEN_OTHER_APPLICATION"),
    /** Of a third application of the same tenant, with the tenant-wide role, which reaches what others created. */
    TENANT_WIDE("TICK_TOKEN_TENANT_WIDE"),
    /** Meant for another API. */
    OTHER_AUDIENCE("TICK_TOKEN_OTHER_AUDIENCE");

    private final String variable;

    TokenKind(String variable) {
        this.variable = variable;
    }

    /** Returns the kind of the token that a row asks for. */
    public static TokenKind of(AlternateToken token) {
        return switch (token) {
            case EXPIRED -> EXPIRED;
            case WITHOUT_ROLE -> WITHOUT_ROLE;
            case DELEGATED -> DELEGATED;
            case DELEGATED_WITHOUT_SCOPE -> DELEGATED_WITHOUT_SCOPE;
            case OTHER_APPLICATION -> OTHER_APPLICATION;
            case TENANT_WIDE -> TENANT_WIDE;
            case OTHER_AUDIENCE -> OTHER_AUDIENCE;
        };
    }

    /** Returns the environment variable that holds the token. */
    public String variable() {
        return variable;
    }

    /** Returns the text that replaces the token in all output. */
    public String placeholder() {
        return "[" + variable + "]";
    }

    /** Returns these kinds, each with its placeholder. */
    public static Map<TokenKind, String> placeholders(Set<TokenKind> kinds) {
        Map<TokenKind, String> placeholders = new EnumMap<>(TokenKind.class);
        kinds.forEach(kind -> placeholders.put(kind, kind.placeholder()));
        return placeholders;
    }
}
