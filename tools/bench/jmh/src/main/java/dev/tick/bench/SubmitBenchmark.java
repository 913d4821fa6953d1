package dev.tick.bench;

import dev.tick.spec.http.Body;
import dev.tick.spec.http.Headers;
import dev.tick.spec.http.Request;
import dev.tick.spec.validation.Violation;
import dev.tick.stub.access.TokenVerdict;
import dev.tick.stub.http.Transmission;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.JsonNode;

/** The steps of a submit, and all of them together. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class SubmitBenchmark {
    private StubInside stub;
    private Optional<String> authorization;

    /** Puts the stub together. */
    @Setup
    public void start() {
        stub = StubInside.of("tiindicators");
        authorization = Optional.of("Bearer " + stub.token());
    }

    /** A request whose body is sound, or has one wrong word. */
    @State(Scope.Benchmark)
    public static class Message {
        /** Whether it is accepted. */
        @Param({"valid", "refused"})
        public String body;

        private byte[] bytes;
        private Headers headers;
        private Request parsed;

        /** Makes the request, and sees that it is answered as its name says. */
        @Setup
        public void make(SubmitBenchmark benchmark) {
            String word = body.equals("valid") ? "AlertAndBlock" : "Block";
            bytes =
                    ("{\"indicator\":\"220e7d15b0b3d7fac48f2bd61114db1022197f7f\",\"indicatorType\":\"FileSha1\",\"title\":\"test\","
                                    + "\"expirationTime\":\"2030-12-12T00:00:00Z\",\"action\":\"" + word
                                    + "\",\"severity\":\"Informational\",\"description\":\"test\",\"recommendedActions\":\"TEST\"}")
                            .getBytes(StandardCharsets.UTF_8);
            headers = Headers.of(Map.of(
                    "Host",
                    "127.0.0.1:8080",
                    "Content-Type",
                    "application/json",
                    "Content-Length",
                    String.valueOf(bytes.length),
                    "Authorization",
                    benchmark.authorization.orElseThrow()));
            parsed = request(benchmark.stub);
            parsed.body().json();
            int status = benchmark
                    .stub
                    .pipeline()
                    .answer(benchmark.stub.submit(), parsed)
                    .response()
                    .status();
            if (body.equals("valid") == status >= 400) {
                throw new IllegalStateException("the " + body + " body got " + status);
            }
        }

        private Request request(StubInside stub) {
            return new Request(
                    "http://127.0.0.1:8080",
                    stub.submit().method(),
                    stub.submit().path(),
                    headers,
                    Body.of(bytes));
        }
    }

    /** Judges the token. */
    @Benchmark
    public TokenVerdict token() {
        return stub.tokens().verify(authorization, stub.submit().tokens());
    }

    /** Parses the body. */
    @Benchmark
    public JsonNode parsing(Message message) {
        return Body.of(message.bytes).json();
    }

    /** Validates the request, whose body is parsed already. */
    @Benchmark
    public List<Violation> validation(Message message) {
        return stub.validator().request(stub.submit(), message.parsed);
    }

    /** Answers the request: all of the above, the state, the response, the journal. */
    @Benchmark
    public Transmission answer(Message message) {
        return stub.pipeline().answer(stub.submit(), message.request(stub));
    }
}
