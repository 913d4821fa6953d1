package dev.tick.stub.command;

import dev.tick.stub.config.Configuration;
import dev.tick.stub.config.Configuration.Scheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options about where a stub listens, and for whom. */
final class ListenOptions {
    @Option(names = "--config", paramLabel = "FILE", description = "YAML file; other options override what it says.")
    private Optional<Path> config = Optional.empty();

    @Option(names = "--port", paramLabel = "PORT", description = "TCP port, 0 for a free one (default: 8080).")
    private Optional<Integer> port = Optional.empty();

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description = "Address of this machine, 0.0.0.0 for all (default: 127.0.0.1).")
    private Optional<String> bind = Optional.empty();

    @Option(names = "--https", description = "HTTPS alone, with a certificate made at the start; tells where it lies.")
    private boolean https;

    @Option(
            names = "--admin-key",
            paramLabel = "KEY",
            description =
                    "What admin calls must bring in the header X-Tick-Key, 16 characters or more; better set the "
                            + "environment variable TICK_ADMIN_KEY. Without one, a stub that other machines reach makes its own.")
    private Optional<String> adminKey = Optional.empty();

    Optional<Path> config() {
        return config;
    }

    Optional<String> adminKey() {
        return adminKey;
    }

    Configuration over(Configuration file) {
        return new Configuration(
                        port,
                        bind,
                        https ? Optional.of(Scheme.HTTPS) : Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of())
                .over(file);
    }
}
