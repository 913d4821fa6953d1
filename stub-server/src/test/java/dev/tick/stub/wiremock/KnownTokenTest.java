package dev.tick.stub.wiremock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.stub.state.KnownToken;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import wiremock.org.eclipse.jetty.http.BadMessageException;
import wiremock.org.eclipse.jetty.http.HttpCompliance;
import wiremock.org.eclipse.jetty.http.HttpField;
import wiremock.org.eclipse.jetty.http.HttpParser;
import wiremock.org.eclipse.jetty.http.HttpVersion;

/** With its memory of a token, a connection reads the very requests that one without it reads. */
class KnownTokenTest {
    private static final int LONGEST = 4096;
    private static final String TOKEN = "Bearer " + "abcdefghij".repeat(40);
    private static final String LINE = "Authorization: " + TOKEN + "\r\n";

    private static final List<String> LINES = List.of(
            LINE,
            LINE,
            LINE,
            LINE.replace("abc", "xyz"),
            LINE.replace("Authorization", "authorization"),
            LINE.replace(": ", ":"),
            LINE.replace("\r\n", " \r\n"),
            LINE.replace("\r\n", "\n"),
            LINE.replace("\r\n", "é\r\n"),
            "Authorization: *\r\n",
            "Authorization: Basic YTpi\r\n",
            "X-Authorization: " + TOKEN + "\r\n",
            "Accept: */*\r\n",
            "User-Agent: one\r\n",
            " folded\r\n",
            "\tfolded\r\n",
            "Empty:\r\n",
            "No colon\r\n",
            "X-Long: " + "y".repeat(LONGEST / 2) + "\r\n");

    /** What is read of requests, in the order in which it is told. */
    private static final class Seen implements HttpParser.RequestHandler {
        private final KnownToken<HttpField> token = new KnownToken<>(LONGEST);
        private final List<String> told = new ArrayList<>();
        private final boolean remembers;
        private int savedBytes;

        private Seen(boolean remembers) {
            this.remembers = remembers;
        }

        private HttpParser parser() {
            // It takes a header that goes on in the next line, as the newer ones do not.
            return new HttpParser(this, LONGEST, HttpCompliance.RFC2616) {
                @Override
                protected boolean parseFields(ByteBuffer buffer) {
                    if (remembers) {
                        int before = buffer.position();
                        token.takeOut(buffer);
                        savedBytes += buffer.position() - before;
                    }
                    return super.parseFields(buffer);
                }
            };
        }

        @Override
        public void startRequest(String method, String uri, HttpVersion version) {
            token.begin();
            told.add(method + " " + uri);
        }

        @Override
        public void parsedHeader(HttpField read) {
            HttpField field =
                    remembers && read.getValue() != null ? token.sent(read.getName(), read.getValue(), read) : read;
            told.add(field.getName() + "=" + field.getValue());
        }

        @Override
        public boolean headerComplete() {
            return false;
        }

        @Override
        public boolean content(ByteBuffer item) {
            told.add("content " + StandardCharsets.ISO_8859_1.decode(item));
            return false;
        }

        @Override
        public boolean contentComplete() {
            return false;
        }

        @Override
        public boolean messageComplete() {
            told.add("complete");
            return true;
        }

        @Override
        public void earlyEOF() {
            told.add("early end");
        }

        @Override
        public void badMessage(BadMessageException failure) {
            told.add("bad " + failure.getCode() + " " + failure.getReason());
        }
    }

    @Test
    void isReadAsIfItWereNew() {
        Random random = new Random(18);
        int saved = 0;
        for (int i = 0; i < 2_000; i++) {
            List<String> requests = new ArrayList<>();
            for (int requested = 0; requested < 4; requested++) {
                requests.add(request(random));
            }
            int seed = random.nextInt();
            Seen plain = seen(new Seen(false), requests, new Random(seed));
            Seen remembering = seen(new Seen(true), requests, new Random(seed));
            assertEquals(plain.told, remembering.told, requests::toString);
            saved += remembering.savedBytes;
        }
        // Else it would agree by remembering nothing.
        assertTrue(saved > 100_000, "saved " + saved + " bytes");
    }

    @Test
    void isNeverShown() {
        KnownToken<String> token = new KnownToken<>(LONGEST);
        token.sent("Authorization", TOKEN, LINE);
        assertFalse(token.toString().contains("abc"), token::toString);
    }

    private static String request(Random random) {
        StringBuilder head = new StringBuilder("POST /api HTTP/1.1\r\nHost: a\r\n");
        for (int lines = random.nextInt(4); lines > 0; lines--) {
            head.append(LINES.get(random.nextInt(LINES.size())));
        }
        if (random.nextBoolean()) {
            head.append(LINE);
        }
        return head.append("Content-Length: ")
                .append(random.nextInt(3))
                .append("\r\n\r\n")
                .toString();
    }

    /** Reads requests in pieces, as the network may cut them; a connection ends with the first that cannot be read. */
    private static Seen seen(Seen seen, List<String> requests, Random random) {
        HttpParser parser = seen.parser();
        for (String request : requests) {
            int length = request.charAt(request.indexOf("Content-Length: ") + "Content-Length: ".length()) - '0';
            byte[] bytes = (request + "{}".substring(0, length)).getBytes(StandardCharsets.ISO_8859_1);
            int cut = random.nextInt(3) == 0 ? random.nextInt(bytes.length) : bytes.length;
            read(parser, bytes, 0, cut);
            read(parser, bytes, cut, bytes.length);
            if (parser.isClosed() || parser.isClose()) {
                return seen;
            }
            parser.reset();
        }
        return seen;
    }

    private static void read(HttpParser parser, byte[] bytes, int from, int to) {
        ByteBuffer buffer = ByteBuffer.allocate(2 * LONGEST);
        buffer.put(bytes, from, to - from).flip();
        while (buffer.hasRemaining() && !parser.parseNext(buffer) && !parser.isClose()) {
            // The parser goes on where it stopped.
        }
    }
}
