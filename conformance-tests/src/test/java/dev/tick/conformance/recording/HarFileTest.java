package dev.tick.conformance.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.HarText;
import dev.tick.conformance.input.InputFile;
import dev.tick.conformance.input.InvalidSettingException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

class HarFileTest {
    @TempDir
    Path folder;

    private HarFile read(String text) throws IOException {
        return HarFile.read(new InputFile("some.har", Files.writeString(folder.resolve("some.har"), text)));
    }

    private HarEntry only(HarText har) throws IOException {
        List<HarEntry> entries = read(har.json()).entries();
        assertEquals(1, entries.size());
        return entries.get(0);
    }

    private String refused(String text) {
        return String.valueOf(
                assertThrows(InvalidSettingException.class, () -> read(text)).getMessage());
    }

    @Test
    void readsACall() throws IOException {
        HarEntry entry = only(new HarText()
                .call("post", "/api/indicators?a=b|c#top", "{\"a\":1}", 200, "{\"id\":\"1\"}")
                .answering("Retry-After", "3"));
        assertEquals("POST", entry.request().method());
        assertEquals("/api/indicators?a=b|c", entry.request().url());
        assertEquals("https://api.service.example", entry.request().origin());
        assertEquals(Optional.of("application/json"), entry.request().contentType());
        assertEquals("{\"a\":1}", entry.request().body().text());
        assertEquals(HarEntry.Extent.WHOLE, entry.body());
        assertEquals(Instant.parse("2026-01-02T03:00:00Z"), entry.started());
        assertEquals(Optional.of(Instant.parse("2026-01-02T03:00:00.040Z")), entry.answered());
        assertEquals("{\"id\":\"1\"}", entry.response().orElseThrow().body().text());
        assertEquals(Optional.of("3"), entry.response().orElseThrow().header("retry-after"));
    }

    @Test
    void sortsByTimeAndReadsOffsets() throws IOException {
        HarFile file = read(new HarText()
                .get("/b", 200, "")
                .at("2026-01-02T04:00:00.5+01:00")
                .get("/c", 200, "")
                .at("2026-01-02T02:00:01-0100")
                .get("/a", 200, "")
                .at("2026-01-02T02:59:59.1234567Z")
                .json());
        assertEquals(
                List.of("/a", "/b", "/c"),
                file.entries().stream().map(entry -> entry.request().path()).toList());
    }

    @Test
    void ignoresAByteOrderMarkAndPseudoHeaders() throws IOException {
        HarText har = new HarText()
                .get("/a", 200, "")
                .but(entry -> entry.withObject("/request")
                        .putArray("headers")
                        .addObject()
                        .put("name", ":authority")
                        .put("value", "api.service.example"));
        assertEquals(
                List.of(),
                read("\uFEFF" + har.json()).entries().get(0).request().headers().fields());
    }

    @Test
    void decodesBase64() throws IOException {
        String encoded = Base64.getEncoder().encodeToString("{\"ä\":1}".getBytes(StandardCharsets.UTF_8));
        HarEntry entry = only(new HarText().post("/a", "{}", 200).but(one -> {
            one.withObject("/request/postData").put("text", encoded).put("encoding", "base64");
            one.withObject("/request").put("bodySize", 8);
            one.withObject("/response/content")
                    .put("text", encoded)
                    .put("encoding", "base64")
                    .put("size", 8);
        }));
        assertEquals("{\"ä\":1}", entry.request().body().text());
        assertEquals(HarEntry.Extent.WHOLE, entry.body());
        assertEquals("{\"ä\":1}", entry.response().orElseThrow().body().text());
    }

