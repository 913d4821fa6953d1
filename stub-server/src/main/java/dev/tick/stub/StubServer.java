package dev.tick.stub;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.ConsoleNotifier;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.TokenRules;
import dev.tick.spec.register.Edition;
import dev.tick.spec.register.Requirement;
import dev.tick.stub.admin.AdminCalls;
import dev.tick.stub.admin.AdminService;
import dev.tick.stub.console.Console;
import dev.tick.stub.fault.FaultCatalogue;
import dev.tick.stub.journal.Entry;
import dev.tick.stub.journal.Journal;
import dev.tick.stub.journal.TouchedRequirements;
import dev.tick.stub.mood.Mood;
import dev.tick.stub.mood.MoodGrammar;
import dev.tick.stub.mood.Temper;
import dev.tick.stub.quota.Quotas;
import dev.tick.stub.service.Conditions;
import dev.tick.stub.service.Tenant;
import dev.tick.stub.tls.ServerCertificate;
import dev.tick.stub.token.Application;
import dev.tick.stub.token.Applications;
import dev.tick.stub.token.Discovery;
import dev.tick.stub.token.TokenAuthority;
import dev.tick.stub.token.TokenEndpoint;
import dev.tick.stub.token.TokenVariant;
import dev.tick.stub.token.TokenVerifier;
import dev.tick.stub.wiremock.ContractTransformer;
import dev.tick.stub.wiremock.FaithfulHttpServer;
import dev.tick.stub.wiremock.NoAdmin;
import dev.tick.stub.wiremock.Routes;
import dev.tick.stub.wiremock.TlsListener;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A running stub; it forgets everything when it is closed. */
public final class StubServer implements AutoCloseable {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");

    private final WireMockServer server;
    private final TokenAuthority authority;
    private final String tenantId;
    private final Application application;
    private final Applications applications;
    private final Tenant tenant;
    private final MoodGrammar moods;
    private final String host;
    private final Optional<ServerCertificate> certificate;
    private final Optional<TlsListener> tls;

    private StubServer(StubOptions options) {
        TokenRules rules = rules(options.editions());
        tenantId = UUID.randomUUID().toString();
        applications = new Applications(
                options.applications().isEmpty()
                        ? List.of(application(rules), application(rules))
                        : options.applications());
        application = applications.all().get(0);
        authority = new TokenAuthority(tenantId, options.clock(), rules, options.tokenLifetime());
        FaultCatalogue faults = new FaultCatalogue(options.editions());
        moods = new MoodGrammar(
                faults,
                options.editions().stream()
                        .flatMap(edition -> edition.contract().operations().stream())
                        .map(Operation::id)
                        .toList());
        options.scenarios().forEach(moods::add);
        tenant = Tenant.serving(
                options.editions(),
                options.clock(),
                new TokenVerifier(options.clock(), authority, applications),
                conditions(options),
                new Journal(options.clock()),
                new TouchedRequirements(
                        options.editions().stream().map(Edition::register).toList()),
                application.id());
        AdminCalls.Parts parts = new AdminCalls.Parts(tenant, moods, faults, applications, authority);
        Routes routes = new Routes(
                tenant,
                new TokenEndpoint(authority, rules, applications, options.clock()),
                new Discovery(authority),
                new AdminService(options.adminKey(), new AdminCalls(parts, () -> status(options))),
                new Console());
        host = host(options.address());
        certificate = options.scheme() == Scheme.HTTPS
                ? Optional.of(ServerCertificate.create(options.address(), options.clock()))
                : Optional.empty();
        tls = certificate.map(TlsListener::new);
        WireMockConfiguration listening = WireMockConfiguration.options().bindAddress(options.address());
        server = new WireMockServer(tls.map(one -> one.configure(listening, options.port()))
                .orElseGet(() -> listening.port(options.port()))
                .disableRequestJournal()
                .stubRequestLoggingDisabled(true)
                .gzipDisabled(true)
                .notifier(new ConsoleNotifier(false))
                .usingFilesUnderClasspath("dev/tick/stub/no-files")
                .extensions(new ContractTransformer(routes), new NoAdmin(tenant), new FaithfulHttpServer.Factory()));
        routes.mappings().forEach(server::addStubMapping);
    }

    private static Conditions conditions(StubOptions options) {
        return new Conditions(
                options.strictness(),
                new Quotas(options.quotas(), options.operationQuotas(), options.clock()),
                options.throttleStyle(),
                options.capacity(),
                options.pageSize(),
                new Temper());
    }

    /** Starts a stub of every contract that comes with the kit, on a free port. */
    public static StubServer start() {
        return start(StubOptions.of());
    }

