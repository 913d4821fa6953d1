package dev.tick.stub.command;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.register.Specification;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import dev.tick.stub.authority.TokenVariant;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** Starts a stub, uses it for a moment and stops it, so that a JVM that archives its classes has met those that a start needs. */
@Command(name = "rehearse", description = "For the launcher: starts, serves a few requests and stops.")
final class RehearsalCommand implements Callable<Integer> {
    /** A JVM that archives its profiles as well learns from these which methods are worth compiling. */
    private static final int ROUNDS = 8;

    private final PrintWriter out;
    private final HttpClient http = HttpClient.newHttpClient();

    RehearsalCommand(PrintWriter out) {
        this.out = out;
    }

    /** Takes no setting from outside: none could be used up, or keep a request from its way. */
    @Override
    public Integer call() {
        return StubCommand.line(Map.of(), out, (stub, forget) -> use(stub)).execute("--port", "0", "--quota", "off");
    }

    private void use(StubServer stub) throws InterruptedException {
        try {
            for (Specification edition : StubConfig.editions()) {
                use(stub, edition.contract());
            }
            send(HttpRequest.newBuilder(stub.baseUrl().resolve("/tick/status")), 200);
        } catch (IOException e) {
            throw new IllegalStateException("the rehearsal met a closed door", e);
        }
    }

    private void use(StubServer stub, Contract contract) throws IOException, InterruptedException {
        Operation create = contract.operation(Effect.CREATE).orElseThrow();
        URI entities = stub.baseUrl().resolve(create.path());
        String sound = create.requestExamples().values().iterator().next().toString();
        for (int i = 0; i < ROUNDS; i++) {
            send(token(stub, contract), 200);
            String bearer = "Bearer " + stub.token(stub.application(), TokenVariant.SOUND);
            HttpRequest.Builder authorized = HttpRequest.newBuilder(entities)
                    .header("Authorization", bearer)
                    .header("Content-Type", "application/json");
            send(
                    authorized.copy().POST(HttpRequest.BodyPublishers.ofString(sound)),
                    create.success().status());
            send(authorized.copy().POST(HttpRequest.BodyPublishers.ofString("{}")), 400);
            send(authorized.copy().GET(), 200);
            send(HttpRequest.newBuilder(entities), 401);
        }
    }

    private static HttpRequest.Builder token(StubServer stub, Contract contract) {
        String form = Map.of(
                        "grant_type", "client_credentials",
                        "client_id", stub.application().id(),
                        "client_secret", stub.application().clientSecret().orElseThrow(),
                        "resource", contract.tokens().audiences().get(0))
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(stub.tokenEndpoint())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
    }

    private void send(HttpRequest.Builder request, int expected) throws IOException, InterruptedException {
        HttpRequest sent = request.build();
        HttpResponse<String> got = http.send(sent, HttpResponse.BodyHandlers.ofString());
        if (got.statusCode() != expected) {
            throw new IllegalStateException(
                    "expected " + expected + " for " + sent + ", got " + got.statusCode() + " " + got.body());
        }
    }
}
