package dev.tick.stub.wiremock;

import dev.tick.stub.limit.ByteSize;
import dev.tick.stub.limit.Limits;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import wiremock.jakarta.servlet.http.HttpServletRequest;

/** The flaws for which a request is refused although the web server could read it. */
final class RequestFlaws {
    private static final String NO_ESCAPE = " has a percent sign that is not followed by two hexadecimal digits.";
    private static final String FORM = "application/x-www-form-urlencoded";

    /** Names of gzip, of nothing at all, and of nothing said. */
    private static final List<String> READ_ENCODINGS = List.of("gzip", "x-gzip", "identity", "");

    private RequestFlaws() {}

    /** Returns the first flaw of a request without its body. */
    static Optional<RequestFlaw> ofHead(HttpServletRequest request) {
        if (request.getMethod().equals("CONNECT")) {
            return bad("CONNECT asks for a tunnel, and this service is no proxy.");
        }
        String path = request.getRequestURI();
        if (path == null || !path.startsWith("/")) {
            return bad("The address must be a path that begins with a slash, got '" + path + "'.");
        }
        if (hasBrokenEscape(path)) {
            return bad("The path" + NO_ESCAPE);
        }
        String query = request.getQueryString();
        if (query != null && hasBrokenEscape(query)) {
            return bad("The query" + NO_ESCAPE);
        }
        return ofHost(request.getServerName()).or(() -> ofCharset(request.getContentType()));
    }

    private static Optional<RequestFlaw> ofHost(String host) {
        if (host == null || isPlain(host)) {
            return Optional.empty();
        }
        try {
            new URI("http://" + host + "/");
            return Optional.empty();
        } catch (URISyntaxException e) {
            return bad("The header Host must name a host, got '" + host + "'.");
        }
    }

    private static boolean isPlain(String host) {
        for (int i = 0; i < host.length(); i++) {
            char character = host.charAt(i);
            if (character != '.' && character != '-' && (character >= 128 || !Character.isLetterOrDigit(character))) {
                return false;
            }
        }
        return true;
    }

    private static Optional<RequestFlaw> ofCharset(String contentType) {
        if (contentType == null || contentType.indexOf(';') < 0) {
            return Optional.empty();
        }
        return Stream.of(contentType.split(";", -1))
                .map(String::strip)
                .filter(part -> part.toLowerCase(Locale.ROOT).startsWith("charset="))
                .map(part ->
                        part.substring("charset=".length()).replace("\"", "").strip())
                .filter(Predicate.not(RequestFlaws::isCharset))
                .findFirst()
                .map(charset -> new RequestFlaw(
                        415,
                        "The header Content-Type names the charset '" + charset + "', which is unknown; send UTF-8."));
    }

    private static boolean isCharset(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }

    /** Returns the encodings that the header {@code Content-Encoding} names and nobody here reads. */
    static Optional<RequestFlaw> ofEncoding(String encoding) {
        return READ_ENCODINGS.contains(encoding.strip().toLowerCase(Locale.ROOT))
                ? Optional.empty()
                : Optional.of(new RequestFlaw(
                        415, "The header Content-Encoding names '" + encoding + "'; only gzip is read here."));
    }

    /** Returns the flaw of a body that is too large. */
    static RequestFlaw tooLarge(Limits limits) {
        return new RequestFlaw(413, "The body is larger than " + ByteSize.text(limits.body()) + ", the limit.");
    }

    /** Returns the flaw of a request that comes too slowly. */
    static RequestFlaw tooSlow(Limits limits) {
        return new RequestFlaw(
                408, "The request did not come within " + limits.time().toSeconds() + " seconds, the limit.");
    }

    /** Returns the flaw of a form, after decompression: nobody can say what parameters it has. */
    static Optional<RequestFlaw> ofForm(HttpServletRequest request, byte[] body) {
        String type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).contains(FORM)) {
            return Optional.empty();
        }
        String form = new String(body, StandardCharsets.ISO_8859_1);
        if (hasBrokenEscape(form)) {
            return bad("The form in the body" + NO_ESCAPE);
        }
        try {
            byte[] decoded =
                    URLDecoder.decode(form, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(decoded));
            return Optional.empty();
        } catch (CharacterCodingException e) {
            return bad("The form in the body is not UTF-8.");
        }
    }

    /** Returns whether a percent sign is not followed by two hexadecimal digits. */
    static boolean hasBrokenEscape(String text) {
        for (int at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
            if (at + 2 >= text.length() || !isHex(text.charAt(at + 1)) || !isHex(text.charAt(at + 2))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHex(char character) {
        return character < 128 && Character.digit(character, 16) >= 0;
    }

    private static Optional<RequestFlaw> bad(String reason) {
        return Optional.of(RequestFlaw.bad(reason));
    }
}
