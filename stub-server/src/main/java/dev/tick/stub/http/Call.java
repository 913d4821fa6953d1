package dev.tick.stub.http;

import java.util.Optional;

/**
 * A request as it reached the stub.
 *
 * @param method in capitals
 * @param url path and query as they came, percent-encoded
 * @param authorization the header of this name
 * @param contentType the header of this name
 * @param body the bytes of the body
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and read where it was made.
public record Call(
        String method, String url, Optional<String> authorization, Optional<String> contentType, byte[] body) {
    /** The path as it came, without the query. */
    public String path() {
        return url.split("\\?", 2)[0];
    }
}
