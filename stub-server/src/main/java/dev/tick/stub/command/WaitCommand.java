package dev.tick.stub.command;

import dev.tick.stub.config.Durations;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Waits until a stub serves. */
@Command(
        name = "wait",
        mixinStandardHelpOptions = true,
        versionProvider = StubVersion.class,
        sortOptions = false,
        description = "Waits until a stub serves, and prints its URL.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:it serves", "1:it does not, when the time is over", "2:wrong usage"})
final class WaitCommand implements Callable<Integer> {
    @ArgGroup
    private Place place = new Place();

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description =
                    "PEM file with the certificate to trust, for HTTPS. Without it, a --ready-file may name a stub with any"
                            + " certificate.")
    private Optional<Path> authority = Optional.empty();

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "60s",
            description = "How long to wait, such as 90s or 2m (default: ${DEFAULT-VALUE}).")
    private String timeout = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final PrintWriter out;
    private final PrintWriter err;

    WaitCommand(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /** The place where a stub shows that it serves. */
    private static final class Place {
        @Option(
                names = "--ready-file",
                paramLabel = "FILE",
                description = "The file that the stub was told to write; the stub that it names is asked, too.")
        private Optional<Path> readyFile = Optional.empty();

        @Option(names = "--url", paramLabel = "URL", description = "The base URL of the stub.")
        private Optional<URI> url = Optional.empty();
    }

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        Duration longest = time();
        StubProbe probe = probe();
        StubProbe.Outcome outcome = probe.await(longest);
        (outcome.serving() ? out : err).println(outcome.text());
        out.flush();
        return outcome.serving() ? 0 : 1;
    }

    private StubProbe probe() {
        try {
            return place.readyFile
                    .map(file -> StubProbe.ofFile(file, authority))
                    .or(() -> place.url.map(url -> StubProbe.ofUrl(url, authority)))
                    .orElseThrow(() -> new IllegalArgumentException("expected --ready-file FILE or --url URL"));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private Duration time() {
        try {
            return Durations.time(timeout);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--timeout: " + e.getMessage(), e);
        }
    }
}
