package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.client.ClientTask;
import dev.tick.conformance.exchange.Proxies;
import dev.tick.conformance.exchange.SettableClock;
import dev.tick.conformance.exchange.TrustedAuthorities;
import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.conformance.proxy.ProxyTerms;
import dev.tick.conformance.proxy.WireServer;
import dev.tick.conformance.recording.HarEntry;
import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.run.RequirementResult;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.verdict.Result;
import dev.tick.conformance.verdict.Verdict;
import dev.tick.spec.client.ClientScenarios;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.register.Specification;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A real service, played by a stub or by a server that is wrong, behind the proxy. */
class ProxiedServiceTest {
    private static final Specification TODAY = Specification.load("indicators");
    private static final ClientScenarios SCENARIOS = ClientScenarios.of(TODAY);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String API = "/api/indicators";
    private static final String TITLED =
            "{\"indicatorValue\":\"192.0.2.10\",\"indicatorType\":\"IpAddress\",\"action\":\"Alert\",\"title\":\"t\",\"description\":\"d\"}";

    @TempDir
    Path folder;

    private static ProxiedService proxy(URI service, boolean safe) {
        return proxy(service, safe, Clock.systemUTC());
    }

    private static ProxiedService proxy(URI service, boolean safe, Clock clock) {
        return new ProxiedService(
                SCENARIOS, new ProxyTerms(service, 0, safe, TrustedAuthorities.ofJvm(), Proxies.none()), clock);
    }

    private static StubServer stub() {
        return StubServer.start(StubConfig.builder(TODAY.contract(), TODAY.register())
                .pageSize(2)
                .build());
    }

    /** Returns the URL of the proxy, as it tells it. */
    private static String url(ProxiedService proxy) {
        return proxy.welcome().get(0).replaceFirst("Base URL: (\\S+),.*", "$1");
    }

    private void work(ProxiedService proxy, StubServer stub, JsonNode work, Consumer<PracticeClient> habit)
            throws IOException {
        PracticeClient client = new PracticeClient();
        habit.accept(client);
        ClientTask task = new ClientTask(
                Map.of(
                        ClientTask.BASE_URL, url(proxy),
                        ClientTask.TOKEN_ENDPOINT, stub.tokenEndpoint().toString(),
                        ClientTask.TENANT, stub.tenantId(),
                        ClientTask.CLIENT_ID, stub.application().id(),
                        ClientTask.CLIENT_SECRET, stub.application().secret(),
                        ClientTask.RESOURCE,
                                TODAY.contract().tokens().audiences().iterator().next()),
                folder,
                Duration.ofMinutes(1));
        Files.writeString(task.work(), work.toString());
        client.run(task);
    }

    private static Result result(RunResult result, String id) {
        return result.rows().stream()
                .filter(row -> row.row().id().equals(id))
                .map(RequirementResult::result)
                .findFirst()
                .orElseThrow();
    }

    private static String detail(RunResult result, String id) {
        return result.rows().stream()
                .filter(row -> row.row().id().equals(id))
                .flatMap(row -> row.cases().stream())
                .map(CaseResult::detail)
                .findFirst()
                .orElseThrow();
    }

