package dev.tick.stub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.tick.stub.access.Application;
import dev.tick.stub.quota.Quota;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Walks through everything that a stub refers to, before and after it was used: nothing has changed but its state. */
class NothingElseRemembersTest {
    private static final String OURS = "dev.tick.";
    private static final String STATE = "dev.tick.stub.state.";

    @Test
    void whateverItIsAskedOnlyItsStateChanges() throws Exception {
        StubConfig config = StubConfig.builder()
                .clock(new TestClock("2026-01-01T00:00:00Z"))
                .quotas(new Quota(50, Duration.ofMinutes(1)))
                .build();
        try (StubServer stub = StubServer.start(config)) {
            use(stub); // What a class makes at its first use, such as a pattern, is made.
            Map<String, String> before = facts(stub);
            assertTrue(before.keySet().stream().anyMatch(way -> way.contains(".tick-contract")), before::toString);
            use(stub);
            Map<String, String> changed = facts(stub);
            changed.entrySet().removeAll(before.entrySet());
            assertEquals(Map.of(), changed);
        }
    }

    private static void use(StubServer stub) throws IOException, InterruptedException {
        Caller caller = new Caller(stub);
        stub.play("fine x2, 429 x1, delay 1ms x1");
        for (int i = 0; i < 5; i++) {
            caller.submit(Caller.SUBMISSION);
        }
        stub.play("fault SUB-001-answers-200");
        caller.submit(Caller.SUBMISSION.replace("\"test\"", "\"other\""));
        stub.play("fine");
        caller.submit("no json");
        caller.send("GET", Caller.PATH, "");
        caller.send("GET", Caller.PATH + "?$filter=title%20eq%20'x'", "");
        caller.send("PATCH", Caller.PATH + "/" + Caller.SHA1, "{\"severity\": \"High\"}");
        caller.send(caller.request("GET", Caller.PATH, ""));
        caller.send("PUT", Caller.PATH, "");
        caller.send("GET", "/nowhere", "");
        for (String path : List.of("/tick/status", "/tick/journal", "/tick/entities", "/tick/scenarios", "/")) {
            HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(stub.baseUrl() + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
        }
        Application other = new Application("other", "secret", List.of());
        stub.applications().add(other);
        stub.applications().remove(other.id());
        caller.send(caller.request("POST", stub.tokenEndpoint().getPath(), "grant_type=password")
                .header("Content-Type", "application/x-www-form-urlencoded"));
        stub.journal();
        stub.tokenCalls();
    }

    /** Returns each value that can be reached by fields of ours without passing through the state, by the way that leads there. */
    private static Map<String, String> facts(StubServer stub) throws IllegalAccessException {
        Map<String, String> facts = new TreeMap<>();
        walk("stub", stub, new IdentityHashMap<>(), facts);
        return facts;
    }

    private static void walk(String path, Object value, IdentityHashMap<Object, String> seen, Map<String, String> facts)
            throws IllegalAccessException {
        if (value.getClass().getName().startsWith(STATE)) {
            return;
        }
        if (value instanceof WireMockServer server) {
            walk(path, server.getOptions().getDeclaredExtensions().getInstances(), seen, facts);
            return;
        }
        if (seen.putIfAbsent(value, path) != null) {
            facts.put(path, "see " + seen.get(value));
            return;
        }
        if (value instanceof Map<?, ?> map) {
            facts.put(path, map.size() + " entries");
            int i = 0;
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                String name = entry.getKey() instanceof String text ? "." + text : "." + i;
                walk(path + name + ".key", entry.getKey(), seen, facts);
                walk(path + name, entry.getValue(), seen, facts);
                i++;
            }
        } else if (value instanceof Collection<?> items) {
            facts.put(path, items.size() + " items");
            int i = 0;
            for (Object item : items) {
                walk(path + "." + i, item, seen, facts);
                i++;
            }
        } else if (value instanceof Optional<?> optional) {
            facts.put(path, "present: " + optional.isPresent());
            if (optional.isPresent()) {
                walk(path + ".get", optional.get(), seen, facts);
            }
        } else if (value.getClass().isArray()) {
            facts.put(path, Array.getLength(value) + " elements");
        } else if (value.getClass().getName().startsWith(OURS)) {
            facts.put(path, value.getClass().getName());
            fields(path, value, value.getClass(), seen, facts);
        } else if (value instanceof Number || value instanceof CharSequence || value instanceof Enum<?>) {
            facts.put(path, value.toString());
        }
    }

    private static void fields(
            String path, Object value, Class<?> type, IdentityHashMap<Object, String> seen, Map<String, String> facts)
            throws IllegalAccessException {
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                continue;
            }
            field.setAccessible(true);
            Object held = field.get(value);
            String to = path + "." + field.getName();
            if (held == null || field.getType().isPrimitive()) {
                facts.put(to, String.valueOf(held));
            } else {
                walk(to, held, seen, facts);
            }
        }
        Class<?> parent = type.getSuperclass();
        if (parent != null && parent.getName().startsWith(OURS)) {
            fields(path, value, parent, seen, facts);
        }
    }
}
