package dev.tick.conformance.proxy;

import dev.tick.conformance.conversation.NextPage;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The links by which an answer would lead a client past the proxy, led through it: that to the next page, whichever host it names, since
 * a gateway may hide the service's own; and a {@code Location} at the service itself. All other links stay.
 */
public final class ProxiedLinks {
    private static final Pattern ABSOLUTE = Pattern.compile("(?i)^https?://[^/?#]*");
    private static final String LOCATION = "Location";
    private static final JsonFactory JSON = new JsonFactory();

    private final URI service;
    private final String proxy;

    /**
     * Prepares the links.
     *
     * @param service its base URL
     * @param proxy its base URL; both without a slash at their end
     */
    public ProxiedLinks(URI service, URI proxy) {
        this.service = service;
        this.proxy = proxy.toString();
    }

    /**
     * Returns the answer for the client.
     *
     * @param exchange its answer as it came
     * @param plain the body without its coding, by which a link is found
     */
    public Response through(Exchange exchange, Body plain) {
        Response response = exchange.response().orElseThrow();
        Response located = response.header(LOCATION)
                .map(place -> response.with(LOCATION, located(place)))
                .orElse(response);
        return nextPage(exchange.request(), response.withBody(plain))
                .map(body -> located.without(ContentCodings.HEADER).withBody(body))
                .orElse(located);
    }

    private String located(String place) {
        Matcher absolute = ABSOLUTE.matcher(place);
        if (!absolute.lookingAt()) {
            return leadsBelow(place) ? place.substring(service.getRawPath().length()) : place;
        }
        String rest = place.substring(absolute.end());
        boolean here = origin(absolute.group()).equals(origin(service.toString()))
                && (service.getRawPath().isEmpty() || leadsBelow(rest));
        return here ? proxy + rest.substring(service.getRawPath().length()) : place;
    }

    private boolean leadsBelow(String place) {
        return !service.getRawPath().isEmpty() && place.startsWith(service.getRawPath() + "/");
    }

    private static String origin(String url) {
        Matcher absolute = ABSOLUTE.matcher(url);
        String origin = absolute.lookingAt() ? absolute.group().toLowerCase(Locale.ROOT) : "";
        return origin.replaceFirst(origin.startsWith("https") ? ":443$" : ":80$", "");
    }

    private Optional<Body> nextPage(Request request, Response plain) {
        if (!plain.body().text().contains("nextLink")) {
            return Optional.empty();
        }
        String link = plain.json().path(NextPage.LINK).asString("");
        if (!ABSOLUTE.matcher(link).lookingAt() && !leadsBelow(link)) {
            return Optional.empty();
        }
        return NextPage.after(new Exchange(request, Optional.of(plain), ""), service)
                .map(page -> Body.of(replaced(plain.body().bytes(), proxy + page.url())));
    }

    /** Returns the same bytes but for the link. */
    private static byte[] replaced(byte[] json, String link) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean isLink = parser.currentName().equals(NextPage.LINK);
                parser.nextToken();
                if (isLink) {
                    // To read it to its end is what moves the parser there.
                    parser.getString();
                    int from = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
                    int to = Math.toIntExact(parser.currentLocation().getByteOffset());
                    ByteArrayOutputStream out = new ByteArrayOutputStream(json.length + link.length());
                    out.write(json, 0, from);
                    out.writeBytes(
                            JsonNodeFactory.instance.stringNode(link).toString().getBytes(StandardCharsets.UTF_8));
                    out.write(json, to, json.length - to);
                    return out.toByteArray();
                }
                parser.skipChildren();
            }
        }
        throw new IllegalStateException("an answer with a link to the next page has none at its first level");
    }
}
