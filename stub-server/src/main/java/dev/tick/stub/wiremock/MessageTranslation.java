package dev.tick.stub.wiremock;

import dev.tick.spec.http.Body;
import dev.tick.spec.http.Headers;
import dev.tick.spec.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import wiremock.org.eclipse.jetty.http.HttpField;

/** Translates the web server's requests into ours. */
final class MessageTranslation {
    private MessageTranslation() {}

    /**
     * Translates a request of the web server.
     *
     * @param body the whole of it, after decompression
     * @param json reads the body, when it is asked for
     */
    static Request request(wiremock.org.eclipse.jetty.server.Request received, byte[] body, Body.Parser json) {
        List<Headers.Field> fields = new ArrayList<>(received.getHttpFields().size());
        for (HttpField field : received.getHttpFields()) {
            // Jetty knows a header without a value as null.
            fields.add(new Headers.Field(field.getName(), field.getValue() == null ? "" : field.getValue()));
        }
        return new Request(
                origin(received),
                received.getMethod().toUpperCase(Locale.ROOT),
                received.getHttpURI().getPathQuery(),
                new Headers(fields),
                body.length == 0 ? Body.none() : Body.of(body, json));
    }

    /** HTTP/1.0 need not have a header Host. */
    private static String origin(wiremock.org.eclipse.jetty.server.Request received) {
        return received.getScheme() + "://" + received.getServerName() + ":" + received.getServerPort();
    }
}
