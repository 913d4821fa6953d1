package dev.tick.conformance.client;

import dev.tick.conformance.evidence.Secrets;
import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.spec.client.ClientScenario;
import dev.tick.spec.contract.Contract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Plays a scenario with a client: tells it the work, lets it do that on a stage, and gathers what came of it. */
final class ScenarioPlayer {
    private final Contract contract;
    private final ClientProgram program;
    private final Duration deadline;

    ScenarioPlayer(Contract contract, ClientProgram program, Duration deadline) {
        this.contract = contract;
        this.program = program;
        this.deadline = deadline;
    }

    Performance play(ClientScenario scenario, ClientStage stage) {
        WorkList work = new WorkList(contract, scenario);
        Path folder = null;
        try {
            folder = Files.createTempDirectory("tick-client-");
            ClientTask task = task(scenario, stage, folder);
            Files.writeString(task.work(), work.json(scenario.name()));
            ClientEnd end = run(task);
            SceneRecord journal = stage.end();
            List<Piece> pieces = work.pieces();
            return new Performance(
                    scenario,
                    pieces,
                    new PieceFinder(contract, pieces, journal.calls()).sort(journal.calls()),
                    journal,
                    end,
                    ClientReport.read(task.report()),
                    deadline);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot write the work of a client below " + folder + "; make room there", e);
        } finally {
            Optional.ofNullable(folder).ifPresent(ScenarioPlayer::remove);
        }
    }

    private ClientTask task(ClientScenario scenario, ClientStage stage, Path folder) {
        Map<String, String> environment = new HashMap<>(stage.open(scenario.name(), scenario.steps()));
        ClientTask task = new ClientTask(environment, folder, deadline);
        environment.put(ClientTask.SCENARIO, scenario.name());
        environment.put(ClientTask.DEADLINE, String.valueOf(deadline.toSeconds()));
        environment.put(ClientTask.WORK, task.work().toString());
        environment.put(ClientTask.REPORT, task.report().toString());
        return new ClientTask(environment, folder, deadline);
    }

    /** A client of this process that throws has ended badly, which is no trouble of the kit's. */
    private ClientEnd run(ClientTask task) {
        ClientEnd end;
        String secret = task.environment().getOrDefault(ClientTask.CLIENT_SECRET, "");
        try {
            end = program.run(task);
        } catch (InvalidSettingException e) {
            throw e;
        } catch (RuntimeException e) {
            end = new ClientEnd(Optional.of(1), e.toString());
        }
        return end.map(Secrets.of(List.of(secret)));
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // A client that was killed may still write there; the system removes it with its other temporary files.
            folder.toFile().deleteOnExit();
        }
    }
}
