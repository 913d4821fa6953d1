package dev.tick.stub.hostile;

import static dev.tick.stub.hostile.HostileKind.Manner.ABORTED;
import static dev.tick.stub.hostile.HostileKind.Manner.CLOSED;
import static dev.tick.stub.hostile.HostileKind.Manner.ENDED;
import static dev.tick.stub.hostile.HostileKind.Manner.KEPT;

import dev.tick.stub.hostile.HostileKind.Given;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** The kinds of bad requests: a table. */
final class HostileKinds {
    private static final String PATH = "/api/indicators";
    private static final String[] BROKEN = {"%", "%2", "%zz", "%2g", "%%", "a%", "%u0041", "%-1"};
    private static final String[] VALUES = {
        "1e400",
        "-1e-400",
        "1e99999",
        "9".repeat(900),
        "9".repeat(2000),
        "\"\\ud800\"",
        "\"\\u0000\"",
        "NaN",
        "tru",
        "[]",
        "{}",
        "null",
        "-",
        "01",
        "\"" + "x".repeat(5000) + "\"",
        "\"\u0001\"",
        "[[[]]]",
        "0.1E+",
        "\"\\x\"",
        "'a'"
    };
    private static final String[] TOKENS = {
        "Bearer",
        "Bearer ",
        "Bearer .",
        "Bearer ..",
        "Bearer a.b.c",
        "Bearer eyJ.eyJ.",
        "Basic YTpi",
        "Bearer\tx",
        "bearer x",
        "Bearer %zz",
        "Bearer " + "x".repeat(9000),
        "Negotiate",
        "Bearer eyJhbGciOiJub25lIn0.e30.",
        "="
    };
    private static final String[] ADDRESSES = {
        "http://127.0.0.1/nowhere",
        "https://other.example:99/nowhere?a=b",
        "//nowhere",
        "/nowhere//..",
        "/nowhere;a=b",
        "/%00",
        "/nowhere%2F..%2F",
        "/\\nowhere",
        "/__files/x",
        "/__files",
        "/__admin",
        "/__admin/mappings",
        "/__admin/swagger-ui/index.html",
        "/__admin/recorder/x",
        "/__admin/not-matched",
        "/nowhere?%20",
        "/nowhere?a=%00&b",
        "/%ff%fe"
    };
    private static final String[] METHODS = {
        "BREW", "get", "TRACE", "PROPFIND", "OPTIONS", "M-SEARCH", "X", "PATCH", "PUT"
    };
    private static final String[] LENGTHS = {"-1", "abc", "1e3", "0x10", "99999999999999999999", "1, 2", "+5", "1 1"};
    private static final String[] SIZES = {"zz", "-1", "fffffffffffffffff", "0x1", " 1", "1 1"};

    private HostileKinds() {}

