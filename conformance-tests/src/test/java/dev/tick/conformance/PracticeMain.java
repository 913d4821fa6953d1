package dev.tick.conformance;

import dev.tick.conformance.client.ClientTask;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The sound client of the tests, as a process. */
final class PracticeMain {
    private PracticeMain() {}

    public static void main(String[] arguments) {
        Path folder = Optional.ofNullable(
                        Path.of(System.getenv(ClientTask.WORK)).getParent())
                .orElseThrow();
        new PracticeClient().run(new ClientTask(System.getenv(), folder, Duration.ofMinutes(1)));
    }
}
