package dev.tick.conformance.credential;

import dev.tick.conformance.exchange.Loopback;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * The authority that issues the tokens of a target.
 *
 * @param base where it lies, such as {@code https://login.microsoftonline.com}, without a slash at the end
 * @param tenant the id or the domain of the tenant
 * @param version the form of its token endpoint
 * @param audience the API that the tokens are for: a URI, or the id of an application
 */
public record Authority(URI base, String tenant, TokenVersion version, String audience) {
    private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]*");

    /**
     * Removes slashes from the end of the base.
     *
     * @throws IllegalArgumentException for what cannot be an authority, or what a secret must not be sent to; the message begins with
     *     the component's name
     */
    public Authority {
        base = URI.create(base.toString().replaceAll("/+$", ""));
        boolean secure = "https".equalsIgnoreCase(base.getScheme());
        if (base.getHost() == null || base.getRawUserInfo() != null || base.getRawQuery() != null) {
            throw new IllegalArgumentException(
                    "base: expected an https URL with a host alone, such as https://login.microsoftonline.com");
        }
        if (!secure && !("http".equalsIgnoreCase(base.getScheme()) && Loopback.is(base))) {
            throw new IllegalArgumentException("base: '" + base
                    + "' is not https, and a secret would cross the network for all to read; use the https URL");
        }
        if (!TENANT.matcher(tenant).matches()) {
            throw new IllegalArgumentException("tenant: '" + tenant
                    + "' is no id or domain of a tenant; use, say, 0f1e2d3c-0000-4000-8000-000000000001");
        }
        if (audience.isBlank() || audience.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("audience: '" + audience
                    + "' is no name of an API; use its URI, such as https://api.securitycenter.microsoft.com");
        }
    }

    /** Returns the URL of the token endpoint. */
    public URI tokenEndpoint() {
        return URI.create(base + "/" + tenant + version.path());
    }
}
