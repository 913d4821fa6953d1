package dev.tick.stub.command;

import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import dev.tick.stub.authority.TokenAuthority;
import dev.tick.stub.config.ConfigurationException;
import dev.tick.stub.config.ConfigurationReader;
import dev.tick.stub.config.Setting;
import dev.tick.stub.config.SettingVariables;
import dev.tick.stub.config.StubSettings;
import dev.tick.stub.config.TextFile;
import dev.tick.stub.tls.CertificateFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** Starts a stub server, says how to reach it, and waits. */
@Command(
        name = "tick-stub",
        mixinStandardHelpOptions = true,
        versionProvider = StubVersion.class,
        sortOptions = false,
        synopsisHeading = "Usage: ",
        customSynopsis = {
            "tick-stub [OPTIONS]",
            "       tick-stub wait --ready-file FILE | --url URL",
            "       tick-stub explain FILE",
            "       tick-stub scenarios",
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
            "  tick-stub --scenario 'fine x1, 429 x2'      the second and third call get 429",
            "  tick-stub --bind 0.0.0.0 --https            for other machines, encrypted",
            "  tick-stub --config stub.yaml --port 9000    from a file, but on another port",
            "  tick-stub --ready-file up --env-file env    in a CI; then: tick-stub wait --ready-file up",
            "  tick-stub explain body.json                 would this be refused, and why?",
            "",
            "Each option has an environment variable: TICK_STUB_PAGE_SIZE is --page-size. Options come before it, and it before the file."
        })
final class StubCommand implements Callable<Integer> {
    private static final String CONFIG = "--config";
    private static final String READY_FILE = "--ready-file";
    private static final String ENV_FILE = "--env-file";
    private static final String SIGNING_KEY = "--signing-key";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Map<String, String> environment;
    private final PrintWriter out;
    private final Lifecycle lifecycle;
    private final List<Setting.Option> options;

    private StubCommand(Map<String, String> environment, PrintWriter out, Lifecycle lifecycle) {
        this.environment = environment;
        this.out = out;
        this.lifecycle = lifecycle;
        options = StubSettings.all(Path.of(""), environment).stream()
                .flatMap(setting -> setting.option().stream())
                .toList();
    }

    /** Makes the command line: an option for each setting that has one, and those that are no setting of a file. */
    static CommandLine line(Map<String, String> environment, PrintWriter out, Lifecycle lifecycle) {
        StubCommand command = new StubCommand(environment, out, lifecycle);
        CommandLine line = new CommandLine(command);
        ArgGroupSpec.Builder listening = group("%nWhere it listens:%n", 1)
                .addArg(option(CONFIG, "FILE", "YAML file; other options override what it says."));
        command.add(Setting.Group.LISTENING, listening);
        listening
                .addArg(option(
                        READY_FILE, "FILE", "Written when the stub serves, with its URL; removed when it is stopped."))
                .addArg(
                        option(
                                ENV_FILE,
                                "FILE",
                                "Written before it, with lines KEY=value for programs: URL, token endpoint, client id and secret."));
        ArgGroupSpec.Builder identity = group("%nWhat is made anew each time unless given:%n", 2);
        command.add(Setting.Group.IDENTITY, identity);
        ArgGroupSpec.Builder behaviour = group("%nHow it behaves:%n", 3);
        command.add(Setting.Group.BEHAVIOUR, behaviour);
        line.getCommandSpec()
                .addArgGroup(listening.build())
                .addArgGroup(identity.build())
                .addArgGroup(behaviour.build());
        return line;
    }

    private static ArgGroupSpec.Builder group(String heading, int order) {
        return ArgGroupSpec.builder()
                .heading(heading)
                .order(order)
                .validate(false)
                .exclusive(false)
                .multiplicity("0..1");
    }

    private void add(Setting.Group group, ArgGroupSpec.Builder to) {
        for (Setting.Option one : options) {
            if (one.help().group() == group) {
                to.addArg(option(one.name(), one.help().label(), one.help().description()));
                one.alias()
                        .ifPresent(alias -> to.addArg(OptionSpec.builder(
                                        option(alias, one.help().label(), "Former name of " + one.name() + "."))
                                .hidden(true)
                                .build()));
            }
        }
    }