    /** Returns all kinds. */
    static List<HostileKind> all() {
        return List.of(
                kept("a body of random bytes", 4, Set.of(400), (random, given) -> post(given, bytes(random, 300))),
                kept(
                        "a body with a byte changed",
                        8,
                        Set.of(200, 400),
                        (random, given) -> post(given, changed(random, given.body()))),
                kept(
                        "a body cut off",
                        4,
                        Set.of(400),
                        (random, given) -> post(
                                given,
                                text(given.body()
                                        .substring(
                                                0,
                                                1 + random.nextInt(given.body().length() - 1))))),
                kept(
                        "a strange value",
                        5,
                        Set.of(200, 400),
                        (random, given) -> post(
                                given,
                                text(given.body()
                                        .replaceFirst(
                                                "\\}$",
                                                ", \"rbacGroupNames\": " + quoted(one(random, VALUES)) + "}")))),
                kept(
                        "a strange value of a known property",
                        3,
                        Set.of(400),
                        (random, given) -> post(given, text("{\"indicatorValue\": " + one(random, VALUES) + "}"))),
                kept(
                        "nested deeply",
                        1,
                        Set.of(400),
                        (random, given) -> post(given, text("[".repeat(65 + random.nextInt(100_000))))),
                kept(
                        "random headers",
                        3,
                        Set.of(200),
                        (random, given) ->
                                request("POST", PATH, text(given.body()), authorized(given), headers(random))),
                kept(
                        "junk for a token",
                        6,
                        Set.of(401),
                        (random, given) ->
                                request("POST", PATH, text(given.body()), "Authorization: " + one(random, TOKENS))),
                kept(
                        "a broken escape in the query",
                        4,
                        Set.of(400),
                        (random, given) ->
                                request("GET", PATH + "?a=" + one(random, BROKEN), text(""), authorized(given))),
                kept(
                        "a junk query",
                        4,
                        Set.of(200, 400),
                        (random, given) -> request(
                                "GET", PATH + "?$filter=" + escaped(bytes(random, 20)), text(""), authorized(given))),
                kept(
                        "a broken escape in a token form",
                        3,
                        Set.of(400),
                        (random, given) ->
                                form(given, "grant_type=client_credentials&client_id=" + one(random, BROKEN))),
                kept("a junk token form", 3, Set.of(400), (random, given) -> form(given, escaped(bytes(random, 40)))),
                kept(
                        "no chunk at all",
                        1,
                        Set.of(400),
                        (random, given) -> head(
                                "POST " + PATH + " HTTP/1.1",
                                "Host: a",
                                authorized(given),
                                "Content-Type: application/json",
                                "Transfer-Encoding: chunked",
                                "",
                                "0",
                                "",
                                "")),
                kept(
                        "gzip that is none",
                        3,
                        Set.of(400),
                        (random, given) ->
                                request("POST", PATH, bytes(random, 100), authorized(given), "Content-Encoding: gzip")),
                kept(
                        "a broken byte in gzip",
                        2,
                        Set.of(200, 400, 413),
                        (random, given) -> request(
                                "POST",
                                PATH,
                                changedBytes(random, zipped(text(given.body()))),
                                authorized(given),
                                "Content-Encoding: gzip")),
                kept(
                        "gzip beyond the limit",
                        1,
                        Set.of(413),
                        (random, given) -> request(
                                "POST",
                                PATH,
                                zipped(new byte[2_000_000]),
                                authorized(given),
                                "Content-Encoding: gzip")),
                kept(
                        "gzip that does not say so",
                        1,
                        Set.of(400),
                        (random, given) -> post(given, join(new byte[] {0x1f, (byte) 0x8b, 8}, bytes(random, 30)))),
                kept(
                        "an encoding that nobody reads",
                        1,
                        Set.of(415),
                        (random, given) ->
                                request("POST", PATH, text(given.body()), authorized(given), "Content-Encoding: br")),
                kept(
                        "a charset that nobody knows",
                        1,
                        Set.of(415),
                        (random, given) -> request(
                                "POST",
                                PATH,
                                text(given.body()),
                                authorized(given),
                                "Content-Type: application/json; charset=x-" + random.nextInt(9) + "?")),
                kept(
                        "a method that nobody knows",
                        3,
                        Set.of(404, 405),
                        (random, given) -> request(
                                one(random, METHODS),
                                random.nextBoolean() ? PATH + "/import" : "/nowhere",
                                text(""),
                                authorized(given))),
                kept(
                        "a strange address",
                        4,
                        Set.of(400, 404),
                        (random, given) -> request("GET", one(random, ADDRESSES), text(""))),
                kept(
                        "another site's question for WireMock's admin calls",
                        1,
                        Set.of(404),
                        (random, given) -> request(
                                "OPTIONS",
                                "/__admin/mappings",
                                text(""),
                                "Origin: http://other.example",
                                "Access-Control-Request-Method: POST")),
                kept("CONNECT", 1, Set.of(400), (random, given) -> request("CONNECT", "other.example:443", text(""))),
                kept("OPTIONS *", 1, Set.of(400), (random, given) -> request("OPTIONS", "*", text(""))),
                ended(
                        "a broken escape in the path",
                        4,
                        Set.of(400),
                        (random, given) ->
                                request("GET", PATH + "/" + one(random, BROKEN), text(""), authorized(given))),
                closed(
                        "headers beyond the limit",
                        2,
                        Set.of(431),
                        (random, given) -> request("GET", PATH, text(""), "X: " + "y".repeat(40_000))),
                closed(
                        "an address beyond the limit",
                        1,
                        Set.of(414, 431),
                        (random, given) -> request("GET", "/" + "y".repeat(40_000), text(""))),
                closed(
                        "more announced than the limit",
                        2,
                        Set.of(413),
                        (random, given) -> head(
                                "POST " + PATH + " HTTP/1.1",
                                "Host: a",
                                "Content-Length: " + (1_048_577 + random.nextInt(10_000_000)),
                                "",
                                "{")),
                closed(
                        "a strange length",
                        2,
                        Set.of(400),
                        (random, given) -> head(
                                "POST " + PATH + " HTTP/1.1",
                                "Host: a",
                                "Content-Length: " + one(random, LENGTHS),
                                "",
                                "{}")),
                closed(
                        "two lengths",
                        1,
                        Set.of(400),
                        (random, given) -> head(
                                "POST " + PATH + " HTTP/1.1",
                                "Host: a",
                                "Content-Length: 2",
                                "Content-Length: 3",
                                "",
                                "{}")),
                closed(
                        "a length and chunks",
                        1,
                        Set.of(400),
                        (random, given) -> head(
                                "POST " + PATH + " HTTP/1.1",
                                "Host: a",
                                "Content-Length: 2",
                                "Transfer-Encoding: chunked",
                                "",
                                "0",
                                "",
                                "")),
                closed(
                        "a size of a chunk that is none",
                        3,
                        Set.of(400),
                        (random, given) -> head(
                                "POST " + PATH + " HTTP/1.1",
                                "Host: a",
                                "Transfer-Encoding: chunked",
                                "",
                                one(random, SIZES),
                                "{}",
                                "0",
                                "",
                                "")),
                closed("no host", 1, Set.of(400), (random, given) -> head("GET " + PATH + " HTTP/1.1", "", "")),
                closed(
                        "two hosts",
                        1,
                        Set.of(400),
                        (random, given) -> head("GET " + PATH + " HTTP/1.1", "Host: a", "Host: b", "", "")),
                closed(
                        "a control character in a header",
                        2,
                        Set.of(400),
                        (random, given) -> head(
                                "GET " + PATH + " HTTP/1.1",
                                "Host: a",
                                "X: a" + (char) random.nextInt(9) + "b",
                                "",
                                "")),
                closed(
                        "a header without a name",
                        1,
                        Set.of(400),
                        (random, given) -> head("GET " + PATH + " HTTP/1.1", "Host: a", ": b", "", "")),
                closed(
                        "an unknown version",
                        1,
                        Set.of(400),
                        (random, given) ->
                                head("GET " + PATH + " HTTP/" + (3 + random.nextInt(6)) + ".7", "Host: a", "", "")),
                closed(
                        "an unknown expectation",
                        1,
                        Set.of(417),
                        (random, given) -> head("GET " + PATH + " HTTP/1.1", "Host: a", "Expect: a-miracle", "", "")),
                ended(
                        "anything but HTTP",
                        3,
                        Set.of(400, 414, 431),
                        (random, given) -> join(text("x"), bytes(random, 60), text("\r\n\r\n"))),
                ended(
                        "a request with a byte changed",
                        8,
                        Set.of(200, 400, 401, 404, 405, 408, 413, 414, 415, 417, 426, 431),
                        (random, given) -> changedBytes(random, post(given, text(given.body())))),
                ended(
                        "a head cut off",
                        2,
                        Set.of(400),
                        (random, given) -> cut(random, head("GET " + PATH + " HTTP/1.1", "Host: a", "X: y"), 4)),
                ended(
                        "a body that is not whole",
                        2,
                        Set.of(400),
                        (random, given) ->
                                head("POST " + PATH + " HTTP/1.1", "Host: a", "Content-Length: 100", "", "{")),
                ended(
                        "several at once",
                        3,
                        Set.of(404),
                        (random, given) -> join(
                                request("GET", "/first", text("")),
                                request("POST", "/second", text("{}")),
                                request("GET", "/third", text("")))),
                aborted(
                        "a reset in the middle",
                        2,
                        (random, given) -> cut(random, post(given, text(given.body())), 1)));
    }

