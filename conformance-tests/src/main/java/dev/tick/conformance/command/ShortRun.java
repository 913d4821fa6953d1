package dev.tick.conformance.command;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * Runs the command in a second JVM whose flags suit a run of a few seconds: of ten seconds of processor time, the JVM's second
 * compiler takes six, and a manifest cannot switch it off.
 */
final class ShortRun {
    /** System property that marks the second JVM; its value is the id of the first one's process. */
    static final String MARK = "tick.short-run";

    private static final List<String> FLAGS = List.of(
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-D" + MARK + "=" + ProcessHandle.current().pid());

    private static final Duration WATCH = Duration.ofMillis(500);

    /** Seconds in which a run that is interrupted cleans up, and writes its results. */
    private static final int LONGEST_END = 30;

    private ShortRun() {}

    /**
     * Returns the command line of the second JVM: that of this one behind the flags, so that a user's own flags win. Empty where
     * the system does not give the whole of it.
     */
    static Optional<List<String>> command(ProcessHandle.Info self, String[] arguments) {
        List<String> own = self.arguments().map(List::of).orElse(List.of());
        int before = own.size() - arguments.length;
        boolean whole = before > 0 && own.subList(before, own.size()).equals(List.of(arguments));
        return self.command().filter(java -> whole).map(java -> {
            List<String> command = new ArrayList<>(List.of(java));
            command.addAll(FLAGS);
            command.addAll(own);
            return command;
        });
    }

    /**
     * Runs a command with the streams of this process; returns its exit code, or empty where it could not be started. It ends with
     * this process, and with this thread.
     */
    static OptionalInt run(List<String> command) {
        Process process;
        try {
            process = new ProcessBuilder(command).inheritIO().start();
        } catch (IOException e) {
            return OptionalInt.empty();
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
        try {
            return OptionalInt.of(process.waitFor());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
            return OptionalInt.of(VerifyCommand.INCONCLUSIVE);
        }
    }

    /** Ends this process as Ctrl-C would, once the one that started it is gone: nobody is left who could do so. */
    static void endWith(String starter) {
        Thread watch = new Thread(() -> watch(Long.parseLong(starter)), "tick-starter");
        watch.setDaemon(true);
        watch.start();
    }

    /** One that is dead counts as alive to the system until it is waited for, but is nobody's parent. */
    private static void watch(long starter) {
        try {
            while (ProcessHandle.current()
                    .parent()
                    .filter(parent -> parent.pid() == starter)
                    .isPresent()) {
                Thread.sleep(WATCH.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        System.exit(VerifyCommand.INCONCLUSIVE);
    }

    /** Ends a process and waits for it: it may have to clean up. */
    private static void end(Process process) {
        process.destroy();
        try {
            process.waitFor(LONGEST_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