    /** Makes an option whose values are read by its setting, from text. */
    private static OptionSpec option(String name, String label, String description) {
        OptionSpec.Builder option = OptionSpec.builder(name).description(description);
        return label.isEmpty()
                ? option.arity("0").type(boolean.class).build()
                : option.arity("1")
                        .paramLabel(label)
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .build();
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        Plan plan = plan();
        try (StubServer stub = started(plan.config)) {
            // Not before: a stub that has the port already has written them.
            plan.files.remove();
            Optional<Path> certificate = certificate(stub, plan.config);
            plan.files.requireReadable(stub, plan.config, certificate);
            new StartupBanner(stub, plan.config, certificate, plan.madeKey).print(out);
            plan.files.write(stub, plan.config, certificate);
            Optional<CertificateFile> written = certificate.map(CertificateFile::new);
            lifecycle.during(stub, () -> {
                plan.files.remove();
                written.ifPresent(file -> stub.certificate().ifPresent(file::remove));
            });
        }
        return 0;
    }

    private StubServer started(StubConfig config) {
        try {
            return StubServer.start(config);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /** Returns the file with the certificate that clients must trust, a temporary one unless another is named. */
    private static Optional<Path> certificate(StubServer stub, StubConfig config) throws IOException {
        if (stub.certificate().isEmpty() || config.identity().certificateFile().isPresent()) {
            return config.identity().certificateFile();
        }
        Path file = Files.createTempFile("tick-stub-", ".pem");
        return Optional.of(Files.writeString(file, stub.certificate().get()));
    }

    private Plan plan() {
        try {
            SettingVariables variables = variables();
            for (String option : List.of(READY_FILE, ENV_FILE)) {
                written(option, variables).ifPresent(file -> WritableFile.require(option.substring(2), Path.of(file)));
            }
            StubConfig config = config(variables);
            StartupFiles files = new StartupFiles(
                    written(READY_FILE, variables).map(Path::of),
                    written(ENV_FILE, variables).map(Path::of));
            files.requireOthers(config.identity().certificateFile());
            Optional<String> made = config.adminKey().isPresent() || isLoopback(config.address())
                    ? Optional.empty()
                    : Optional.of(UUID.randomUUID().toString());
            config.identity().certificateFile().ifPresent(file -> WritableFile.require("certificate-out", file));
            return new Plan(
                    made.map(key -> config.toBuilder().adminKey(key).build()).orElse(config), made, files);
        } catch (ConfigurationException | IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private SettingVariables variables() {
        return new SettingVariables(
                environment,
                Stream.concat(
                                Stream.of(CONFIG, READY_FILE, ENV_FILE),
                                options.stream().map(Setting.Option::name))
                        .toList());
    }

    /** Returns what the options say, or else the environment, or else the file, or else the service. */
    private StubConfig config(SettingVariables variables) {
        if (written(SIGNING_KEY, variables).isEmpty()) {
            // While the contracts are read: either takes a JVM that has just started half a second. A key that the file
            // gives is not known yet.
            TokenAuthority.prepare();
        }
        StubConfig.Builder config = StubConfig.service(StubConfig.editions());
        written(CONFIG, variables).map(Path::of).ifPresent(file -> read(file, config));
        options.forEach(option -> variables.apply(option, config));
        ParseResult parsed = spec.commandLine().getParseResult();
        for (Setting.Option option : options) {
            for (String name : List.of(option.alias().orElse(option.name()), option.name())) {
                if (parsed.hasMatchedOption(name)) {
                    option.apply(config, parsed.matchedOption(name).stringValues());
                }
            }
        }
        return config.build();
    }

    private Optional<String> written(String option, SettingVariables variables) {
        ParseResult parsed = spec.commandLine().getParseResult();
        return parsed.hasMatchedOption(option)
                ? parsed.matchedOption(option).stringValues().stream().reduce((former, latter) -> latter)
                : variables.of(option);
    }

    private void read(Path file, StubConfig.Builder config) {
        String text;
        try {
            text = TextFile.read(file);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("config: " + e.getMessage());
        }
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of(""));
        new ConfigurationReader(folder, environment).read(file.toString(), text, config);
    }

    private static boolean isLoopback(String address) {
        try {
            InetAddress found = InetAddress.getByName(address);
            if (!found.isAnyLocalAddress() && NetworkInterface.getByInetAddress(found) == null) {
                throw new ConfigurationException("bind: " + address
                        + " is no address of this machine; expected one such as 127.0.0.1 or 0.0.0.0");
            }
            return found.isLoopbackAddress();
        } catch (UnknownHostException | SocketException e) {
            throw new ConfigurationException(
                    "bind: expected an address of this machine, such as 127.0.0.1 or 0.0.0.0, got '" + address + "'");
        }
    }

    /**
     * The settings of the stub.
     *
     * @param madeKey the admin key that was made up for it
     * @param files tell other programs how to reach it
     */
    private record Plan(StubConfig config, Optional<String> madeKey, StartupFiles files) {}
}