    private static HostileKind kept(String name, int weight, Set<Integer> statuses, HostileKind.Maker maker) {
        return new HostileKind(name, KEPT, weight, statuses, maker);
    }

    private static HostileKind closed(String name, int weight, Set<Integer> statuses, HostileKind.Maker maker) {
        return new HostileKind(name, CLOSED, weight, statuses, maker);
    }

    private static HostileKind ended(String name, int weight, Set<Integer> statuses, HostileKind.Maker maker) {
        return new HostileKind(name, ENDED, weight, statuses, maker);
    }

    private static HostileKind aborted(String name, int weight, HostileKind.Maker maker) {
        return new HostileKind(name, ABORTED, weight, Set.of(), maker);
    }

    /** Makes a request with a body, if it is not empty. */
    static byte[] request(String method, String address, byte[] body, String... headers) {
        StringBuilder head = new StringBuilder(method + " " + address + " HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        if (body.length > 0) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
            if (Arrays.stream(headers).noneMatch(header -> header.startsWith("Content-Type"))) {
                head.append("Content-Type: application/json\r\n");
            }
        }
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return join(text(head.append("\r\n").toString()), body);
    }

    /** Makes a sound request but for its body. */
    static byte[] post(Given given, byte[] body) {
        return request("POST", PATH, body, authorized(given));
    }

    private static byte[] form(Given given, String form) {
        return request("POST", given.tokenPath(), text(form), "Content-Type: application/x-www-form-urlencoded");
    }

    private static byte[] head(String... lines) {
        return text(String.join("\r\n", lines));
    }

    private static String authorized(Given given) {
        return "Authorization: Bearer " + given.token();
    }

    private static String headers(Random random) {
        StringBuilder headers = new StringBuilder("X-A: " + escaped(bytes(random, 30)));
        for (int i = random.nextInt(20); i > 0; i--) {
            headers.append("\r\n")
                    .append("x-")
                    .append(random.nextInt(30))
                    .append(": ")
                    .append("\u00e9,;=\"".repeat(random.nextInt(9)));
        }
        return headers.toString();
    }

    private static String quoted(String value) {
        return "[" + value + "]";
    }

    private static String escaped(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte one : bytes) {
            text.append(String.format(java.util.Locale.ROOT, "%%%02x", one));
        }
        return text.toString();
    }

    private static String one(Random random, String[] of) {
        return of[random.nextInt(of.length)];
    }

    private static byte[] bytes(Random random, int most) {
        byte[] bytes = new byte[1 + random.nextInt(most)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] changed(Random random, String body) {
        return changedBytes(random, text(body));
    }

    private static byte[] changedBytes(Random random, byte[] sound) {
        byte[] changed = sound.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return changed;
    }

    private static byte[] cut(Random random, byte[] whole, int least) {
        return Arrays.copyOf(whole, least + random.nextInt(whole.length - least));
    }

    private static byte[] zipped(byte[] plain) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
