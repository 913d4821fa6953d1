package dev.tick.conformance;

import dev.tick.conformance.client.ClientEnd;
import dev.tick.conformance.client.ClientProgram;
import dev.tick.conformance.client.ClientTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A connector to today's edition, or to the first one, for tests: sound as it is made, and wrong in what is set. */
final class PracticeClient implements ClientProgram {
    /** Stands for an answer that did not come whole. */
    static final int LOST = 0;

    /** Stands for a 200 in which an item failed. */
    static final int IN_PART = 1;

    /** Stands for a 2xx whose body the client does not take. */
    static final int UNREAD = 2;

    /** Stands for a call that was not made, since there was no token for it. */
    static final int NO_TOKEN = 3;

    private static final JsonMapper JSON = JsonMapper.shared();

    String api = "/api/indicators";
    String identity = "indicatorValue";
    UnaryOperator<ObjectNode> submit = body -> body;
    UnaryOperator<ObjectNode> importing = body -> body;
    Function<ObjectNode, List<ObjectNode>> batches = List::of;
    UnaryOperator<ObjectNode> deletion = body -> body;
    UnaryOperator<ObjectNode> changing = body -> body;
    UnaryOperator<String> list = path -> path;
    BiFunction<String, String, String> address = (id, value) -> id;
    BiFunction<Integer, String, String> said = (status, honest) -> honest;
    Predicate<JsonNode> reads = answer -> true;
    IntPredicate repeats = status -> status == LOST || status == 408 || status == 429 || status >= 500;
    LongUnaryOperator waits = seconds -> seconds * 1000;
    IntPredicate tokenRepeats = repeats;
    LongUnaryOperator tokenWaits = waits;
    Duration tokenTimeout = Duration.ofMinutes(1);
    long patience = 60;
    boolean readsDates = true;
    boolean looksBeforeItSubmits;
    int attempts = 3;
    int renewals = 1;
    UnaryOperator<String> contentType = path -> "application/json";
    String authorization = "Bearer ";
    String query = "";
    Runnable beforeCall = () -> {};
    Keeping keeping = Keeping.TOKEN;
    Pages pages = Pages.FOLLOWED;
    Redirects redirects = Redirects.REFUSED;

    /** How long a token is used. */
    enum Keeping {
        TOKEN,
        TOKEN_UNTIL_REFUSED,
        NOTHING
    }

    /** What becomes of a link to a next page. */
    enum Pages {
        FOLLOWED,
        FOLLOWED_BEHIND_ENTITIES,
        IGNORED
    }

    /** What becomes of a redirect. */
    enum Redirects {
        REFUSED,
        FOLLOWED_WITHOUT_TOKEN,
        FOLLOWED_WITH_TOKEN
    }

    /** Returns a sound connector to the first edition. */
    static PracticeClient ofFirstEdition() {
        PracticeClient client = new PracticeClient();
        client.api = "/api/tiindicators";
        client.identity = "indicator";
        client.address = (id, value) -> value;
        return client;
    }

    @Override
    public String name() {
        return "practice";
    }