    /**
     * Starts a stub.
     *
     * @throws IllegalArgumentException when others than this machine could reach its admin calls, and it has no key for them
     * @throws IllegalStateException when the port is taken
     */
    public static StubServer start(StubOptions options) {
        if (!LOOPBACK.contains(options.address()) && options.adminKey().isEmpty()) {
            throw new IllegalArgumentException("admin-key: a stub on " + options.address()
                    + " can be reached from elsewhere, so its admin calls need a key; give it one, or bind 127.0.0.1");
        }
        StubServer stub = new StubServer(options);
        try {
            stub.server.start();
        } catch (FatalStartupException e) {
            throw new IllegalStateException(
                    "port: cannot listen on " + options.address() + ":" + options.port()
                            + "; is it taken? Choose another, or 0 for a free one",
                    e);
        } finally {
            stub.tls.ifPresent(TlsListener::close);
        }
        return stub;
    }

    /** Where the service is, without a slash at the end. */
    public URI baseUrl() {
        return certificate.isPresent()
                ? URI.create("https://" + host + ":" + server.httpsPort())
                : URI.create("http://" + host + ":" + server.port());
    }

    /** The certificate as PEM text, which a client must trust; empty without HTTPS. */
    public Optional<String> certificate() {
        return certificate.map(ServerCertificate::pem);
    }

    /** The token endpoint in the form v1; the form v2 lies at {@code /oauth2/v2.0/token} of the same tenant. */
    public URI tokenEndpoint() {
        return baseUrl().resolve("/" + tenantId + "/oauth2/token");
    }

    /** The application that is meant to call. */
    public Application application() {
        return application;
    }

    /**
     * Another application of the same tenant; with the same roles, unless the options name the applications.
     *
     * @throws IllegalStateException when there is one alone
     */
    public Application otherApplication() {
        return applications.all().stream()
                .filter(one -> !one.id().equals(application.id()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the stub was started with one application alone"));
    }

    /** The applications of the tenant; they may be added to and removed while the stub runs. */
    public Applications applications() {
        return applications;
    }

    /** A token of one of the applications, as the token endpoint would issue it or with one flaw. */
    public String token(Application of, TokenVariant variant) {
        return authority.issue(of, variant);
    }

    /**
     * Takes on this mood, in place of the one before; {@link MoodGrammar} says how to write one.
     *
     * @param line such as {@code 429 x3}, or the name of a scenario
     * @throws IllegalArgumentException when the line cannot be read, naming what is wrong with it
     */
    public void become(String line) {
        become(moods.read(line));
    }

    /** Takes on this mood, in place of the one before; {@code Mood.fine()} for none. */
    public void become(Mood mood) {
        tenant.conditions().temper().become(mood);
    }

    /** Forgets every entity, every call and the journal, and takes on no mood; applications and tokens stay. */
    public void reset() {
        tenant.reset();
    }

    /** The latest exchanges with the service, oldest first; the token endpoint's are not kept, since they hold secrets. */
    public List<Entry> journal() {
        return tenant.journal().entries();
    }

    /** The rows of the registers that an exchange touches. */
    public List<Requirement> rows(Entry exchange) {
        return tenant.requirements().stream()
                .filter(row -> exchange.requirements().contains(row.id()))
                .toList();
    }

    /** Stops listening; idempotent. */
    @Override
    public void close() {
        server.stop();
    }

    /** How it was started, for the admin call. */
    private ObjectNode status(StubOptions options) {
        return JsonNodeFactory.instance
                .objectNode()
                .put(
                        "contract",
                        options.editions().stream()
                                .map(edition ->
                                        edition.contract().at("/info/title").asString())
                                .collect(Collectors.joining(", ")))
                .put("refuse", options.strictness().name().toLowerCase(Locale.ROOT))
                .put("tenant", tenantId)
                .put("tokenEndpoint", tokenEndpoint().toString())
                .put("capacity", options.capacity())
                .put("keyed", options.adminKey().isPresent());
    }

    /** Where this machine reaches the address; all addresses are no place to call. */
    private static String host(String address) {
        return switch (address) {
            case "0.0.0.0", "::" -> "127.0.0.1";
            default -> address.contains(":") ? "[" + address + "]" : address;
        };
    }

    /** One authority issues the tokens for all contracts. */
    private static TokenRules rules(List<Edition> editions) {
        List<TokenRules> each =
                editions.stream().map(edition -> edition.contract().tokens()).toList();
        return new TokenRules(
                union(each, TokenRules::roles),
                union(each, TokenRules::scopes),
                union(each, TokenRules::reachingAll),
                union(each, TokenRules::audiences));
    }

    private static List<String> union(List<TokenRules> rules, Function<TokenRules, List<String>> words) {
        return rules.stream().map(words).flatMap(List::stream).distinct().toList();
    }

    private static Application application(TokenRules rules) {
        List<String> roles = rules.roles().stream().limit(1).toList();
        return new Application(UUID.randomUUID().toString(), UUID.randomUUID().toString(), roles);
    }
}
