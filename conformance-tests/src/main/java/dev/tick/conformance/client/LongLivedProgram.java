package dev.tick.conformance.client;

import dev.tick.conformance.evidence.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A client that is a command: one process for all scenarios, told of each by a line on its standard input. Another takes its place where
 * it ends too early, or is killed since it does not answer.
 */
public final class LongLivedProgram implements ClientProgram {
    private final ClientCommand command;

    /** Those of all scenarios until now: what the process prints may be of an earlier one. */
    private final Set<String> secrets = ConcurrentHashMap.newKeySet();

    private Optional<Dialogue> current = Optional.empty();

    /** Creates the client of a command line. */
    public LongLivedProgram(ClientCommand command) {
        this.command = command;
    }

    @Override
    public String name() {
        return command.name();
    }

    @Override
    public Optional<String> command() {
        return command.shown();
    }

    @Override
    public List<String> options() {
        return List.of("--long-lived");
    }

    @Override
    public boolean outlivesScenarios() {
        return true;
    }

    /** A line that was sent, and the answer to come. */
    private record Sent(Dialogue dialogue, CompletableFuture<Optional<String>> answer) {}

    @Override
    public ClientEnd run(ClientTask task) {
        try {
            Sent sent = send(task);
            ClientEnd end = sent.dialogue().await(sent.answer(), task.deadline());
            if (end.kind() == ClientEnd.Kind.ANSWERED) {
                Files.writeString(task.report(), sent.answer().join().orElse(""));
            }
            return end.map(hiding());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the files of a task in " + task.folder(), e);
        }
    }

    private synchronized Sent send(ClientTask task) throws IOException {
        String scenario = task.environment().getOrDefault(ClientTask.SCENARIO, "");
        String line = TaskLine.of(task);
        secrets.add(task.environment().getOrDefault(ClientTask.CLIENT_SECRET, ""));
        Optional<Sent> sent = current.flatMap(one -> one.send(scenario, line).map(answer -> new Sent(one, answer)));
        return sent.orElseGet(() -> {
            Dialogue begun =
                    new Dialogue(command.start(Map.of(), ClientCommand.Errors.APART), text -> hiding().apply(text));
            current = Optional.of(begun);
            // It may have ended at once, and then answers nothing.
            return new Sent(
                    begun,
                    begun.send(scenario, line).orElseGet(() -> CompletableFuture.completedFuture(Optional.empty())));
        });
    }

    /** Asked by the thread that reads the answers, too, which must not wait for one that sends or ends. */
    private Secrets hiding() {
        return Secrets.of(List.copyOf(secrets));
    }

    /** Ends the standard input of the process, and kills one that does not end by itself within seconds. */
    @Override
    public synchronized void close() {
        current.ifPresent(Dialogue::close);
        current = Optional.empty();
    }
}
