package dev.tick.conformance.client;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A task for a client.
 *
 * @param environment the variables that tell it all, secrets among them
 * @param folder where the files of the task lie
 * @param deadline how long it may take
 */
public record ClientTask(Map<String, String> environment, Path folder, Duration deadline) {
    /** Names the folders in which programs are looked for; the system sets it. */
    public static final String PATH = "PATH";

    /** Names the base URL of the service. */
    public static final String BASE_URL = "TICK_BASE_URL";

    /** Names the token endpoint, form v1. */
    public static final String TOKEN_ENDPOINT = "TICK_TOKEN_ENDPOINT";

    /** Names the id of the tenant. */
    public static final String TENANT = "TICK_TENANT";

    /** Names the client's id. */
    public static final String CLIENT_ID = "TICK_CLIENT_ID";

    /** Names the client's secret. */
    public static final String CLIENT_SECRET = "TICK_CLIENT_SECRET";

    /** Names the resource to ask a token for. */
    public static final String RESOURCE = "TICK_RESOURCE";

    /** Names the scenario. */
    public static final String SCENARIO = "TICK_SCENARIO";

    /** Names the seconds within which the client must end. */
    public static final String DEADLINE = "TICK_DEADLINE_SECONDS";

    /** Names the file with the work to do. */
    public static final String WORK = "TICK_WORK";

    /** Names the file for the client's report. */
    public static final String REPORT = "TICK_REPORT";

    /** Copies the variables. */
    public ClientTask {
        environment = Map.copyOf(environment);
    }

    /** Returns the file with the work to do. */
    public Path work() {
        return folder.resolve("work.json");
    }

    /** Returns the file in which the client may report. */
    public Path report() {
        return folder.resolve("report.json");
    }

    /** Returns the names of the variables alone, since one is a secret. */
    @Override
    public String toString() {
        return "ClientTask[" + environment.keySet() + ", " + folder + ", " + deadline + "]";
    }
}
