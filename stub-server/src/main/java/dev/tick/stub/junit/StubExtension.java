package dev.tick.stub.junit;

import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import dev.tick.stub.journal.JournalEntry;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A stub for the tests of a class, registered by {@code @RegisterExtension}: one for all of them, reset before each, where the field
 * is static; one for each, where it is not. A test that fails, fails with the exchanges that led there.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final StubExtension TICK = StubExtension.indicators().failOnViolations();
 * }</pre>
 */
public final class StubExtension
        implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private final StubConfig config;
    private final Judging judging;
    private Optional<StubServer> running = Optional.empty();
    private Scope scope = Scope.TEST;

    private StubExtension(StubConfig config, Judging judging) {
        this.config = config;
        this.judging = judging;
    }

    /** Serves the contract {@code indicators}, today's edition, as the facts have it. */
    public static StubExtension indicators() {
        return with(StubConfig.of("indicators"));
    }

    /** Serves the contract {@code tiindicators}, the first edition, as the facts have it. */
    public static StubExtension tiindicators() {
        return with(StubConfig.of("tiindicators"));
    }

    /** Serves both editions over one store: what is submitted to one is listed by the other. */
    public static StubExtension editions() {
        return with(StubConfig.of());
    }

    /** Serves with these settings. */
    public static StubExtension with(StubConfig config) {
        return new StubExtension(config, Judging.NONE);
    }

    /** Makes a test fail when its client broke the contract in any request, refused or not. */
    public StubExtension failOnViolations() {
        return new StubExtension(config, Judging.CLIENT);
    }

    /**
     * Returns the running stub.
     *
     * @throws IllegalStateException outside a test
     */
    public StubServer stub() {
        return running.orElseThrow(() -> new IllegalStateException(
                "the stub is not running: is the field annotated with @RegisterExtension, and are you inside a test?"));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        scope = Scope.CLASS;
        running = Optional.of(StubServer.start(config));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        switch (scope) {
            case CLASS -> stub().reset();
            case TEST -> running = Optional.of(StubServer.start(config));
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        try {
            context.getExecutionException()
                    .ifPresentOrElse(failure -> failure.addSuppressed(new Exchanges(stub())), this::judge);
        } finally {
            if (scope == Scope.TEST) {
                stop();
            }
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stop();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == StubServer.class;
    }

    @Override
    public StubServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return stub();
    }

    private void judge() {
        boolean broken =
                stub().journal().stream().anyMatch(entry -> !entry.violations().isEmpty());
        if (judging == Judging.CLIENT && broken) {
            throw new AssertionError("The client broke the contract.\n" + described(stub()));
        }
    }

    private void stop() {
        running.ifPresent(StubServer::close);
        running = Optional.empty();
    }

    private static String described(StubServer stub) {
        SortedMap<Long, String> lines = new TreeMap<>();
        stub.journal().forEach(entry -> lines.put(entry.number(), described(entry)));
        stub.tokenCalls().forEach(call -> lines.put(call.number(), "#" + call.number() + " " + call.line()));
        return String.join("\n", lines.values());
    }

    private static String described(JournalEntry entry) {
        StringBuilder text = new StringBuilder(
                "#" + entry.number() + " " + entry.method() + " " + entry.url() + " -> " + entry.status()
                        + (entry.step().equals("fine") ? "" : " in the scenario's step '" + entry.step() + "'"));
        entry.token().ifPresent(flaw -> text.append("\n    ").append(flaw));
        entry.violations()
                .forEach(violation -> text.append("\n    ")
                        .append(violation.requirement().map(row -> row + " ").orElse(""))
                        .append(violation.sentence()));
        return text.toString();
    }

    /** The lifetimes of a stub. */
    private enum Scope {
        CLASS,
        TEST
    }

    /** The choices for judging the client. */
    private enum Judging {
        NONE,
        CLIENT
    }

    /** The exchanges of a failed test, attached where a reader of the failure finds them. */
    private static final class Exchanges extends Exception {
        private static final long serialVersionUID = 1;

        Exchanges(StubServer stub) {
            super("the stub's journal of this test:\n" + described(stub), null, false, false);
        }
    }
}
