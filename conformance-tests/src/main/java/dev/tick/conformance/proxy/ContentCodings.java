package dev.tick.conformance.proxy;

import dev.tick.spec.http.Body;
import dev.tick.spec.http.Headers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** The codings of bodies that can be undone here (RFC 9110, section 8.4.1). */
public final class ContentCodings {
    /** The name of a body's header. */
    static final String HEADER = "Content-Encoding";

    static final String IDENTITY = "identity";
    static final Set<String> READABLE = Set.of("gzip", "x-gzip", "deflate", IDENTITY);

    private ContentCodings() {}

    /** Returns a body without its coding; empty where nobody here can undo it, or it is longer than bodies may be. */
    public static Optional<Body> undone(Headers headers, Body body) {
        String coding = String.join(",", headers.all(HEADER)).trim().toLowerCase(Locale.ROOT);
        if (body.isEmpty() || coding.isEmpty() || coding.equals(IDENTITY)) {
            return Optional.of(body);
        }
        try (InputStream in = reader(coding, new ByteArrayInputStream(body.bytes()))) {
            byte[] plain = in.readNBytes(LocalServer.LARGEST + 1);
            return Optional.of(Body.of(plain)).filter(one -> plain.length <= LocalServer.LARGEST);
        } catch (IOException e) {
            // Another coding, or a broken one: the other end may read it.
            return Optional.empty();
        }
    }

    private static InputStream reader(String coding, InputStream in) throws IOException {
        return switch (coding) {
            case "gzip", "x-gzip" -> new GZIPInputStream(in);
            case "deflate" -> new InflaterInputStream(in);
            default -> throw new IOException("the coding '" + coding + "' cannot be undone");
        };
    }
}
