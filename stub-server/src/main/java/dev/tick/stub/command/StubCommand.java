package dev.tick.stub.command;

import dev.tick.spec.contract.Operation;
import dev.tick.spec.register.Edition;
import dev.tick.stub.StubOptions;
import dev.tick.stub.StubServer;
import dev.tick.stub.config.ApplicationReader;
import dev.tick.stub.config.Configuration;
import dev.tick.stub.config.ConfigurationException;
import dev.tick.stub.config.ConfigurationReader;
import dev.tick.stub.fault.FaultCatalogue;
import dev.tick.stub.mood.MoodGrammar;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts a stub server, says how to reach it, and waits. */
@Command(
        name = "tick-stub",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        synopsisHeading = "Usage: ",
        customSynopsis = {
            "tick-stub [OPTIONS]",
            "       tick-stub explain FILE",
            "       tick-stub moods",
            "       tick-stub mappings FOLDER"
        },
        description = {
            "",
            "Serves the Submit TI Indicator API on this machine: strict, stateful, with tokens of its own. It tells how to reach it, and serves until it is stopped; then it forgets everything.",
            ""
        },
        optionListHeading = "Help:%n",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "  0:help, or a command that has done its work",
            "  1:it could not start or run, such as on a port that is taken",
            "  2:wrong usage or configuration",
            "130:stopped by Ctrl-C (SIGINT), everything closed",
            "143:stopped by SIGTERM, everything closed"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tick-stub                                   on port 8080",
            "  tick-stub --port 0 --quota off              on a free port, without limits",
            "  tick-stub --mood 'fine x1, 429 x2'          the second and third call get 429",
            "  tick-stub --bind 0.0.0.0 --https            for other machines, encrypted",
            "  tick-stub --config stub.yaml --port 9000    from a file, but on another port",
            "  tick-stub explain body.json                 would this be refused, and why?"
        })
final class StubCommand implements Callable<Integer> {
    private static final String KEY_VARIABLE = "TICK_ADMIN_KEY";

    @ArgGroup(validate = false, heading = "%nWhere it listens:%n")
    private ListenOptions listen = new ListenOptions();

    @ArgGroup(validate = false, heading = "%nHow it behaves:%n")
    private BehaviourOptions behaviour = new BehaviourOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Map<String, String> environment;
    private final PrintWriter out;
    private final Running running;

    StubCommand(Map<String, String> environment, PrintWriter out, Running running) {
        this.environment = environment;
        this.out = out;
        this.running = running;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        List<Edition> editions = Edition.all();
        Plan plan = plan(editions);
        try (StubServer stub = StubServer.start(plan.options)) {
            Optional<Path> certificate = Optional.empty();
            if (stub.certificate().isPresent()) {
                Path file = Files.createTempFile("tick-stub-", ".pem");
                certificate =
                        Optional.of(Files.writeString(file, stub.certificate().get()));
            }
            plan.configuration.mood().ifPresent(stub::become);
            new Introduction(stub, editions, plan.configuration, certificate, plan.madeKey).print(out);
            running.during(stub, certificate);
        }
        return 0;
    }

    private Plan plan(List<Edition> editions) {
        try {
            Configuration configuration = configuration(editions);
            Optional<String> key = listen.adminKey().or(() -> Optional.ofNullable(environment.get(KEY_VARIABLE)));
            Optional<String> made = key.isPresent() || isLoopback(configuration.address())
                    ? Optional.empty()
                    : Optional.of(UUID.randomUUID().toString());
            StubOptions options = configuration.applied(StubOptions.of(editions));
            return new Plan(
                    configuration, key.or(() -> made).map(options::withAdminKey).orElse(options), made);
        } catch (ConfigurationException | IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /** What the options say, and the file where they say nothing. */
    private Configuration configuration(List<Edition> editions) {
        MoodGrammar moods = new MoodGrammar(
                new FaultCatalogue(editions),
                editions.stream()
                        .flatMap(edition -> edition.contract().operations().stream())
                        .map(Operation::id)
                        .toList());
        Configuration file =
                listen.config().map(path -> read(path, editions, moods)).orElseGet(Configuration::empty);
        Configuration configuration = behaviour.over(listen.over(file));
        configuration.mood().ifPresent(moods::read);
        return configuration;
    }

    private Configuration read(Path file, List<Edition> editions, MoodGrammar moods) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new ConfigurationException("config: cannot read " + file + "; correct the path");
        }
        ApplicationReader applications = new ApplicationReader(
                Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("")),
                environment,
                editions.stream()
                        .flatMap(edition -> edition.contract().tokens().roles().stream())
                        .distinct()
                        .toList());
        return new ConfigurationReader(moods, applications).read(file.toString(), text);
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new ConfigurationException(
                    "bind: expected an address of this machine, such as 127.0.0.1 or 0.0.0.0, got '" + address + "'");
        }
    }

    /**
     * How the stub is to be started.
     *
     * @param madeKey the admin key that was made up for it
     */
    private record Plan(Configuration configuration, StubOptions options, Optional<String> madeKey) {}
}