    @Override
    public ClientEnd run(ClientTask task) {
        try {
            new Session(task).work();
            return ClientEnd.ofSuccess();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One run of the client. */
    private final class Session {
        private final HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        private final ClientTask task;
        private final Map<String, String> ids = new HashMap<>();
        private Optional<String> token = Optional.empty();
        private boolean wasRefused;

        Session(ClientTask task) {
            this.task = task;
        }

        private String variable(String name) {
            return task.environment().getOrDefault(name, "");
        }

        void work() throws IOException {
            ObjectNode report = JsonNodeFactory.instance.objectNode();
            ArrayNode entries = report.putArray("work");
            for (JsonNode piece : JSON.readTree(task.work()).path("work")) {
                int status = perform(piece);
                String honest = status / 100 == 2 ? "done" : "failed";
                entries.addObject().put("id", piece.path("id").asInt()).put("outcome", said.apply(status, honest));
            }
            Files.writeString(task.report(), JSON.writeValueAsString(report));
        }

        private int perform(JsonNode piece) {
            String value = piece.path("value").asString("");
            return switch (piece.path("do").asString("")) {
                case "submit" -> submit(piece.path("body"));
                case "import" -> importAll((ObjectNode) piece.path("body"));
                case "list" -> list();
                case "delete" -> call("DELETE", one(value), Optional.empty()).status();
                case "read" -> call("GET", one(value), Optional.empty()).status();
                case "change" ->
                    call("PATCH", one(value), Optional.of(changing.apply((ObjectNode) piece.path("body"))))
                            .status();
                case "batch-delete" -> {
                    ObjectNode body = JsonNodeFactory.instance.objectNode();
                    ArrayNode those = body.putArray("IndicatorIds");
                    piece.path("values").forEach(one -> those.add(ids.getOrDefault(one.asString(), "0")));
                    yield call("POST", api + "/BatchDelete", Optional.of(deletion.apply(body)))
                            .status();
                }
                default -> throw new IllegalStateException(piece.toString());
            };
        }

        private int importAll(ObjectNode body) {
            int status = LOST;
            boolean failed = false;
            for (ObjectNode batch : batches.apply(body)) {
                Answer answer = call("POST", api + "/import", Optional.of(importing.apply(batch)));
                status = answer.status();
                failed = failed || answer.hasFailedItem();
            }
            return failed ? IN_PART : status;
        }

        private String one(String value) {
            String at = address.apply(ids.getOrDefault(value, "0"), value);
            return api + "/" + URLEncoder.encode(at, StandardCharsets.UTF_8);
        }

        private int submit(JsonNode body) {
            if (looksBeforeItSubmits) {
                call("GET", api, Optional.empty());
            }
            Answer answer = call("POST", api, Optional.of(submit.apply((ObjectNode) body.deepCopy())));
            if (answer.status() / 100 == 2) {
                ids.put(body.path(identity).asString(), answer.json().path("id").asString("0"));
            }
            return answer.status();
        }

        private int list() {
            Answer answer = call("GET", list.apply(api), Optional.empty());
            String link = answer.json().path("@odata.nextLink").asString("");
            while (follows(answer) && !link.isEmpty()) {
                URI next = URI.create(link);
                answer = call("GET", next.getRawPath() + "?" + next.getRawQuery(), Optional.empty());
                link = answer.json().path("@odata.nextLink").asString("");
            }
            return answer.status();
        }

        private boolean follows(Answer page) {
            return switch (pages) {
                case FOLLOWED -> true;
                case FOLLOWED_BEHIND_ENTITIES -> !page.json().path("value").isEmpty();
                case IGNORED -> false;
            };
        }

        private Answer call(String method, String path, Optional<JsonNode> body) {
            int renewed = 0;
            Answer answer = send(method, path, body);
            for (int i = 1; i < 9; i++) {
                boolean renews = answer.status() == 401 && renewed < renewals;
                if (!renews && (i >= attempts || answer.retryAfter() > patience || !repeats.test(answer.status()))) {
                    return answer;
                }
                if (renews) {
                    renewed++;
                    wasRefused = true;
                    token = Optional.empty();
                }
                pause(waits.applyAsLong(answer.retryAfter()));
                answer = send(method, path, body);
            }
            return answer;
        }

        private Answer send(String method, String path, Optional<JsonNode> body) {
            String held = token();
            if (held.isEmpty()) {
                return new Answer(NO_TOKEN, 0, "", "");
            }
            beforeCall.run();
            String extra = query.replace("TOKEN", held);
            String url = path + (extra.isEmpty() ? "" : (path.contains("?") ? "&" : "?") + extra);
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(variable(ClientTask.BASE_URL) + url))
                    .timeout(Duration.ofMinutes(1));
            if (!authorization.isEmpty()) {
                request.header("Authorization", authorization + held);
            }
            if (body.isPresent()) {
                request.header("Content-Type", contentType.apply(path));
            }
            request.method(
                    method,
                    body.map(json -> HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(json)))
                            .orElseGet(HttpRequest.BodyPublishers::noBody));
            Answer answer = read(exchange(request.build()));
            return answer.location().isEmpty() || redirects == Redirects.REFUSED
                    ? answer
                    : follow(answer.location(), held);
        }

        private Answer read(Answer answer) {
            return answer.status() / 100 == 2 && !reads.test(answer.json())
                    ? new Answer(UNREAD, 0, "", answer.body())
                    : answer;
        }

        private Answer follow(String location, String held) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(location));
            if (redirects == Redirects.FOLLOWED_WITH_TOKEN) {
                request.header("Authorization", authorization + held);
            }
            return exchange(request.build());
        }

        private Answer exchange(HttpRequest request) {
            try {
                HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
                return new Answer(
                        response.statusCode(),
                        response.headers()
                                .firstValue("Retry-After")
                                .map(this::seconds)
                                .orElse(0L),
                        response.headers().firstValue("Location").orElse(""),
                        response.body());
            } catch (IOException e) {
                return new Answer(LOST, 0, "", "");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        /** Reads the header Retry-After, and waits up to a second more where a date tells it. */
        private long seconds(String retryAfter) {
            if (retryAfter.matches("\\d+")) {
                return Long.parseLong(retryAfter);
            }
            Instant until = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(retryAfter));
            return readsDates ? Duration.between(Instant.now(), until).toSeconds() + 1 : 0;
        }

        /** Returns the token, empty where there is none to be had. */
        private String token() {
            boolean isKept = keeping == Keeping.TOKEN || (keeping == Keeping.TOKEN_UNTIL_REFUSED && !wasRefused);
            if (token.isEmpty() || !isKept) {
                String form = "grant_type=client_credentials&client_id=" + variable(ClientTask.CLIENT_ID)
                        + "&client_secret="
                        + URLEncoder.encode(variable(ClientTask.CLIENT_SECRET), StandardCharsets.UTF_8)
                        + "&resource=" + URLEncoder.encode(variable(ClientTask.RESOURCE), StandardCharsets.UTF_8);
                HttpRequest request = HttpRequest.newBuilder(URI.create(variable(ClientTask.TOKEN_ENDPOINT)))
                        .timeout(tokenTimeout)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build();
                Answer answer = exchange(request);
                for (int i = 1;
                        i < attempts && answer.retryAfter() <= patience && tokenRepeats.test(answer.status());
                        i++) {
                    pause(tokenWaits.applyAsLong(answer.retryAfter()));
                    answer = exchange(request);
                }
                token = answer.json().path("access_token").asStringOpt().filter(text -> !text.isEmpty());
            }
            return token.orElse("");
        }
    }

    private static void pause(long millis) {
        long end = System.nanoTime() + Duration.ofMillis(millis).toNanos();
        for (long left = millis;
                left > 0;
                left = Duration.ofNanos(end - System.nanoTime()).toMillis()) {
            LockSupport.parkNanos(Duration.ofMillis(left).toNanos());
        }
    }

    private record Answer(int status, long retryAfter, String location, String body) {
        boolean hasFailedItem() {
            return json().findValues("isFailed").stream().anyMatch(JsonNode::booleanValue);
        }

        JsonNode json() {
            return body.startsWith("{") && body.endsWith("}")
                    ? JSON.readTree(body)
                    : JsonNodeFactory.instance.missingNode();
        }
    }
}
