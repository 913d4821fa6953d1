package dev.tick.conformance.client;

import dev.tick.conformance.input.InvalidSettingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A client that is a command: one process for each scenario, killed with its children at the deadline. */
public final class CommandProgram implements ClientProgram {
    /** Bytes of its output that are kept: the last ones. */
    private static final int KEPT = 4096;

    private static final Pattern CUT_WORD = Pattern.compile("^\\S*");

    /** Words of which a shell makes nothing else. */
    private static final Pattern PLAIN = Pattern.compile("[\\w.-]+");

    private static final int NAMED = 2;
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final String setting;
    private final List<String> words;
    private final Path folder;

    /**
     * Creates the client of a command line, which is split as a shell does it; no shell runs it.
     *
     * @param setting its name, for messages
     * @param folder in which it is started
     * @throws InvalidSettingException when it cannot be split
     */
    public CommandProgram(String setting, String command, Path folder) {
        this.setting = setting;
        this.folder = folder.toAbsolutePath();
        try {
            words = CommandWords.of(command);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(setting + ": " + e.getMessage());
        }
    }

    /**
     * Requires a program that can be started, as far as files tell.
     *
     * @param path the value of the variable {@code PATH}; empty text where nobody knows it
     * @throws InvalidSettingException saying why there is none
     */
    public void requireProgram(String path) {
        ProgramPath.problem(words.get(0), folder, path).ifPresent(problem -> {
            throw new InvalidSettingException(setting + ": " + problem);
        });
    }

    /** Returns the program and its first argument, unless that is an option: what stands behind may be secret. */
    @Override
    public String name() {
        Stream<String> shown = words.stream().limit(NAMED).takeWhile(word -> !word.startsWith("-"));
        return String.join(" ", shown.map(CommandProgram::file).toList());
    }

    @Override
    public Optional<String> command() {
        return Optional.of(name())
                .filter(name ->
                        words.stream().allMatch(word -> PLAIN.matcher(word).matches())
                                && name.equals(String.join(" ", words)));
    }

    private static String file(String word) {
        return String.valueOf(Path.of(word).getFileName());
    }

    @Override
    public ClientEnd run(ClientTask task) {
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(task.environment());
        Process process;
        try {
            process = builder.start();
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new InvalidSettingException(
                    setting + ": cannot start '" + words.get(0) + "' (" + e.getMessage() + "); is its path right?");
        }
        CompletableFuture<String> output =
                CompletableFuture.supplyAsync(() -> lastOf(process.getInputStream()), CommandProgram::inThreadOfItsOwn);
        ProcessFamily family = new ProcessFamily(process);
        Optional<Integer> code = family.ended(task.deadline());
        family.end();
        return new ClientEnd(code, text(output));
    }

    /** A reader waits as long as its client lives, so that a shared pool would have none left for the next one. */
    private static void inThreadOfItsOwn(Runnable reading) {
        Thread thread = new Thread(reading, "tick-client-output");
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns the output; a child that was not found may hold its end open, and nobody waits for that. */
    private static String text(CompletableFuture<String> output) {
        try {
            return output.get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        } catch (ExecutionException | TimeoutException e) {
            return "";
        }
    }

    /** Leaves out the word that was cut: a part of a secret could not be hidden any more. */
    private static String wholeWords(CharSequence kept, boolean cut) {
        return cut ? CUT_WORD.matcher(kept).replaceFirst("") : kept.toString();
    }

    private static String lastOf(InputStream in) {
        StringBuilder kept = new StringBuilder();
        boolean cut = false;
        byte[] part = new byte[KEPT];
        try (in) {
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                kept.append(new String(part, 0, read, StandardCharsets.UTF_8));
                cut = cut || kept.length() > KEPT;
                kept.delete(0, Math.max(0, kept.length() - KEPT));
            }
        } catch (IOException e) {
            // It was killed; what it said until then is kept.
            return wholeWords(kept, cut);
        }
        return wholeWords(kept, cut);
    }
}
