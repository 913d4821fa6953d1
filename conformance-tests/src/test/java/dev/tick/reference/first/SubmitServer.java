package dev.tick.reference.first;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** Serves the Submit Ti Indicator page, and nothing else, with at most one known {@link SubmitFault}. */
public final class SubmitServer implements AutoCloseable {

    private static final String ROLE = "Ti.ReadWrite";
    private static final String ROUTE = "/api/tiindicators";
    private static final String ERROR_TYPE = "application/json; charset=utf-8";
    private static final String ENTITY_TYPE =
            "application/json; odata.metadata=minimal; odata.streaming=true; charset=utf-8";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final SubmitFault breakage;
    private final String prefix;
    private final HttpServer server;
    private final ExecutorService executor;
    private final Credential application = new Credential(UUID.randomUUID().toString(), false, true, true);
    private final Map<String, String> tokens;
    private final Map<String, Credential> credentials = new LinkedHashMap<>();

    private SubmitServer(SubmitFault breakage, String prefix, HttpServer server) {
        this.breakage = breakage;
        this.prefix = prefix;
        this.server = server;
        this.executor = Executors.newCachedThreadPool(SubmitServer::daemon);
        String id = application.applicationId();
        this.tokens = Map.of(
                "TICK_TOKEN", issue(application),
                "TICK_TOKEN_EXPIRED", issue(new Credential(id, true, true, true)),
                "TICK_TOKEN_WITHOUT_ROLE", issue(new Credential(id, false, false, true)),
                "TICK_TOKEN_DELEGATED", issue(new Credential(id, false, true, false)),
                "TICK_TOKEN_OTHER_APPLICATION",
                        issue(new Credential(UUID.randomUUID().toString(), false, true, true)));
    }

    /** Starts a server on a free loopback port; the API lies at {@code prefix + "/api/tiindicators"}. */
    public static SubmitServer start(SubmitFault breakage, String prefix) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            SubmitServer started = new SubmitServer(breakage, prefix, http);
            http.createContext("/", started::handle);
            http.setExecutor(started.executor);
            http.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the API lies, without its path. */
    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + prefix;
    }

    /** The tokens this server knows, by the name of the setting each belongs in. */
    public Map<String, String> tokens() {
        return tokens;
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            // Read before anything is judged: an answer to an unread request may reset the connection.
            byte[] body = drain(exchange.getRequestBody());
            try {
                answer(exchange, body);
            } catch (Refusal refusal) {
                refuse(exchange, refusal);
            }
        }
    }

    private static byte[] drain(InputStream in) throws IOException {
        byte[] body = in.readNBytes(BodyReader.MAX_BYTES + 1);
        in.transferTo(OutputStream.nullOutputStream());
        return body;
    }

    private void answer(HttpExchange exchange, byte[] body) throws IOException, Refusal {
        if (!(prefix + ROUTE).equals(exchange.getRequestURI().getRawPath())) {
            throw new Refusal(404, "NotFound", "There is nothing at this path.");
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            exchange.getResponseHeaders().set("Allow", "POST");
            exchange.sendResponseHeaders(405, -1);
            return;
        }
        Credential caller = authorize(exchange.getRequestHeaders());
        requireJson(exchange.getRequestHeaders().getFirst("Content-Type"));
        Map<String, String> submitted = new BodyReader(breakage).read(body);
        int status = breakage == SubmitFault.STATUS_200_INSTEAD_OF_201 ? 200 : 201;
        send(exchange, status, ENTITY_TYPE, entity(submitted, caller));
    }

    private Credential authorize(Headers headers) throws Refusal {
        if (breakage == SubmitFault.TOKEN_IGNORED) {
            return application;
        }
        Credential caller = credentials.get(bearerToken(headers.getOrDefault("Authorization", List.of())));
        if (caller == null || caller.expired()) {
            throw new Refusal(401, "Unauthorized", "The token is missing, invalid or expired.");
        }
        if (!caller.appOnly() && breakage != SubmitFault.DELEGATED_TOKEN_ACCEPTED) {
            throw new Refusal(403, "Forbidden", "Only a token of an application is served, not of a signed-in user.");
        }
        if (!caller.hasRole() && breakage != SubmitFault.ROLE_IGNORED) {
            throw new Refusal(403, "Forbidden", "The token lacks a required role. Required: Ti.ReadWrite, held: none.");
        }
        return caller;
    }

    private static String bearerToken(List<String> authorizations) {
        if (authorizations.size() != 1) {
            return "";
        }
        String[] words = authorizations.get(0).strip().split(" +", 2);
        return words.length == 2 && words[0].equalsIgnoreCase("Bearer") ? words[1] : "";
    }

    private static void requireJson(String contentType) throws Refusal {
        if (contentType == null || !contentType.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
            throw new Refusal(415, "UnsupportedMediaType", "The body has to be sent as application/json.");
        }
    }

    private Map<String, String> entity(Map<String, String> submitted, Credential caller) {
        Map<String, String> entity = new LinkedHashMap<>();
        entity.put("@odata.context", baseUrl() + "/api/$metadata#TiIndicators/$entity");
        entity.putAll(submitted);
        entity.put(
                "creationTimeDateTimeUtc",
                Instant.now().truncatedTo(ChronoUnit.MICROS).toString());
        entity.put("createdBy", caller.applicationId());
        if (breakage == SubmitFault.TITLE_NOT_ECHOED) {
            entity.computeIfPresent("title", (name, title) -> "Not " + title);
        }
        if (breakage == SubmitFault.EXPIRATION_SHIFTED) {
            entity.computeIfPresent(
                    "expirationTime",
                    (name, time) ->
                            OffsetDateTime.parse(time).plusHours(1).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        }
        return entity;
    }

    private void refuse(HttpExchange exchange, Refusal refusal) throws IOException {
        if (refusal.status == 401) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
        }
        if (breakage == SubmitFault.ERRORS_WITHOUT_ENVELOPE) {
            send(exchange, refusal.status, ERROR_TYPE, Map.of("message", refusal.getMessage()));
            return;
        }
        Map<String, String> error = new LinkedHashMap<>();
        error.put("code", refusal.code);
        error.put("message", refusal.getMessage());
        error.put("target", UUID.randomUUID().toString());
        send(exchange, refusal.status, ERROR_TYPE, Map.of("error", error));
    }

    private static void send(HttpExchange exchange, int status, String type, Map<String, ?> json) throws IOException {
        byte[] bytes = MAPPER.writeValueAsBytes(json);
        exchange.getResponseHeaders().set("Content-Type", type);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private String issue(Credential credential) {
        SecureRandom random = new SecureRandom();
        String token = part(random, 24) + "." + claims(credential) + "." + part(random, 48);
        credentials.put(token, credential);
        return token;
    }

    private static String claims(Credential credential) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("aud", "https://api.securitycenter.windows.com");
        claims.put("appid", credential.applicationId());
        claims.put("exp", Instant.now().getEpochSecond() + (credential.expired() ? -7_200 : 3_600));
        if (credential.hasRole()) {
            claims.put(credential.appOnly() ? "roles" : "scp", credential.appOnly() ? List.of(ROLE) : ROLE);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(MAPPER.writeValueAsBytes(claims));
    }

    private static String part(SecureRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "submit-server");
        thread.setDaemon(true);
        return thread;
    }

    /** What a token stands for. */
    private record Credential(String applicationId, boolean expired, boolean hasRole, boolean appOnly) {}

    /** A request turned down: the status and error that answer it. */
    static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;
        private final int status;
        private final String code;

        Refusal(int status, String code, String message) {
            super(message);
            this.status = status;
            this.code = code;
        }
    }
}
