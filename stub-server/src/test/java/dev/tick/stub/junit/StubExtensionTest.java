package dev.tick.stub.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.tick.stub.Sandbox;
import dev.tick.stub.StubServer;
import dev.tick.stub.authority.TokenVariant;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Runs the test classes below in an engine of their own. */
class StubExtensionTest {
    private static final List<Sandbox> SEEN = new ArrayList<>();

    private static Events run(Class<?> tests) {
        SEEN.clear();
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .configurationParameter("junit.jupiter.conditions.deactivate", "org.junit.*DisabledCondition")
                .execute()
                .testEvents();
    }

    private static int post(Sandbox stub, String body) throws IOException, InterruptedException {
        SEEN.add(stub);
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(stub.baseUrl() + "/api/tiindicators"))
                                .header("Authorization", "Bearer " + stub.token(stub.application(), TokenVariant.SOUND))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private static final String SOUND =
            "{\"indicator\":\"192.0.2.1\",\"indicatorType\":\"IpAddress\",\"action\":\"Alert\"}";
    private static final String UNKNOWN =
            "{\"indicator\":\"192.0.2.1\",\"indicatorType\":\"IpAddress\",\"action\":\"Alert\",\"extra\":1}";

    /** Static: one stub, reset before each test. */
    @Disabled("run by the test around it")
    static class Shared {
        @RegisterExtension
        static final StubExtension TICK = StubExtension.tiindicators();

        @Test
        void one(StubServer stub) throws IOException, InterruptedException {
            assertEquals(0, stub.journal().size());
            assertEquals(201, post(TICK.stub(), SOUND));
            stub.play("503");
        }

        @Test
        void two(StubServer stub) throws IOException, InterruptedException {
            one(stub);
        }
    }

    @Test
    void sharesAStubAndResetsItBetweenTests() {
        run(Shared.class).assertStatistics(tests -> tests.started(2).succeeded(2));
        assertEquals(2, SEEN.size());
        assertEquals(SEEN.get(0), SEEN.get(1));
        assertThrows(IllegalStateException.class, SEEN.get(0)::baseUrl);
    }

    /** Shares a stub with the class after it. */
    @Disabled("run by the test around it")
    static class SandboxOne {
        @RegisterExtension
        static final StubExtension TICK =
                StubExtension.tiindicators().failOnViolations().sandboxed();

        @Test
        void one(Sandbox sandbox) throws IOException, InterruptedException {
            assertEquals(0, sandbox.journal().size());
            assertEquals(201, post(sandbox, SOUND));
            assertEquals(1, TICK.sandbox().journal().size());
            sandbox.play("503");
        }

        @Test
        void two(Sandbox sandbox) throws IOException, InterruptedException {
            one(sandbox);
        }
    }

    /** Breaks the contract in one of its tests, each of which has a sandbox of its own. */
    @Disabled("run by the test around it")
    static class SandboxTwo {
        @RegisterExtension
        final StubExtension tick = StubExtension.tiindicators().sandboxed().failOnViolations();

        @Test
        void sound(Sandbox sandbox) throws IOException, InterruptedException {
            assertEquals(201, post(sandbox, SOUND));
        }

        @Test
        void breaksTheContract() throws IOException, InterruptedException {
            assertEquals(201, post(tick.sandbox(), UNKNOWN));
        }

        @Test
        void wantsTheWholeStub() {
            tick.stub();
        }
    }