    static Stream<Arguments> lost() {
        return Stream.of(
                Arguments.of("status 0", (Consumer<ObjectNode>)
                        one -> one.withObject("/response").put("status", 0)),
                Arguments.of("status -1", (Consumer<ObjectNode>)
                        one -> one.withObject("/response").put("status", -1)),
                Arguments.of("no status", (Consumer<ObjectNode>)
                        one -> one.withObject("/response").remove("status")),
                Arguments.of("no response", (Consumer<ObjectNode>) one -> one.remove("response")),
                Arguments.of("null", (Consumer<ObjectNode>) one -> one.putNull("response")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void lost(String name, Consumer<ObjectNode> change) throws IOException {
        assertEquals(
                Optional.empty(),
                only(new HarText().get("/a", 200, "").but(change)).response(),
                name);
    }

    static Stream<Arguments> parts() {
        return Stream.of(
                part("bodySize is more", one -> one.withObject("/request").put("bodySize", 9)),
                part(
                        "Content-Length is more",
                        one -> one.withObject("/request")
                                .withArray("headers")
                                .addObject()
                                .put("name", "Content-Length")
                                .put("value", "9")),
                part("not there", one -> one.withObject("/request").remove("postData")),
                part("not there, of unknown size", one -> {
                    one.withObject("/request").remove("postData");
                    one.withObject("/request").put("bodySize", -1);
                }),
                part("a form", one -> one.withObject("/request/postData").remove("text")),
                part(
                        "bytes that are no text",
                        one -> one.withObject("/request/postData").put("text", "{\uFFFD}")));
    }

    private static Arguments part(String name, Consumer<ObjectNode> change) {
        return Arguments.of(name, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("parts")
    void aBodyThatWasNotRecordedWholeIsNone(String name, Consumer<ObjectNode> change) throws IOException {
        HarEntry entry = only(new HarText().post("/a", "{}", 200).but(change));
        assertEquals(HarEntry.Extent.PART, entry.body(), name);
        assertEquals("", entry.request().body().text());
    }

    @Test
    void anEmptyBodyIsWhole() throws IOException {
        assertEquals(
                HarEntry.Extent.WHOLE,
                only(new HarText()
                                .post("/a", "", 200)
                                .but(one -> one.withObject("/request")
                                        .withArray("headers")
                                        .addObject()
                                        .put("name", "Content-Length")
                                        .put("value", "0")))
                        .body());
        assertEquals(
                HarEntry.Extent.WHOLE,
                only(new HarText()
                                .get("/a", 200, "")
                                .but(one -> one.withObject("/request").put("method", "get")))
                        .body());
    }

    /** Chrome's developer tools write the size 0 where they could not get the body. */
    @Test
    void aBodyOfNoSizeIsNotKnown() throws IOException {
        HarText har = new HarText().post("/a", "x", 200).but(one -> {
            one.withObject("/request").put("bodySize", 0);
            one.withObject("/request").remove("postData");
        });
        assertEquals(HarEntry.Extent.PART, only(har).body());
    }

    @Test
    void anAnswerThatWasNotRecordedWholeHasNoBody() throws IOException {
        HarEntry entry = only(new HarText()
                .get("/a", 200, "{}")
                .but(one -> one.withObject("/response/content").put("size", 9)));
        assertEquals("", entry.response().orElseThrow().body().text());
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong(
                        ".request.url: expected a URL such as https://api.example/api, got 'no url'",
                        one -> one.withObject("/request").put("url", "no url?access_token=verysecret")),
                wrong(
                        ".request.url: expected a URL such as https://api.example/api, got 'x'",
                        one -> one.withObject("/request")
                                .put("url", "https:///user:verysecret@x#access_token=verysecret")),
                wrong(
                        ".request.url: expected a URL such as https://api.example/api, got 'https:///a'",
                        one -> one.withObject("/request").put("url", "https:///a")),
                wrong(
                        ".request.url: expected a text, got nothing",
                        one -> one.withObject("/request").remove("url")),
                wrong(
                        ".request.method: expected a text, got another value",
                        one -> one.withObject("/request").putArray("method")),
                wrong(".request.method: expected a text, got nothing", one -> one.remove("request")),
                wrong(
                        ".startedDateTime: expected a time such as 2026-01-02T03:04:05.678Z, got 'yesterday'",
                        one -> one.put("startedDateTime", "yesterday")),
                wrong(
                        ".startedDateTime: expected a time such as 2026-01-02T03:04:05.678Z, got '2026-01-02T03:04:05'",
                        one -> one.put("startedDateTime", "2026-01-02T03:04:05")),
                wrong(
                        ".startedDateTime: expected a time such as 2026-01-02T03:04:05.678Z, got nothing",
                        one -> one.remove("startedDateTime")),
                wrong(
                        ".response.content.text: expected base64, as its encoding says, got another text of 6 characters",
                        one -> one.withObject("/response/content")
                                .put("encoding", "base64")
                                .put("text", "no b64")),
                wrong(
                        ".request.postData.text: expected base64, as its encoding says, got another text of 2 characters",
                        one -> one.withObject("/request/postData").put("encoding", "base64")));
    }

    private static Arguments wrong(String problem, Consumer<ObjectNode> change) {
        return Arguments.of(problem, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void namesThePlaceOfABrokenEntry(String problem, Consumer<ObjectNode> change) {
        HarText har = new HarText().get("/fine", 200, "").post("/a", "{}", 200).but(change);
        assertEquals(
                "har: 'some.har': log.entries[1]" + problem + "; correct it there, or take the entry out",
                refused(har.json()));
    }

    @Test
    void refusesWhatIsNoHar() {
        assertEquals(
                "har: 'some.har' is no HAR: it has no list log.entries; export the recording as HAR 1.2, as browsers"
                        + " ('Save all as HAR') and proxies do",
                refused("{\"log\":{}}"));
        assertEquals(
                "har: 'some.har' is no HAR, which is JSON; it holds an HTML page, or XML; was it saved whole?",
                refused("<html>"));
        assertTrue(refused("{\"log\":").startsWith("har: 'some.har' is no HAR, which is JSON; it holds "));
    }

    @Test
    void refusesAFileThatIsNotThereOrTooLarge() throws IOException {
        InputFile none = new InputFile("none.har", folder.resolve("none.har"));
        assertEquals(
                "har: there is no file 'none.har' (looked for " + none.path() + "); correct the path",
                assertThrows(InvalidSettingException.class, () -> HarFile.read(none))
                        .getMessage());
        Path large = folder.resolve("large.har");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(HarFile.MOST_BYTES + 1);
        }
        assertEquals(
                "har: 'large.har' has 101 MiB, and no more than 100 MiB are read; record the calls of the service alone,"
                        + " or in parts",
                assertThrows(InvalidSettingException.class, () -> HarFile.read(new InputFile("large.har", large)))
                        .getMessage());
    }

    @Test
    void entriesThatAreNoHttpAreKept() throws IOException {
        HarEntry entry = only(new HarText()
                .get("/a", 200, "")
                .but(one -> one.withObject("/request").put("url", "data:text/plain,hello")));
        assertEquals("text/plain,hello", entry.request().path());
    }

    @Test
    void aTunnelOfAProxyIsKept() throws IOException {
        HarEntry entry = only(new HarText()
                .call("CONNECT", "", "", 200, "")
                .but(one -> one.withObject("/request").put("url", "192.0.2.1:443")));
        assertEquals("CONNECT", entry.request().method());
    }
}
