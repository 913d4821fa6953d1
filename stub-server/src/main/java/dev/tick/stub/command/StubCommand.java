package dev.tick.stub.command;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.register.Register;
import dev.tick.stub.StubOptions;
import dev.tick.stub.StubServer;
import dev.tick.stub.fault.FaultCatalogue;
import dev.tick.stub.service.Strictness;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts a stub server, says how to reach it, and waits. */
@Command(
        name = "tick-stub",
        mixinStandardHelpOptions = true,
        description = "Serves the Submit TI Indicator API on 127.0.0.1: strict, stateful, with tokens of its own.")
final class StubCommand implements Callable<Integer> {
    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "TCP port, 0 for a free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--refuse",
            paramLabel = "all|facts|nothing",
            defaultValue = "facts",
            description =
                    "Refuse whatever is not in the contract, what is documented or recorded as refused, or nothing.")
    private Strictness strictness = Strictness.FACTS;

    @Option(names = "--mood", paramLabel = "MOOD", description = "Behave so, such as '429 x3' or 'fault NAME'.")
    private Optional<String> mood = Optional.empty();

    @Option(names = "--faults", description = "List what can be broken, each with the requirement it breaks, and exit.")
    private boolean faults;

    private final PrintWriter out;

    StubCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws InterruptedException {
        Contract contract = Contract.load("tiindicators");
        Register register = Register.load("tiindicators", contract);
        FaultCatalogue catalogue = new FaultCatalogue(contract, register);
        if (faults) {
            catalogue.faults().forEach(one -> out.println(one.name() + "  " + one.operation() + ": " + one.manner()));
            out.flush();
            return 0;
        }
        StubOptions options = StubOptions.of(contract, register).withPort(port).withStrictness(strictness);
        CountDownLatch interrupted = new CountDownLatch(1);
        try (StubServer stub = StubServer.start(options)) {
            Runtime.getRuntime().addShutdownHook(new Thread(interrupted::countDown));
            mood.ifPresent(stub::become);
            introduce(stub, contract, out);
            mood.ifPresent(line -> out.println("In the mood:    " + line));
            out.flush();
            interrupted.await();
        }
        return 0;
    }

    private static void introduce(StubServer stub, Contract contract, PrintWriter out) {
        out.println("Base URL:       " + stub.baseUrl());
        out.println("Token endpoint: " + stub.tokenEndpoint());
        out.println("Client id:      " + stub.application().id());
        out.println("Client secret:  " + stub.application().secret());
        out.println("Resource:       " + contract.tokens().audiences().get(0));
        out.println();
        out.println("Paste this:");
        out.println(curl(stub, contract));
        out.println();
        out.println("Stop with Ctrl-C.");
        out.flush();
    }

    /** Fetches a token and submits the contract's first example with it. */
    private static String curl(StubServer stub, Contract contract) {
        Operation create = contract.operation(Effect.CREATE).orElseThrow();
        String example = create.requestExamples().values().iterator().next().toString();
        return "curl -sS " + quoted(stub.baseUrl() + create.path())
                + " -H 'Content-Type: application/json' -H \"Authorization: Bearer $(curl -sS "
                + quoted(stub.tokenEndpoint().toString())
                + " -d grant_type=client_credentials -d client_id="
                + stub.application().id()
                + " -d client_secret=" + stub.application().secret()
                + " --data-urlencode "
                + quoted("resource=" + contract.tokens().audiences().get(0))
                + " | sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/')\" -d " + quoted(example);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
