package dev.tick.stub.junit;

import dev.tick.stub.Sandbox;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import dev.tick.stub.journal.JournalEntry;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A stub for the tests of a class, registered by {@code @RegisterExtension}: one for all of them, reset before each, where the field
 * is static; one for each, where it is not. A test that fails, fails with the exchanges that led there. {@link #sandboxed} shares one
 * stub among all classes of a test run.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final StubExtension TICK = StubExtension.indicators().failOnViolations();
 * }</pre>
 */
public final class StubExtension
        implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(StubExtension.class);

    /** With what makes it unique, it is as long as the name of a tenant may be at most. */
    private static final int CHARACTERS_OF_NAME = 60;

    private final Served served;
    private final Judging judging;
    private final Sharing sharing;
    private Optional<Running> running = Optional.empty();
    private Scope scope = Scope.TEST;

    private StubExtension(Served served, Judging judging, Sharing sharing) {
        this.served = served;
        this.judging = judging;
        this.sharing = sharing;
    }

    /** Serves the contract {@code indicators}, today's edition, as the facts have it. */
    public static StubExtension indicators() {
        return of("indicators", () -> StubConfig.of("indicators"));
    }

    /** Serves the contract {@code tiindicators}, the first edition, as the facts have it. */
    public static StubExtension tiindicators() {
        return of("tiindicators", () -> StubConfig.of("tiindicators"));
    }

    /** Serves both editions over one store: what is submitted to one is listed by the other. */
    public static StubExtension editions() {
        return of("editions", StubConfig::of);
    }

    /** Serves with these settings. */
    public static StubExtension with(StubConfig config) {
        return of(config, () -> config);
    }

    private static StubExtension of(Object key, Supplier<StubConfig> config) {
        return new StubExtension(new Served(key, config), Judging.NONE, Sharing.NOBODY);
    }

    /** Makes a test fail when its client broke the contract in any request, refused or not. */
    public StubExtension failOnViolations() {
        return new StubExtension(served, Judging.CLIENT, sharing);
    }

    /**
     * Shares one stub with every class of the test run that serves the same and asks for this, each in a {@link Sandbox} of its own; so
     * they can run in parallel, and only the first waits for a stub to start. {@link #with} shares among those that bring equal settings.
     * A client belongs to a sandbox by its token: give it {@link Sandbox#tokenEndpoint} and {@link Sandbox#application}.
     */
    public StubExtension sandboxed() {
        return new StubExtension(served, judging, Sharing.ALL_CLASSES);
    }

    /**
     * Returns the running stub.
     *
     * @throws IllegalStateException outside a test, or when the stub is shared
     */
    public StubServer stub() {
        Running now = running();
        return switch (sharing) {
            case NOBODY -> now.server();
            case ALL_CLASSES ->
                throw new IllegalStateException(
                        "the stub is shared with other tests: call sandbox() in place of stub(), or take a"
                                + " parameter of the type Sandbox");
        };
    }

    /**
     * Returns the sandbox of the class or the test; the running stub itself where it is not shared.
     *
     * @throws IllegalStateException outside a test
     */
    public Sandbox sandbox() {
        return running().sandbox();
    }

    private Running running() {
        return running.orElseThrow(() -> new IllegalStateException(
                "the stub is not running: is the field annotated with @RegisterExtension, and are you inside a test?"));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        scope = Scope.CLASS;
        running = Optional.of(start(context));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        switch (scope) {
            case CLASS -> sandbox().reset();
            case TEST -> running = Optional.of(start(context));
        }
    }

    private Running start(ExtensionContext context) {
        return switch (sharing) {
            case NOBODY -> {
                StubServer own = StubServer.start(served.config().get());
                yield new Running(own, own);
            }
            case ALL_CLASSES -> {
                // The store closes it at the end of the run.
                StubServer shared = context.getRoot()
                        .getStore(OURS)
                        .computeIfAbsent(
                                served.key(),
                                key -> StubServer.start(served.config().get()),
                                StubServer.class);
                yield new Running(shared, shared.tenant(name(context)));
            }
        };
    }

    /** Returns a name that nobody else has, and that a reader of the console knows. */
    private static String name(ExtensionContext context) {
        String tests = context.getRequiredTestClass().getSimpleName();
        return tests.substring(0, Math.min(tests.length(), CHARACTERS_OF_NAME)) + "-" + UUID.randomUUID();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        try {
            context.getExecutionException()
                    .ifPresentOrElse(failure -> failure.addSuppressed(new Exchanges(sandbox())), this::judge);
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
        Class<?> type = parameter.getParameter().getType();
        return type == StubServer.class || type == Sandbox.class;
    }

    @Override
    public Sandbox resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == StubServer.class ? stub() : sandbox();
    }

    private void judge() {
        boolean broken = sandbox().journal().stream()
                .anyMatch(entry -> !entry.violations().isEmpty());
        if (judging == Judging.CLIENT && broken) {
            throw new AssertionError("The client broke the contract.\n" + described(sandbox()));
        }
    }

    private void stop() {
        running.ifPresent(now -> {
            switch (sharing) {
                case NOBODY -> now.server().close();
                case ALL_CLASSES -> now.server().removeTenant(now.sandbox().tenantId());
            }
        });
        running = Optional.empty();
    }

    private static String described(Sandbox stub) {
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

    /**
     * The contracts and how they are served.
     *
     * @param key equal where they are the same
     */
    private record Served(Object key, Supplier<StubConfig> config) {}

    /** A stub and the part of it that the tests have. */
    private record Running(StubServer server, Sandbox sandbox) {}

    /** The classes with which a stub is shared. */
    private enum Sharing {
        NOBODY,
        ALL_CLASSES
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

        Exchanges(Sandbox stub) {
            super("the stub's journal of this test:\n" + described(stub), null, false, false);
        }
    }
}
