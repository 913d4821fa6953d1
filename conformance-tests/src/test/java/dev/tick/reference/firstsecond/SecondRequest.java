package dev.tick.reference.firstsecond;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of a request, taken apart: API version, resource and id. */
final class SecondRequest {
    private static final Pattern PATH =
            Pattern.compile("/api(/v1\\.0)?/tiindicators(?:/(.*))?", Pattern.CASE_INSENSITIVE);
    private final HttpExchange exchange;
    private final Matcher path;
    private final FirstSecondFault fault;

    SecondRequest(HttpExchange exchange, FirstSecondFault fault) {
        this.exchange = exchange;
        this.fault = fault;
        this.path = PATH.matcher(exchange.getRequestURI().getRawPath());
        path.matches();
    }

    boolean known() {
        return path.matches();
    }

    boolean alias() {
        return path.group(1) != null;
    }

    boolean collection() {
        return path.group(2) == null || path.group(2).isEmpty();
    }

    String method() {
        return exchange.getRequestMethod();
    }

    String header(String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }

    /** Address of the API's root as the caller sees it. */
    String root() {
        String host = header("Host");
        if (host == null) {
            host = "127.0.0.1:" + exchange.getLocalAddress().getPort();
        }
        return "http://" + host + "/api" + (alias() ? "/v1.0" : "");
    }

    SecondQuery query() {
        return new SecondQuery(exchange.getRequestURI().getRawQuery());
    }

    /** The indicator's value that the path names. */
    String id() {
        String raw = path.group(2);
        if (fault == FirstSecondFault.PLUS_IN_ID) {
            return URLDecoder.decode(raw, StandardCharsets.UTF_8);
        }
        String id = decode(raw);
        return fault == FirstSecondFault.ID_DECODED_TWICE ? decode(id) : id;
    }

    private static String decode(String raw) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] text = raw.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < text.length; i++) {
            int value = text[i] == '%' && i + 2 < text.length
                    ? Character.digit(text[i + 1], 16) * 16 + Character.digit(text[i + 2], 16)
                    : -1;
            boolean coded =
                    value >= 0 && Character.digit(text[i + 1], 16) >= 0 && Character.digit(text[i + 2], 16) >= 0;
            bytes.write(coded ? value : text[i]);
            i += coded ? 2 : 0;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException wrong) {
            throw new SecondProblem(400, "BadRequest", "The path is not UTF-8.");
        }
    }

    static String encode(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Refuses what is not sent as JSON. */
    void requireJson() {
        String type = header("Content-Type");
        String media = type == null ? "" : type.split(";", 2)[0].strip();
        boolean refused = fault == FirstSecondFault.PARAMETER_REFUSED && type != null && type.contains(";");
        if (!media.equalsIgnoreCase("application/json") || refused) {
            throw new SecondProblem(415, "UnsupportedMediaType", "Content-Type must be application/json.");
        }
    }

    SecondBody body(byte[] read) {
        boolean lost = fault == FirstSecondFault.CHUNKED_UNREAD && header("Content-Length") == null;
        return new SecondBody(lost ? new byte[0] : read, fault);
    }
}