    private static HttpResponse<String> call(
            ProxiedService proxy, String method, String path, String body, String... more)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(proxy) + path))
                .header("Authorization", "Bearer opaque-token-of-somebody")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < more.length; i += 2) {
            request.header(more[i], more[i + 1]);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aSoundClientOfASoundServiceIsAccusedOfNothingAndNeverLeavesTheProxy() throws IOException {
        try (StubServer stub = stub();
                ProxiedService proxy = proxy(stub.baseUrl(), false)) {
            work(proxy, stub, PracticeWork.tour(TODAY.contract()), client -> {});
            RunResult result = proxy.result();
            assertEquals(List.of(), proxy.news());
            assertEquals(Verdict.CONFORMANT, result.verdict(), result::toString);
            assertEquals(
                    List.of("service: none of " + stub.journal().size() + " answers differ from the contract"),
                    result.stamp().notes());
            assertEquals(stub.journal().size(), result.stamp().requests());
            // The list had several pages, and their links were seen to be followed.
            assertTrue(detail(result, "ICL-048").matches("holds: the client followed all \\d+ links to a next page"));
            assertEquals(Result.PASS, result(result, "ICL-030"));
        }
    }

    @Test
    void aWrongClientIsToldOnceWithTheCall() throws IOException {
        try (StubServer stub = stub();
                ProxiedService proxy = proxy(stub.baseUrl(), false)) {
            for (int i = 0; i < 2; i++) {
                work(
                        proxy,
                        stub,
                        PracticeWork.tour(TODAY.contract()),
                        client -> client.submit = body -> {
                            body.remove("title");
                            return body;
                        });
            }
            List<String> news = proxy.news();
            assertEquals(1, news.size(), news::toString);
            assertTrue(
                    news.get(0)
                            .matches("20\\S+Z POST /api/indicators -> 400 \\| FAIL ICL-004 .*"
                                    + " \\| body: expected a property 'title', got nothing"),
                    news::toString);
            assertEquals(Verdict.NOT_CONFORMANT, proxy.result().verdict());
        }
    }

    /** Answers by method and path of the first line, and with what is undocumented otherwise. */
    private static WireServer service(Map<String, byte[]> answers) throws IOException {
        return WireServer.start(request -> {
            String[] line = request.split(" ", 3);
            return answers.getOrDefault(line[0] + " " + line[1], WireServer.json(418, "{}"));
        });
    }

    @Test
    void aWrongServiceIsToldOnceAndCountedAndTheVerdictStaysTheClients() throws Exception {
        Map<String, byte[]> wrong = Map.of(
                "POST " + API, WireServer.json(201, "{\"id\":7}"),
                "GET " + API,
                        WireServer.answer("200 OK\nContent-Type: text/html", "<p>".getBytes(StandardCharsets.UTF_8)),
                "DELETE " + API + "/1", WireServer.json(401, "{\"error\":{\"code\":\"x\",\"message\":\"y\"}}"),
                "DELETE " + API + "/2", WireServer.json(500, "{\"error\":{\"code\":\"x\",\"message\":\"y\"}}"));
        try (WireServer service = service(wrong);
                ProxiedService proxy = proxy(service.url(), false)) {
            assertEquals(201, call(proxy, "POST", API, TITLED).statusCode());
            assertEquals(201, call(proxy, "POST", API, TITLED).statusCode());
            call(proxy, "GET", API, "");
            call(proxy, "GET", API, "");
            call(proxy, "DELETE", API + "/1", "");
            call(proxy, "DELETE", API + "/2", "");
            // An undocumented failure, such as a gateway's, is nobody's breach.
            call(proxy, "GET", API + "?$top=1", "");
            List<String> news = proxy.news();
            assertTrue(news.stream().allMatch(line -> line.contains(" | service | ")), news::toString);
            assertEquals(
                    1,
                    news.stream()
                            .filter(line -> line.contains("POST /api/indicators -> 201 | service | FAIL ICR-011 "))
                            .count(),
                    news::toString);
            RunResult result = proxy.result();
            List<String> notes = result.stamp().notes();
            assertTrue(notes.contains("service: 6 of 7 answers differ from the contract"), notes::toString);
            assertTrue(
                    notes.stream()
                            .anyMatch(
                                    note -> note.matches(
                                            "service: POST /api/indicators -> 201 \\| FAIL ICR-011 .* \\| expected"
                                                    + " a success with one of \\[200], got 201 \\| 2 answers \\(exchange 1\\)")),
                    notes::toString);
            for (String part : List.of(
                    "service: GET /api/indicators -> 200 | ",
                    "header:Content-Type: expected application/json, got text/html | 2 answers",
                    "expected a WWW-Authenticate that names Bearer with a 401, got 401",
                    "expected an answer that is no 5xx, got 500")) {
                assertTrue(notes.stream().anyMatch(note -> note.contains(part)), () -> part + " in " + notes);
            }
            assertTrue(notes.stream().noneMatch(note -> note.endsWith("(exchange 0)")), notes::toString);
            assertEquals(7, result.stamp().requests());
            assertEquals(0, result.tally().failures(), result::toString);
        }
    }

    @Test
    void anAnswerToWhatIsNotSoundOrAsksForAnotherFormIsNotHeldToTheForm() throws Exception {
        Map<String, byte[]> odd = Map.of(
                "POST " + API, WireServer.json(200, "{\"half\":true}"),
                "GET " + API + "?$select=id", WireServer.json(200, "{\"value\":[{\"id\":\"1\"}]}"),
                "GET " + API, WireServer.json(200, "{\"value\":[{\"id\":\"1\"}]}"));
        try (WireServer service = service(odd);
                ProxiedService proxy = proxy(service.url(), false)) {
            call(proxy, "POST", API, TITLED.replace("title", "tilte"));
            call(proxy, "GET", API + "?$select=id", "");
            call(proxy, "GET", API, "", "Accept", "application/json;odata.metadata=none");
            assertEquals(
                    List.of("service: none of 3 answers differ from the contract"),
                    proxy.result().stamp().notes());
            call(proxy, "GET", API, "");
            assertEquals(
                    "service: 1 of 4 answers differs from the contract",
                    proxy.result().stamp().notes().get(0));
        }
    }

    @Test
    void aServiceThatIsSilentIsNobodysBreach() throws Exception {
        try (WireServer service = WireServer.start(request -> new byte[0]);
                ProxiedService proxy = proxy(service.url(), false)) {
            HttpResponse<String> answer = call(proxy, "POST", API, TITLED);
            assertEquals(502, answer.statusCode());
            assertTrue(answer.body()
                    .startsWith("{\"error\":{\"code\":\"TickProxyNoAnswer\",\"message\":\"the service behind"));
            RunResult result = proxy.result();
            assertEquals(
                    List.of(
                            "1 call got no whole answer of the service, and 502 of the proxy",
                            "service: none of 0 answers differ from the contract"),
                    result.stamp().notes());
            assertEquals(1, result.stamp().requests());
            assertEquals(0, result.tally().failures());
            List<String> news = proxy.news();
            assertEquals(1, news.size());
            assertTrue(news.get(0).endsWith(" | no answer of the service"), news::toString);
        }
    }

    @Test
    void noSecretIsTold() throws Exception {
        String token = "opaque-token-of-somebody";
        byte[] echo = WireServer.json(401, "{\"error\":{\"code\":\"" + token + "\",\"message\":5}}");
        try (WireServer service = WireServer.start(request -> echo);
                ProxiedService proxy = proxy(service.url(), true)) {
            call(proxy, "POST", API, TITLED.replace("192.0.2.10", token + ".com"));
            String refused = proxy.news().toString();
            assertTrue(refused.contains("[hidden].com"), refused);
            call(proxy, "GET", API + "?access_token=" + token, "");
            call(proxy, "GET", API, "", "Cookie", "session=" + token);
            assertTrue(service.requests().get(0).contains("\r\nAuthorization: Bearer " + token), "it is forwarded");
            String told = refused + proxy.news() + " " + proxy.result();
            assertFalse(told.contains(token), told);
        }
    }

    @Test
    void theLineOfARefusedCallShowsNoSecretOfItsUrl() throws Exception {
        try (WireServer service = WireServer.start(request -> WireServer.json(200, "{}"));
                ProxiedService proxy = proxy(service.url(), true)) {
            call(proxy, "POST", API + "?sig=abc&access_token=short", TITLED.replace("192.0.2.10", "8.8.8.8"));
            String told = proxy.news().toString();
            assertTrue(told.contains(" | refused by --safe | indicatorValue '8.8.8.8' "), told);
            assertFalse(told.contains("access_token=short"), told);
        }
    }

    @Test
    void aSecretAtTheCutOfALongNameIsHiddenBeforeItIsCut() throws Exception {
        String name = "x".repeat(90) + "opaque-token-of-somebody";
        try (WireServer service = WireServer.start(request -> WireServer.json(200, "{}"));
                ProxiedService proxy = proxy(service.url(), true)) {
            call(proxy, "POST", API, TITLED.replace("192.0.2.10", name));
            String told = proxy.news().toString();
            assertTrue(told.contains("x[hidden]' (/indicatorValue)"), told);
        }
    }

    @Test
    void aSecretAtTheCutOfALongDifferenceIsHiddenBeforeItIsCut() throws Exception {
        String token = "opaque-token-of-somebody";
        for (int before = 300; before < 500; before += 12) {
            String value = "x".repeat(before) + token;
            byte[] echo = WireServer.json(401, "{\"error\":{\"code\":[\"" + value + "\"],\"message\":\"m\"}}");
            try (WireServer service = WireServer.start(request -> echo);
                    ProxiedService proxy = proxy(service.url(), false)) {
                call(proxy, "GET", API, "");
                String told = proxy.news() + " " + proxy.result().stamp().notes();
                assertTrue(told.contains("xxx"), told);
                assertFalse(told.contains("xopaq"), told);
            }
        }
    }

    @Test
    void aSecretInADecisionStaysHiddenWhenManyOthersHaveComeSince() throws Exception {
        String token = "zebra-crossing-by-night";
        try (WireServer service = WireServer.start(request -> WireServer.json(400, "{}"));
                ProxiedService proxy = proxy(service.url(), false)) {
            String odd = TITLED.replace("\"Alert\"", "\"" + token + "\"");
            call(proxy, "POST", API, odd, "Authorization", "Bearer " + token);
            for (int i = 0; i < 60; i++) {
                call(proxy, "GET", API, "", "Authorization", "Bearer token-number-" + i);
            }
            String told = detail(proxy.result(), "ICL-008");
            assertTrue(told.contains("[hidden]"), told);
            assertFalse(told.contains(token), told);
        }
    }

    @Test
    void nextPagesLeadThroughTheProxyEvenBehindAGatewaysPrefix() throws Exception {
        String first =
                "{\"@odata.context\":\"c\",\"value\":[],\"@odata.nextLink\":\"https://inner.example/api/indicators?$skiptoken=2\"}";
        try (WireServer service = WireServer.start(request -> WireServer.json(
                        200, request.contains("skiptoken") ? "{\"@odata.context\":\"c\",\"value\":[]}" : first));
                ProxiedService proxy = proxy(URI.create(service.url() + "/gateway"), false)) {
            String link = call(proxy, "GET", API, "").body().replaceFirst("(?s).*nextLink\":\"([^\"]*)\".*", "$1");
            assertEquals(url(proxy) + API + "?$skiptoken=2", link);
            call(proxy, "GET", link.substring(url(proxy).length()), "");
            assertTrue(service.requests().get(1).startsWith("GET /gateway/api/indicators?$skiptoken=2 "));
            assertEquals("holds: the client followed the only link to a next page", detail(proxy.result(), "ICL-048"));
        }
    }

    @Test
    void aRepetitionWithTheSameOpaqueTokenIsSeen() throws Exception {
        SettableClock clock = new SettableClock();
        try (WireServer service = WireServer.start(
                        request -> WireServer.json(403, "{\"error\":{\"code\":\"x\",\"message\":\"y\"}}"));
                ProxiedService proxy = proxy(service.url(), false, clock)) {
            clock.set(Instant.parse("2026-01-02T03:04:05Z"));
            call(proxy, "POST", API, TITLED);
            // What comes at once may have been under way.
            call(proxy, "POST", API, TITLED);
            assertTrue(proxy.news().stream().noneMatch(line -> line.contains("was repeated")));
            clock.set(clock.instant().plusSeconds(1));
            call(proxy, "POST", API, TITLED);
            List<String> news = proxy.news();
            assertTrue(
                    news.stream().anyMatch(line -> line.contains("was repeated with the same token")), news::toString);
        }
    }

    @Test
    void safeLetsThroughWhatIsReservedAndRefusesTheRest() throws Exception {
        try (StubServer stub = stub();
                ProxiedService proxy = proxy(stub.baseUrl(), true)) {
            HttpResponse<String> refused = call(proxy, "POST", API, TITLED.replace("192.0.2.10", "8.8.8.8"));
            assertEquals(403, refused.statusCode());
            assertTrue(
                    refused.body()
                            .startsWith(
                                    "{\"error\":{\"code\":\"TickProxyNotReserved\",\"message\":\"indicatorValue '8.8.8.8'"
                                            + " (/indicatorValue) is not reserved: with --safe, send "),
                    refused::body);
            assertEquals(403, call(proxy, "DELETE", API + "/77", "").statusCode());
            assertEquals(0, stub.journal().size());
            RunResult none = proxy.result();
            assertEquals(Verdict.INCONCLUSIVE, none.verdict());
            assertEquals(
                    Optional.of("each call of the service was refused by --safe; have the client send reserved data"),
                    none.stopped());
            assertEquals(
                    "2 calls were refused by --safe before they left, and are not judged",
                    none.stamp().notes().get(0));
            ObjectNode root = JsonNodeFactory.instance.objectNode();
            ArrayNode work = root.putArray("work");
            String value = "192.0.2.10";
            PracticeWork.examples(TODAY.contract(), Effect.CREATE).stream()
                    .filter(body -> body.path("indicatorValue").asString().equals(value))
                    .forEach(body -> PracticeWork.add(work, "submit").set("body", body));
            // It is the digest of a word, and so that of somebody's file.
            PracticeWork.add(work, "submit")
                    .set(
                            "body",
                            PracticeWork.examples(TODAY.contract(), Effect.CREATE)
                                    .get(0));
            PracticeWork.add(work, "list");
            PracticeWork.add(work, "delete").put("value", value);
            work(proxy, stub, root, client -> {});
            assertEquals(
                    List.of(200, 200, 204),
                    stub.journal().stream().map(entry -> entry.status()).toList(),
                    () -> proxy.news().toString());
        }
    }

    @Test
    void safeLetsNothingThroughThatOnlyLooksLikeACallForAToken() throws Exception {
        try (WireServer service = WireServer.start(request -> WireServer.json(200, "{}"));
                ProxiedService proxy = proxy(service.url(), true)) {
            List<String> form = List.of("Content-Type", "application/x-www-form-urlencoded");
            String json = "Content-Type: application/json";
            for (List<String> disguised : List.of(
                    List.of("/tenant/oauth2/token", json),
                    List.of(API + "#/oauth2/token", String.join(": ", form)),
                    List.of(API + ";/oauth2/token", String.join(": ", form)),
                    List.of(API + "/7/oauth2/token", String.join(": ", form)),
                    List.of("/api%2Findicators%23/oauth2/token", String.join(": ", form)))) {
                String answer = raw(proxy, "POST " + disguised.get(0), disguised.get(1));
                assertTrue(answer.startsWith("HTTP/1.1 403 "), () -> disguised + " got " + answer);
            }
            assertEquals(List.of(), service.requests());
            for (String path :
                    List.of("/tenant.example/oauth2/token", "/" + UUID.randomUUID() + "/oauth2/v2.0/token?a")) {
                String answer = raw(proxy, "POST " + path, String.join(": ", form) + ";charset=utf-8");
                assertTrue(answer.startsWith("HTTP/1.1 200 "), () -> path + " got " + answer);
            }
        }
    }

    /** Sends a request whose line no client of HTTP would send, and returns the answer. */
    private static String raw(ProxiedService proxy, String line, String header) throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(url(proxy)).getPort())) {
            socket.getOutputStream()
                    .write((line + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + header
                                    + "\r\nContent-Length: 2\r\n\r\n{}")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aMethodInOtherLettersIsAnotherMethod() throws Exception {
        try (WireServer service = WireServer.start(request -> WireServer.json(405, "{}"));
                ProxiedService proxy = proxy(service.url(), false)) {
            call(proxy, "post", API, TITLED);
            assertTrue(service.requests().get(0).startsWith("post "), service.requests()::toString);
            assertEquals(
                    "1 call was none of this contract",
                    proxy.result().stamp().notes().get(0));
        }
    }

    @Test
    void aServiceWithTlsIsTrustedByItsAuthorityAlone() throws Exception {
        try (StubServer stub = StubServer.start(
                StubConfig.builder("indicators").scheme(StubConfig.Scheme.HTTPS).build())) {
            Path certificate = Files.writeString(
                    folder.resolve("ca.pem"), stub.certificate().orElseThrow());
            ProxyTerms trusting =
                    new ProxyTerms(stub.baseUrl(), 0, false, TrustedAuthorities.read(certificate), Proxies.none());
            try (ProxiedService proxy = new ProxiedService(SCENARIOS, trusting, Clock.systemUTC())) {
                assertEquals(401, call(proxy, "GET", API, "").statusCode());
            }
            try (ProxiedService proxy = proxy(stub.baseUrl(), false)) {
                HttpResponse<String> answer = call(proxy, "GET", API, "");
                assertEquals(502, answer.statusCode());
                assertTrue(
                        answer.body()
                                .contains("the authority that signed the service's certificate is not among those of"),
                        answer::body);
            }
        }
    }

    @Test
    void otherCallsAreForwardedAndCounted() throws Exception {
        try (WireServer service = WireServer.start(request -> WireServer.json(200, "{\"access_token\":\"t\"}"));
                ProxiedService proxy = proxy(service.url(), false)) {
            assertEquals(
                    "{\"access_token\":\"t\"}", call(proxy, "GET", "/other", "").body());
            call(proxy, "POST", "/" + UUID.randomUUID() + "/oauth2/token", "grant_type=client_credentials");
            RunResult result = proxy.result();
            assertEquals(
                    "1 call was none of this contract", result.stamp().notes().get(0));
            assertEquals(Verdict.INCONCLUSIVE, result.verdict());
            assertTrue(
                    result.stopped().orElse("").startsWith("no call of the service came; was the client told"),
                    result::toString);
        }
    }

    @Test
    void whatIsCutOffAtTheEndIsCountedAndNotJudged() {
        ProxiedJudge judge = new ProxiedJudge(SCENARIOS, "http://127.0.0.1:1", Clock.systemUTC());
        judge.end(2);
        Request late = Request.of("POST", API, Map.of());
        judge.judge(
                new HarEntry(Instant.EPOCH, Optional.empty(), late, HarEntry.Extent.WHOLE, Optional.empty()),
                new Exchange(late, Optional.empty(), "cut off"));
        assertEquals(
                List.of(
                        "2 calls were cut off at the end, and are not judged",
                        "service: none of 0 answers differ from the contract"),
                judge.notes());
        assertEquals(List.of(), judge.news());
    }

    @Test
    void itIsWatchedUntilTheEndAndSaysHowTheServiceDid() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        try (EndOfObservation end = new EndOfObservation();
                StubServer stub = stub();
                ProxiedService proxy = proxy(stub.baseUrl(), true)) {
            CompletableFuture<RunResult> watching =
                    CompletableFuture.supplyAsync(() -> new TrafficWatch(proxy, out).until(end, Optional.empty()));
            work(
                    proxy,
                    stub,
                    PracticeWork.tour(TODAY.contract()),
                    client -> client.list = path -> path + "?$top=20000");
            end.ask();
            RunResult result = watching.get(2, TimeUnit.MINUTES);
            String told = bytes.toString(StandardCharsets.UTF_8);
            assertEquals(Verdict.NOT_CONFORMANT, result.verdict(), told);
            assertTrue(told.startsWith("Base URL: http://127.0.0.1:"), told);
            assertTrue(
                    told.contains(", in place of " + stub.baseUrl()
                            + "; what changes names that are not reserved stays here\n"),
                    told);
            assertTrue(told.contains(" | FAIL ICL-044 "), told);
            assertTrue(
                    told.matches(
                            "(?s).*\n\n(\\d+ calls? .*\n)?service: none of \\d+ answers differ from the contract\n"),
                    told);
            assertThrows(IOException.class, () -> call(proxy, "GET", API, ""));
        }
    }

    @Test
    void aCallThatComesBackToTheProxyEndsThere() throws Exception {
        try (WireServer service = WireServer.start(request -> WireServer.json(200, "{}"));
                ProxiedService proxy = proxy(service.url(), true);
                ProxiedService other = proxy(service.url(), false)) {
            call(proxy, "GET", API, "");
            String via = service.requests().get(0).replaceFirst("(?s).*\r\nVia: ([^\r]*)\r\n.*", "$1");
            assertTrue(via.matches("1\\.1 tick-[0-9]{8}"), via);
            HttpResponse<String> back = call(proxy, "GET", API, "", "Via", "1.0 first, " + via);
            assertEquals(508, back.statusCode());
            assertTrue(back.body().contains(service.url() + " is where the proxy itself listens, "), back::body);
            assertEquals(1, service.requests().size());
            assertEquals(200, call(other, "GET", API, "", "Via", via).statusCode());
        }
    }

    @Test
    void theProxyIsNotItsOwnService() {
        for (String service : List.of("http://localhost:8080", "http://127.0.0.1:8080/api", "http://[::1]:8080")) {
            ProxyTerms terms =
                    new ProxyTerms(URI.create(service), 8080, false, TrustedAuthorities.ofJvm(), Proxies.none());
            String message = String.valueOf(assertThrows(
                            InvalidSettingException.class,
                            () -> new ProxiedService(SCENARIOS, terms, Clock.systemUTC()))
                    .getMessage());
            assertTrue(message.startsWith("proxy: " + service + " is where the proxy itself listens"), message);
        }
    }
}
