package dev.tick.conformance.client;

import dev.tick.spec.document.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The line of JSON that tells a long-lived client of a task: what the variables tell another, and the work itself. */
final class TaskLine {
    /** The key of the scenario's name, here and in the answer. */
    static final String SCENARIO = "scenario";

    /** The key of the work, here and in the answer. */
    static final String WORK = "work";

    private static final Pattern NEXT_WORD = Pattern.compile("_(.)");

    private static final List<String> TOLD = List.of(
            ClientTask.SCENARIO,
            ClientTask.BASE_URL,
            ClientTask.TOKEN_ENDPOINT,
            ClientTask.TENANT,
            ClientTask.CLIENT_ID,
            ClientTask.CLIENT_SECRET,
            ClientTask.RESOURCE);

    private TaskLine() {}

    static String of(ClientTask task) throws IOException {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        TOLD.forEach(variable -> line.put(key(variable), task.environment().getOrDefault(variable, "")));
        line.put(key(ClientTask.DEADLINE), task.deadline().toSeconds());
        line.set(WORK, Json.read(Files.readAllBytes(task.work())).path(WORK));
        return line + "\n";
    }

    /** Returns whether an object is such a line, which a client may log. */
    static boolean isOne(JsonNode line) {
        return line.has(key(ClientTask.DEADLINE));
    }

    /** Returns the key for a variable: {@code baseUrl} for {@code TICK_BASE_URL}. */
    private static String key(String variable) {
        String words = variable.replaceFirst("^TICK_", "").toLowerCase(Locale.ROOT);
        return NEXT_WORD.matcher(words).replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
    }
}
