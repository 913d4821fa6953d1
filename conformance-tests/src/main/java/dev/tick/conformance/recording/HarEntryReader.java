package dev.tick.conformance.recording;

import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Headers;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.text.ShortText;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads one entry of a recording. */
final class HarEntryReader {
    private static final List<String> BODILESS = List.of("GET", "HEAD", "DELETE");
    private static final int LEAST_STATUS = 100;
    private static final int SHOWN = 60;
    private static final double LONGEST_MILLIS = 1e12;
    private static final char REPLACEMENT = '\uFFFD';

    /** Scheme and host, path, and query; no host where the scheme has none, as in {@code data:}. Browsers leave characters as they are. */
    private static final Pattern URL =
            Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(?://([^/?#]*))?([^?#]*)(\\?[^#]*)?(?:#.*)?", Pattern.DOTALL);

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
    private static final Pattern SCHEME = Pattern.compile("(?i)https?");

    /** ISO 8601; some exporters write the offset without a colon. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    private final Function<String, InvalidSettingException> wrong;

    /**
     * Creates a reader.
     *
     * @param wrong makes an exception of what is wrong with the entry, which begins with the place in it
     */
    HarEntryReader(Function<String, InvalidSettingException> wrong) {
        this.wrong = wrong;
    }

    HarEntry read(JsonNode entry) {
        Instant started = time(entry.path("startedDateTime"));
        JsonNode request = entry.path("request");
        String method = text(request, "request", "method").toUpperCase(Locale.ROOT);
        // A proxy's tunnel has no URL.
        String url = method.equals("CONNECT") ? "connect:" : text(request, "request", "url");
        Matcher parts = URL.matcher(url);
        if (!parts.matches() || (SCHEME.matcher(parts.group(1)).matches() && isMissing(parts.group(2)))) {
            // A query, a fragment and the part before an @ may hold a secret.
            throw wrong.apply(".request.url: expected a URL such as https://api.example/api, got '"
                    + ShortText.of(url.replaceFirst("(?s)[?#].*", "").replaceFirst("(?s).*@", ""), SHOWN) + "'");
        }
        Headers headers = headers(request);
        Optional<Body> body = body(method, request, headers);
        return new HarEntry(
                started,
                answered(entry, started),
                new Request(
                        parts.group(1) + "://"
                                + Optional.ofNullable(parts.group(2)).orElse(""),
                        method,
                        parts.group(3) + Optional.ofNullable(parts.group(4)).orElse(""),
                        typed(headers, request),
                        body.orElse(Body.none())),
                body.isPresent() ? HarEntry.Extent.WHOLE : HarEntry.Extent.PART,
                response(entry.path("response")));
    }

    private static boolean isMissing(String host) {
        return host == null || host.isEmpty();
    }

    private Instant time(JsonNode value) {
        try {
            return OffsetDateTime.parse(value.asString(""), TIME).toInstant();
        } catch (DateTimeException e) {
            throw wrong.apply(".startedDateTime: expected a time such as 2026-01-02T03:04:05.678Z, got "
                    + (value.isMissingNode() ? "nothing" : "'" + ShortText.of(value.asString(""), SHOWN) + "'"));
        }
    }

    private String text(JsonNode owner, String place, String name) {
        String text = owner.path(name).asString("").trim();
        if (text.isEmpty()) {
            throw wrong.apply("." + place + "." + name + ": expected a text, got "
                    + (owner.path(name).isMissingNode() ? "nothing" : "another value"));
        }
        return text;
    }

    private static Optional<Instant> answered(JsonNode entry, Instant started) {
        double millis = entry.path("time").asDouble(-1);
        return millis >= 0 && millis < LONGEST_MILLIS
                ? Optional.of(started.plus((long) Math.ceil(millis), ChronoUnit.MILLIS))
                : Optional.empty();
    }

    /** HTTP/2 has its own fields, which begin with a colon and are no headers. */
    private static Headers headers(JsonNode message) {
        List<Headers.Field> fields = new ArrayList<>();
        for (JsonNode header : message.path("headers")) {
            String name = header.path("name").asString("").trim();
            if (!name.isEmpty() && !name.startsWith(":")) {
                fields.add(new Headers.Field(
                        name, header.path("value").asString("").trim()));
            }
        }
        return new Headers(fields);
    }

    /** Some exporters leave the headers out, and tell the media type beside the body. */
    private static Headers typed(Headers headers, JsonNode request) {
        String type = request.path("postData").path("mimeType").asString("");
        return headers.first("Content-Type").isPresent() || type.isEmpty()
                ? headers
                : headers.plus("Content-Type", type);
    }

    /** Returns the body of a request; empty where it was not recorded whole, or nobody knows. */
    private Optional<Body> body(String method, JsonNode request, Headers headers) {
        long length = headers.first("Content-Length")
                .filter(value -> value.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElse(-1L);
        long size = Math.max(request.path("bodySize").asLong(-1), length);
        JsonNode data = request.path("postData");
        if (!data.path("text").isString()) {
            // A browser that could not get a body says that its size is 0.
            boolean none = length == 0 || (BODILESS.contains(method) && size <= 0);
            return none ? Optional.of(Body.none()) : Optional.empty();
        }
        return whole(bytes(data, ".request.postData"), size);
    }

    private Optional<Response> response(JsonNode response) {
        int status = response.path("status").asInt(0);
        if (status < LEAST_STATUS) {
            return Optional.empty();
        }
        JsonNode content = response.path("content");
        Body body = content.path("text").isString()
                ? whole(
                                bytes(content, ".response.content"),
                                content.path("size").asLong(-1))
                        .orElse(Body.none())
                : Body.none();
        return Optional.of(new Response(status, headers(response), body));
    }

    private byte[] bytes(JsonNode content, String place) {
        String text = content.path("text").asString("");
        if (!content.path("encoding").asString("").equalsIgnoreCase("base64")) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getDecoder().decode(WHITE_SPACE.matcher(text).replaceAll(""));
        } catch (IllegalArgumentException e) {
            // Not quoted: it may hold a token.
            throw wrong.apply(place + ".text: expected base64, as its encoding says, got another text of "
                    + text.length() + " characters");
        }
    }

    /** Returns a body; empty where bytes are missing, or some could not be written as text. */
    private static Optional<Body> whole(byte[] bytes, long size) {
        return size > bytes.length || new String(bytes, StandardCharsets.UTF_8).indexOf(REPLACEMENT) >= 0
                ? Optional.empty()
                : Optional.of(Body.of(bytes));
    }
}
