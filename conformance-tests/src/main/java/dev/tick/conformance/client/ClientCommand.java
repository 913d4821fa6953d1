package dev.tick.conformance.client;

import dev.tick.conformance.input.InvalidSettingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The command line of a client. */
public final class ClientCommand {
    /** Words of which a shell makes nothing else. */
    private static final Pattern PLAIN = Pattern.compile("[\\w.-]+");

    private static final int NAMED = 2;

    private final String setting;
    private final List<String> words;
    private final Path folder;

    /**
     * Reads a command line, which is split as a shell does it; no shell runs it.
     *
     * @param setting its name, for messages
     * @param folder in which it is started
     * @throws InvalidSettingException when it cannot be split
     */
    public ClientCommand(String setting, String command, Path folder) {
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
    public String name() {
        Stream<String> shown = words.stream().limit(NAMED).takeWhile(word -> !word.startsWith("-"));
        return String.join(" ", shown.map(ClientCommand::file).toList());
    }

    /** Returns the whole command line; empty where a part of it may be secret. */
    public Optional<String> shown() {
        return Optional.of(name())
                .filter(name ->
                        words.stream().allMatch(word -> PLAIN.matcher(word).matches())
                                && name.equals(String.join(" ", words)));
    }

    private static String file(String word) {
        return String.valueOf(Path.of(word).getFileName());
    }

    /** Destinations of what a process writes to its standard error. */
    enum Errors {
        AMONG_OUTPUT,
        APART
    }

    /**
     * Starts a process.
     *
     * @param environment the variables that it gets beside those of this one
     * @throws InvalidSettingException when it cannot be started
     */
    Process start(Map<String, String> environment, Errors errors) {
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(errors == Errors.AMONG_OUTPUT);
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new InvalidSettingException(
                    setting + ": cannot start '" + words.get(0) + "' (" + e.getMessage() + "); is its path right?");
        }
    }
}
