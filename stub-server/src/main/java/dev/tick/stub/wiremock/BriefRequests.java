package dev.tick.stub.wiremock;

import java.util.Locale;
import wiremock.org.eclipse.jetty.http.HttpField;
import wiremock.org.eclipse.jetty.http.HttpVersion;
import wiremock.org.eclipse.jetty.server.Request;

/**
 * Requests that the thread which found them may answer at once, although it has other connections to care for: small ones to a route
 * that answers within microseconds, none of whose parts can make it wait.
 *
 * @param routes tell which are quick
 * @param own may wait as long as their user likes, so with one of them nothing is brief
 */
record BriefRequests(Routes routes, OwnMappings own) {
    /** In bytes; its answer still is no larger than what goes out without waiting for the client. */
    private static final int LONGEST = 4096;

    boolean include(Request request) {
        return request.getHttpVersion() == HttpVersion.HTTP_1_1
                && request.getContentLengthLong() >= 0
                && request.getContentLengthLong() <= LONGEST
                && routes.areQuick(request.getMethod(), request.getHttpURI().getPathQuery())
                && isPlain(request)
                && !own.exist();
    }

    /** Returns whether nothing is there that needs a refusal of the gate, a decompression, or the end of the connection. */
    private static boolean isPlain(Request request) {
        for (HttpField field : request.getHttpFields()) {
            if (field.getHeader() != null) {
                switch (field.getHeader()) {
                    case CONTENT_ENCODING, EXPECT, TRANSFER_ENCODING, UPGRADE -> {
                        return false;
                    }
                    case CONNECTION -> {
                        if (!"keep-alive".equalsIgnoreCase(field.getValue())) {
                            return false;
                        }
                    }
                    default -> {}
                }
            }
        }
        return RequestFlaws.ofHead(request).isEmpty()
                && (request.getContentType() == null
                        || request.getContentType().toLowerCase(Locale.ROOT).contains("json"));
    }
}
