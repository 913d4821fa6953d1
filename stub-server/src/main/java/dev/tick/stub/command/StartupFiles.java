package dev.tick.stub.command;

import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import dev.tick.stub.config.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The files that tell other programs how to reach a stub, while it serves.
 *
 * @param ready holds the base URL; empty for none
 * @param env holds lines {@code KEY=value}, for its owner's eyes only; empty for none
 */
record StartupFiles(Optional<Path> ready, Optional<Path> env) {
    /** Characters that mean themselves to every reader of such lines: shells, Docker, CI servers. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._~:/+=@%,-]*");

    /** The text of a file that a stub wrote before, and was killed; others are not replaced: they could hold a key. */
    private static final Pattern OWN = Pattern.compile("\\s*|https?://\\S+\\s*|(TICK_[A-Z_]+=[^\n]*\n)+");

    /** Makes the paths absolute, and checks that their folders exist and that nothing is lost by writing them. */
    StartupFiles {
        ready = ready.map(file -> inFolder("ready-file", file));
        env = env.map(file -> inFolder("env-file", file));
        requireOthers("ready-file, env-file", ready, env);
    }

    /** Refuses one file for two things: the latter would replace the former. */
    void requireOthers(Optional<Path> certificate) {
        requireOthers("certificate-out, ready-file", certificate, ready);
        requireOthers("certificate-out, env-file", certificate, env);
    }

    private static void requireOthers(String options, Optional<Path> one, Optional<Path> other) {
        Optional<Path> place = one.map(file -> file.toAbsolutePath().normalize());
        if (place.isPresent()
                && place.equals(other.map(file -> file.toAbsolutePath().normalize()))) {
            throw new ConfigurationException(options + ": both are " + place.get() + "; name two files");
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static Path inFolder(String option, Path file) {
        Path absolute = file.toAbsolutePath();
        if (absolute.getParent() == null || !Files.isDirectory(absolute.getParent())) {
            throw new ConfigurationException(option + ": cannot write " + file + "; its folder does not exist");
        }
        if (Files.isRegularFile(absolute) && !OWN.matcher(text(absolute)).matches()) {
            throw new ConfigurationException(option + ": cannot write " + absolute
                    + "; it is there, and no stub wrote it; name another file, or remove it");
        }
        return absolute;
    }

    /** Writes both files, the one that others wait for at last. */
    void write(StubServer stub, StubConfig config, Optional<Path> certificate) {
        env.ifPresent(file -> write(file, lines(stub, config, certificate), Access.OWNER));
        ready.ifPresent(file -> write(file, stub.baseUrl() + "\n", Access.ALL));
    }

    /**
     * Requires that every reader takes the lines of the file for programs as they are meant.
     *
     * @throws ConfigurationException naming a key whose value no such line can hold, but not the value
     */
    void requireReadable(StubServer stub, StubConfig config, Optional<Path> certificate) {
        env.ifPresent(file -> lines(stub, config, certificate));
    }

    /** Removes both files, such as those that a stub left that was killed. */
    void remove() {
        ready.ifPresent(StartupFiles::delete);
        env.ifPresent(StartupFiles::delete);
    }

    private static String lines(StubServer stub, StubConfig config, Optional<Path> certificate) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("TICK_BASE_URL", stub.baseUrl().toString());
        values.put("TICK_TOKEN_ENDPOINT", stub.tokenEndpoint().toString());
        values.put("TICK_TENANT", stub.tenantId());
        values.put("TICK_CLIENT_ID", stub.application().id());
        stub.application().clientSecret().ifPresent(secret -> values.put("TICK_CLIENT_SECRET", secret));
        values.put(
                "TICK_RESOURCE",
                config.specifications().get(0).contract().tokens().audiences().get(0));
        certificate.ifPresent(
                file -> values.put("TICK_CA_FILE", file.toAbsolutePath().toString()));
        config.adminKey().ifPresent(key -> values.put("TICK_ADMIN_KEY", key));
        values.forEach((key, value) -> {
            if (!PLAIN.matcher(value).matches()) {
                throw new ConfigurationException("env-file: " + key
                        + " has characters that not every reader of KEY=value takes as they are; choose a value of letters,"
                        + " digits and ._~:/+=@%,-");
            }
        });
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }

    /** Writes beside the file first, so that nobody reads half of it; a temporary file is its owner's alone. */
    private static void write(Path file, String text, Access access) {
        try {
            Path beside = switch (access) {
                case OWNER -> Files.createTempFile(file.getParent(), ".tick-stub-", ".tmp");
                case ALL -> file.resolveSibling("." + file.getFileName() + ".tmp");
            };
            try {
                Files.writeString(beside, text);
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + file + ": " + e.getMessage(), e);
        }
    }

    /** The readers of a file. */
    private enum Access {
        OWNER,
        ALL
    }
}
