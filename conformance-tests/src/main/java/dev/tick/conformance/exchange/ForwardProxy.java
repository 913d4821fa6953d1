package dev.tick.conformance.exchange;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.http.HttpHost;
import org.apache.http.auth.AuthScope;
import org.apache.http.auth.UsernamePasswordCredentials;
import org.apache.http.client.CredentialsProvider;

/**
 * A proxy that forwards requests to other hosts.
 *
 * @param host its name or address
 * @param port its port
 * @param login its user and password; empty where it asks for none
 */
public record ForwardProxy(String host, int port, Optional<Login> login) {
    private static final int HIGHEST_PORT = 65_535;
    private static final int USUAL_PORT = 80;

    /**
     * A user and a password.
     *
     * @param user the name
     * @param password may be empty
     */
    public record Login(String user, String password) {
        /** Returns a text without the password. */
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }

    /**
     * Reads the URL of a proxy, such as {@code http://proxy.example:3128}; the scheme may be left out.
     *
     * @param name of the setting or variable, for messages
     * @throws IllegalArgumentException for what is none; since it may hold a password, it is not quoted
     */
    static ForwardProxy of(String name, String text) {
        try {
            URI url = new URI((text.contains("://") ? text : "http://" + text).replaceAll("/+$", ""));
            if (!"http".equalsIgnoreCase(url.getScheme())) {
                throw new IllegalArgumentException(name + ": the scheme of the proxy is '" + url.getScheme()
                        + "', and the kit speaks to proxies by http alone; use, say, http://proxy.example:3128");
            }
            if (url.getHost() == null
                    || url.getPort() > HIGHEST_PORT
                    || !url.getRawPath().isEmpty()) {
                throw unusable(name);
            }
            return new ForwardProxy(
                    url.getHost(),
                    url.getPort() < 0 ? USUAL_PORT : url.getPort(),
                    Optional.ofNullable(url.getRawUserInfo()).map(ForwardProxy::login));
        } catch (URISyntaxException e) {
            throw unusable(name);
        }
    }

    private static IllegalArgumentException unusable(String name) {
        return new IllegalArgumentException(
                name + ": its value is no URL of a proxy; use, say, http://proxy.example:3128");
    }

    private static Login login(String info) {
        String[] parts = info.split(":", 2);
        return new Login(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Returns the proxy as Apache's client knows it. */
    public HttpHost address() {
        return new HttpHost(host, port);
    }

    /** Gives a client the login, for this proxy alone. */
    public void lend(CredentialsProvider credentials) {
        login.ifPresent(own -> credentials.setCredentials(
                new AuthScope(host, port), new UsernamePasswordCredentials(own.user(), own.password())));
    }

    /** Returns the place of the proxy, for messages. */
    public String place() {
        return host + ":" + port;
    }
}
