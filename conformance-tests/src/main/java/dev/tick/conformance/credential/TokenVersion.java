package dev.tick.conformance.credential;

/** The forms of the vendor's token endpoint. */
public enum TokenVersion {
    /** Asks for an API as {@code resource}, at {@code /oauth2/token}. */
    V1("/oauth2/token"),
    /** Asks for an API as {@code scope} with {@code /.default} behind it, at {@code /oauth2/v2.0/token}. */
    V2("/oauth2/v2.0/token");

    private final String path;

    TokenVersion(String path) {
        this.path = path;
    }

    /** Returns the path of the endpoint below the tenant's. */
    String path() {
        return path;
    }
}