    @Test
    void sharesAStubAmongClassesEachInASandboxOfItsOwn() {
        SEEN.clear();
        Events tests = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(SandboxOne.class), selectClass(SandboxTwo.class))
                .configurationParameter("junit.jupiter.conditions.deactivate", "org.junit.*DisabledCondition")
                .execute()
                .testEvents();
        tests.assertStatistics(events -> events.started(5).succeeded(3).failed(2));
        List<String> failures = tests.failed()
                .map(event -> String.valueOf(event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .map(Throwable::getMessage)
                        .orElse("")))
                .sorted()
                .toList();
        assertTrue(
                failures.get(0).startsWith("The client broke the contract.\n#1 POST /api/tiindicators -> 201"),
                failures.toString());
        assertTrue(
                failures.get(1).startsWith("the stub is shared with other tests: call sandbox()"), failures.toString());
        assertEquals(4, SEEN.size());
        assertEquals(SEEN.get(0).tenantId(), SEEN.get(1).tenantId());
        assertEquals(3, SEEN.stream().map(Sandbox::tenantId).distinct().count());
        // The stub has stopped with the run.
        assertThrows(IllegalStateException.class, SEEN.get(0)::baseUrl);
    }

    /** Takes a sandbox although nothing is shared. */
    @Disabled("run by the test around it")
    static class Alone {
        @RegisterExtension
        static final StubExtension TICK = StubExtension.tiindicators();

        @Test
        void isTheStubItself(Sandbox sandbox, StubServer stub) {
            assertEquals(stub, sandbox);
            assertEquals(stub, TICK.sandbox());
        }
    }

    @Test
    void aStubThatIsNotSharedIsASandbox() {
        run(Alone.class).assertStatistics(tests -> tests.started(1).succeeded(1));
    }

    /** Not static: a stub for each test. */
    @Disabled("run by the test around it")
    static class Own {
        @RegisterExtension
        final StubExtension tick = StubExtension.tiindicators().failOnViolations();

        @Test
        void sound() throws IOException, InterruptedException {
            assertEquals(201, post(tick.stub(), SOUND));
        }

        @Test
        void breaksTheContract() throws IOException, InterruptedException {
            assertEquals(201, post(tick.stub(), UNKNOWN));
        }

        @Test
        void fails() throws IOException, InterruptedException {
            post(tick.stub(), SOUND);
            Assertions.fail("on its own account");
        }
    }

    @Test
    void startsAStubForEachTestAndJudgesItsClient() {
        Events tests = run(Own.class);
        tests.assertStatistics(events -> events.started(3).succeeded(1).failed(2));
        assertNotSame(SEEN.get(0), SEEN.get(1));
        List<String> failures = tests.failed()
                .map(event -> String.valueOf(event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .map(failure -> failure.getMessage() + List.of(failure.getSuppressed()))
                        .orElse("")))
                .toList();
        assertTrue(
                failures.stream()
                        .anyMatch(text -> text.startsWith(
                                        "The client broke the contract.\n#1 POST /api/tiindicators -> 201\n    ")
                                && text.contains("CLI-019 body: expected no property 'extra'")),
                failures.toString());
        assertTrue(
                failures.stream()
                        .anyMatch(text -> text.startsWith("on its own account")
                                && text.contains("the stub's journal of this test:\n#1 POST /api/tiindicators -> 201")),
                failures.toString());
    }

    /** Refused requests of a client that the stub judges. */
    @Disabled("run by the test around it")
    static class OffTheContract {
        @RegisterExtension
        final StubExtension tick = StubExtension.editions().failOnViolations();

        @Test
        void byMethod() throws IOException, InterruptedException {
            assertEquals(405, send(tick.stub(), "PATCH", "/api/indicators"));
        }

        @Test
        void byPath() throws IOException, InterruptedException {
            assertEquals(404, send(tick.stub(), "GET", "/api/indicator"));
        }

        @Test
        void byQuery() throws IOException, InterruptedException {
            assertEquals(400, send(tick.stub(), "GET", "/api/indicators?$top=x"));
        }
    }

    private static int send(StubServer stub, String method, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(stub.baseUrl() + path))
                                .header("Authorization", "Bearer " + stub.token(stub.application(), TokenVariant.SOUND))
                                .method(method, HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    @Test
    void aCallThatIsRefusedForItsMethodPathOrQueryBreaksTheContract() {
        Events tests = run(OffTheContract.class);
        tests.assertStatistics(events -> events.started(3).failed(3));
        String failures = tests.failed()
                .map(event -> String.valueOf(event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .map(Throwable::getMessage)
                        .orElse("")))
                .toList()
                .toString();
        assertTrue(
                failures.contains("The client broke the contract.\n#1 PATCH /api/indicators -> 405\n"
                        + "    PATCH is not offered here: allowed POST, GET"),
                failures);
        assertTrue(
                failures.contains("path: expected a path of the contract (did you mean '/api/indicators'?)"), failures);
        assertTrue(failures.contains("query:$top: expected a query that can be read"), failures);
    }

    /** A token call of a test that fails. */
    @Disabled("run by the test around it")
    static class WithoutToken {
        @RegisterExtension
        final StubExtension tick = StubExtension.indicators();

        @Test
        void fails() throws IOException, InterruptedException {
            HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(tick.stub().tokenEndpoint())
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(HttpRequest.BodyPublishers.ofString(
                                            "grant_type=client_credentials&client_id=nobody&client_secret=x"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            Assertions.fail("on its own account");
        }
    }

    @Test
    void showsTheTokenCallsOfATestThatFails() {
        String failure = run(WithoutToken.class)
                .failed()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .map(thrown -> List.of(thrown.getSuppressed()).toString())
                        .orElse(""))
                .toList()
                .toString();
        assertTrue(
                failure.contains(
                        "#1 token for nobody (client_credentials, client_secret_post, v1) -> 400 unauthorized_client: AADSTS700016"),
                failure);
    }

    @Test
    void saysWhyThereIsNoStub() {
        String said = String.valueOf(assertThrows(
                        IllegalStateException.class,
                        () -> StubExtension.tiindicators().stub())
                .getMessage());
        assertTrue(said.startsWith("the stub is not running: is the field annotated"), said);
    }
}
