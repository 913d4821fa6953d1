package dev.tick.laws.walk;

import dev.tick.conformance.Verifier;
import dev.tick.conformance.sample.Availability;
import dev.tick.conformance.sample.Samples;
import dev.tick.conformance.settings.Settings;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.register.Specification;
import dev.tick.spec.validation.Validator;
import dev.tick.stub.StubServer;
import dev.tick.stub.authority.TokenVariant;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The program that {@link WalkRecorder} watches: it prepares a walk, and walks between two marks. */
final class WalkSubject {
    private static final String CONTRACT = "tiindicators";
    /** The row whose way is followed: the register's first about the response to a sound submit. */
    private static final String ROW = "SUB-001";

    private WalkSubject() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        switch (WalkKind.valueOf(arguments[0])) {
            case SOUND_POST -> post(201);
            case REFUSED_POST -> post(400);
            case ROW_TO_REPORT -> row();
        }
    }

    /** Marks the beginning of the walk; the debugger stops here. */
    private static void begin() {}

    /** Marks its end. */
    private static void end() {}

    private static void post(int expected) throws IOException, InterruptedException {
        Specification specification = Specification.load(CONTRACT);
        Contract contract = specification.contract();
        Resource resource = contract.resource().orElseThrow();
        Operation create = contract.operation(Effect.CREATE).orElseThrow();
        Clock clock = Clock.systemUTC();
        Samples samples = new Samples(
                contract,
                resource,
                new Validator(contract, specification.register(), clock),
                "walk",
                clock,
                identity -> Availability.FREE);
        try (StubServer stub = StubServer.start()) {
            URI url = URI.create(stub.baseUrl() + create.path());
            String token = stub.token(stub.application(), TokenVariant.SOUND);
            // Once before, so that what runs once for all requests does not count.
            send(url, token, samples.fresh(create, samples.firstExample()), 201);
            ObjectNode body = samples.fresh(create, samples.firstExample());
            if (expected != 201) {
                send(url, token, body.deepCopy().without(resource.identity()), expected);
                body.remove(resource.identity());
            }
            begin();
            send(url, token, body, expected);
            end();
        }
    }

    private static void send(URI url, String token, ObjectNode body, int expected)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != expected) {
            throw new IllegalStateException(
                    "expected " + expected + ", got " + response.statusCode() + ": " + response.body());
        }
    }

    private static void row() throws IOException {
        Settings settings = Settings.of(
                Map.of(
                        "requirements",
                        ROW,
                        "tick.directory",
                        Files.createTempDirectory("walk").toString()),
                Map.of());
        begin();
        Verifier.of(CONTRACT, Clock.systemUTC())
                .run(settings, new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        end();
    }
}
