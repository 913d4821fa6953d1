package dev.tick.conformance;

import dev.tick.conformance.client.ClientTask;
import java.nio.file.Path;
import java.time.Duration;

/** The sound client of the tests, as a process. */
final class PracticeMain {
    private PracticeMain() {}

    public static void main(String[] arguments) {
        Path work = Path.of(System.getenv(ClientTask.WORK));
        new PracticeClient().run(new ClientTask(System.getenv(), work.getParent(), Duration.ofMinutes(1)));
    }
}
