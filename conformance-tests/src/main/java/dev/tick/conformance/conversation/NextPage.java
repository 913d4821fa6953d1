package dev.tick.conformance.conversation;

import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** The link by which a server of OData may end an answer and lead to the rest of a list (OData V4, 11.2.6.7). */
public final class NextPage {
    /** The name of the property that holds the link. */
    public static final String LINK = "@odata.nextLink";

    /** Scheme and authority at the beginning of a link (RFC 3986, section 3); a query may hold another URL. */
    private static final Pattern ORIGIN = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*");

    private NextPage() {}

    /**
     * Returns the request for the next page; empty after the last one. It goes to the target, whichever host the link names: a gateway
     * may hide the server's own name, a link may be relative, and the token is nobody else's.
     *
     * @param base the target's base URL, without a slash at its end
     */
    public static Optional<Request> after(Exchange page, URI base) {
        return page.response()
                .map(Response::json)
                .map(answer -> answer.path(LINK).asString(""))
                .filter(link -> !link.isEmpty())
                .map(link -> onTarget(base.getRawPath(), page.request().url(), link))
                .map(page.request()::to);
    }

    private static String onTarget(String prefix, String url, String link) {
        String place = ORIGIN.matcher(link).replaceFirst("");
        if (place.isEmpty() || place.startsWith("?")) {
            return path(url) + place;
        }
        if (!place.startsWith("/")) {
            return path(url).substring(0, path(url).lastIndexOf('/') + 1) + place;
        }
        return place.startsWith(prefix + "/") ? place.substring(prefix.length()) : place;
    }

    private static String path(String url) {
        return url.split("[?]", 2)[0];
    }
}
