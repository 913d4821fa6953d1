package dev.tick.conformance.target;

import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.spec.text.NearestWord;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The URL of a target; what of one that is refused may be secret is not told. */
public final class TargetUrl {
    private static final int PORTS = 65_535;
    private static final Pattern SHAPE = Pattern.compile("(?is)((?:https?:/*)?)(.*)");
    private static final Pattern HOST_WITHOUT_SCHEME = Pattern.compile(
            "(?i)(localhost|[a-z0-9_-]+(\\.[a-z0-9_-]+)+)(:[0-9]+)?(/[^?#]*)?|[a-z0-9-]+:[0-9]+(/[^?#]*)?");

    private TargetUrl() {}

    /**
     * Reads the URL of a target.
     *
     * @throws InvalidSettingException when it is none, or carries more than a target's may
     */
    public static URI of(String target) {
        try {
            URI url = new URI(target.replaceAll("/+$", ""));
            boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            if (http && url.getHost() != null && url.getRawUserInfo() != null) {
                throw new InvalidSettingException("target: the URL of " + url.getHost()
                        + " carries a user or a password; leave them out, secrets come from the environment alone");
            }
            if (url.getPort() > PORTS) {
                throw new InvalidSettingException("target: the URL of " + url.getHost() + " has the port "
                        + url.getPort() + ", and " + PORTS + " is the highest there is; correct it");
            }
            if (http && url.getHost() != null && url.getRawQuery() == null && url.getRawFragment() == null) {
                return url;
            }
            throw unknown(target, hint(target, Optional.ofNullable(url.getRawAuthority())));
        } catch (URISyntaxException e) {
            String hint = hint(target, Optional.empty());
            throw unknown(target, hint.isEmpty() ? " (" + e.getReason() + ")" : hint);
        }
    }

    private static String hint(String target, Optional<String> authority) {
        if (target.contains("@")) {
            return " (it seems to carry a user or a password; leave them out)";
        }
        if (HOST_WITHOUT_SCHEME.matcher(target).matches()) {
            return " (it has no scheme; did you mean 'http://" + target + "'?)";
        }
        if (authority.filter(one -> one.contains("_")).isPresent()) {
            return " (the name of a host has no underscore)";
        }
        return NearestWord.hint(target, List.of("stub"));
    }

    private static InvalidSettingException unknown(String target, String reason) {
        return new InvalidSettingException(
                "target: '" + shown(target) + "' is neither 'stub' nor an http or https URL without a query" + reason
                        + "; use stub or, say, https://host.example");
    }

    /** Returns a target without a user, whose password may hold every other delimiter, and without what stands behind the path. */
    static String shown(String target) {
        Matcher parts = SHAPE.matcher(target);
        if (!parts.matches()) {
            return "…";
        }
        String behind = parts.group(2);
        int user = behind.lastIndexOf('@');
        if (user > behind.replaceFirst("(?s)[?#].*", "").length()) {
            // The delimiter of a query, or a letter of a password: nobody can tell.
            return parts.group(1) + "…";
        }
        String host = user < 0 ? behind : "…" + behind.substring(user);
        return parts.group(1) + host.replaceFirst("(?s)[?#].*", "?…");
    }
}
