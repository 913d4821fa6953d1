package dev.tick.stub;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.ConsoleNotifier;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.TokenRules;
import dev.tick.spec.document.Json;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Specification;
import dev.tick.stub.access.Application;
import dev.tick.stub.access.TokenVerifier;
import dev.tick.stub.admin.AdminCalls;
import dev.tick.stub.admin.AdminService;
import dev.tick.stub.admin.Console;
import dev.tick.stub.authority.Discovery;
import dev.tick.stub.authority.TokenAuthority;
import dev.tick.stub.authority.TokenEndpoint;
import dev.tick.stub.authority.TokenVariant;
import dev.tick.stub.fault.FaultCatalogue;
import dev.tick.stub.journal.JournalEntry;
import dev.tick.stub.journal.TokenCall;
import dev.tick.stub.journal.TouchedRequirements;
import dev.tick.stub.pipeline.ServiceParts;
import dev.tick.stub.pipeline.Tenant;
import dev.tick.stub.scenario.ScenarioReader;
import dev.tick.stub.state.Applications;
import dev.tick.stub.state.InMemoryState;
import dev.tick.stub.state.StubState;
import dev.tick.stub.tls.CertificateFile;
import dev.tick.stub.tls.ServerCertificate;
import dev.tick.stub.wiremock.AdminBlocker;
import dev.tick.stub.wiremock.FaithfulHttpServer;
import dev.tick.stub.wiremock.Routes;
import dev.tick.stub.wiremock.TlsListener;
import java.io.IOException;
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

    /** As long may a connection be silent, unless a request may take longer; the web server's own default. */
    private static final long USUAL_IDLE_MILLIS = 30_000;

    private final WireMockServer server;
    private final TokenAuthority authority;
    private final String tenantId;
    private final Application application;
    private final Applications applications;
    private final Tenant tenant;
    private final ScenarioReader scenarios;
    private final String host;
    private final Optional<ServerCertificate> certificate;
    private final Optional<CertificateFile> certificateFile;
    private final Optional<TlsListener> tls;

    private StubServer(StubConfig config) {
        TokenRules rules = rules(config.specifications());
        StubIdentity identity = config.identity();
        tenantId = identity.tenant().orElseGet(() -> UUID.randomUUID().toString());
        StubState state =
                new InMemoryState(config.clock(), config.capacity(), config.quotas(), config.operationQuotas());
        applications = state.applications();
        (config.applications().isEmpty()
                        ? List.of(
                                application(rules, identity).withName("default application"),
                                application(rules, StubIdentity.made()).withName("other application"))
                        : config.applications())
                .forEach(applications::add);
        application = applications.all().get(0);
        authority = new TokenAuthority(
                tenantId, config.clock(), rules, config.tokenLifetime(), identity.signingKey(), state);
        FaultCatalogue faults = new FaultCatalogue(config.specifications());
        scenarios = new ScenarioReader(
                faults,
                config.specifications().stream()
                        .flatMap(specification -> specification.contract().operations().stream())
                        .map(Operation::id)
                        .toList(),
                config.scenarios());
        tenant = Tenant.serving(config.specifications(), parts(config, state));
        config.scenario().ifPresent(this::play);
        AdminCalls.Parts parts = new AdminCalls.Parts(tenant, scenarios, faults, authority);
        Routes routes = new Routes(
                tenant,
                new TokenEndpoint(authority, rules, applications, config.clock()),
                new Discovery(authority),
                new AdminService(config.adminKey(), new AdminCalls(parts, () -> status(config))),
                new Console(),
                config.clock(),
                Json.upTo(config.limits().nesting())::apply);
        host = host(config.address());
        certificate = switch (config.scheme()) {
            case HTTP -> Optional.empty();
            case HTTPS ->
                Optional.of(identity.certificate()
                        .map(ServerCertificate::of)
                        .orElseGet(() -> ServerCertificate.create(config.address(), config.clock())));
        };
        certificateFile = identity.certificateFile().map(CertificateFile::new);
        tls = certificate.map(TlsListener::new);
        server = server(config, routes);
    }

    private WireMockServer server(StubConfig config, Routes routes) {
        WireMockConfiguration listening = WireMockConfiguration.options().bindAddress(config.address());
        WireMockServer made = new WireMockServer(tls.map(one -> one.configure(listening, config.port()))
                .orElseGet(() -> listening.port(config.port()))
                .disableRequestJournal()
                .stubRequestLoggingDisabled(true)
                .gzipDisabled(true)
                .jettyHeaderRequestSize(config.limits().header())
                .jettyIdleTimeout(
                        Math.max(USUAL_IDLE_MILLIS, config.limits().time().toMillis()))
                .notifier(new ConsoleNotifier(false))
                .usingFilesUnderClasspath("dev/tick/stub/no-files")
                .extensions(
                        routes,
                        new AdminBlocker(tenant, config.clock()),
                        new FaithfulHttpServer.Factory(tenant, config.clock(), config.limits())));
        routes.mappings().forEach(made::addStubMapping);
        return made;
    }

    private ServiceParts parts(StubConfig config, StubState state) {
        return new ServiceParts(
                state,
                config.clock(),
                new TokenVerifier(
                        config.clock(),
                        authority.publicKey(),
                        id -> state.applications().find(id).isPresent()),
                new TouchedRequirements(config.specifications().stream()
                        .map(Specification::register)
                        .toList()),
                config.refuse(),
                config.throttle(),
                config.pageSize(),
                Set.copyOf(config.without()),
                application.id());
    }

    /** Starts a stub of every contract that comes with the kit, on a free port. */
    public static StubServer start() {
        return start(StubConfig.of());
    }

    /**
     * Starts a stub.
     *
     * @throws IllegalArgumentException when others than this machine could reach its admin calls, and it has no key for them; or the
     *     file for the certificate is there with anything but certificates
     * @throws IllegalStateException when the port is taken
     */
    public static StubServer start(StubConfig config) {
        if (!LOOPBACK.contains(config.address()) && config.adminKey().isEmpty()) {
            throw new IllegalArgumentException("admin-key: a stub on " + config.address()
                    + " can be reached from elsewhere, so its admin calls need a key; give it one, or bind 127.0.0.1");
        }
        StubServer stub = new StubServer(config);
        try {
            stub.server.start();
            stub.writeCertificate();
        } catch (FatalStartupException e) {
            throw new IllegalStateException(
                    "port: cannot listen on " + config.address() + ":" + config.port()
                            + "; is it taken? Choose another, or 0 for a free one",
                    e);
        } finally {
            stub.tls.ifPresent(TlsListener::close);
        }
        return stub;
    }

    /** Returns the base URL of the service, without a slash at the end. */
    public URI baseUrl() {
        return certificate.isPresent()
                ? URI.create("https://" + host + ":" + server.httpsPort())
                : URI.create("http://" + host + ":" + server.port());
    }

    /** Returns the id of the tenant, a GUID. */
    public String tenantId() {
        return tenantId;
    }

    /** Returns the certificate as PEM text, which a client must trust; empty without HTTPS. */
    public Optional<String> certificate() {
        return certificate.map(ServerCertificate::pem);
    }

    /** Returns the token endpoint in the form v1; the form v2 lies at {@code /oauth2/v2.0/token} of the same tenant. */
    public URI tokenEndpoint() {
        return baseUrl().resolve("/" + tenantId + "/oauth2/token");
    }

    /** Returns the default client application. */
    public Application application() {
        return application;
    }

    /**
     * Returns another application of the same tenant; with the same roles, unless the configuration names the applications.
     *
     * @throws IllegalStateException when there is no other
     */
    public Application otherApplication() {
        return applications.all().stream()
                .filter(one -> !one.id().equals(application.id()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the stub was started with one application alone"));
    }

    /** Returns the applications of the tenant; they may be added to and removed while the stub runs. */
    public Applications applications() {
        return applications;
    }

    /** Returns a token of one of the applications, as the token endpoint would issue it or with one flaw. */
    public String token(Application of, TokenVariant variant) {
        return authority.issue(of, variant);
    }

    /**
     * Plays a scenario from its beginning, in place of the one before; {@link ScenarioReader} says how to write one.
     *
     * @param line such as {@code 429 x3}, or the name of a scenario
     * @throws IllegalArgumentException when the line cannot be read, naming what is wrong with it
     */
    public void play(String line) {
        tenant.state().scenario().play(scenarios.read(line));
    }

    /** Plays a scenario; the former name of {@link #play(String)}. */
    public void become(String line) {
        play(line);
    }

    /** Forgets every entity, every call and the journal, and plays no scenario; applications and tokens stay. */
    public void reset() {
        tenant.state().reset();
    }

    /** Returns the latest exchanges with the service, oldest first; {@link #tokenCalls()} has those with the token endpoint. */
    public List<JournalEntry> journal() {
        return tenant.state().journal().entries();
    }

    /**
     * Returns the latest calls of the token endpoint, oldest first and without secrets: who asked, how, and what came of it. What
     * {@link #token} makes is no call.
     */
    public List<TokenCall> tokenCalls() {
        return tenant.state().journal().tokenCalls();
    }

    /** Returns the rows of the registers that an exchange touches, in the order of the registers. */
    public List<Requirement> rows(JournalEntry exchange) {
        return tenant.requirements().stream()
                .filter(row -> exchange.requirements().contains(row.id()))
                .toList();
    }

    /** Stops listening, and removes the file of its certificate; idempotent. */
    @Override
    public void close() {
        server.stop();
        certificateFile.ifPresent(file -> certificate().ifPresent(file::remove));
    }

    private void writeCertificate() {
        if (certificateFile.isPresent()) {
            try {
                certificateFile.get().write(certificate().orElseThrow());
            } catch (IOException e) {
                close();
                throw new IllegalStateException(
                        "certificate-out: cannot write " + certificateFile.get().path() + "; does its folder exist?",
                        e);
            }
        }
    }

    /** Returns its settings for the admin call. */
    private ObjectNode status(StubConfig config) {
        return JsonNodeFactory.instance
                .objectNode()
                .put(
                        "contract",
                        config.specifications().stream()
                                .map(specification -> specification
                                        .contract()
                                        .at("/info/title")
                                        .asString())
                                .collect(Collectors.joining(", ")))
                .put("refuse", config.refuse().name().toLowerCase(Locale.ROOT))
                .put("tenant", tenantId)
                .put("tokenEndpoint", tokenEndpoint().toString())
                .put("capacity", config.capacity())
                .put("keyed", config.adminKey().isPresent());
    }

    /** Returns where this machine reaches the address; all addresses are no place to call. */
    private static String host(String address) {
        return switch (address) {
            case "0.0.0.0", "::" -> "127.0.0.1";
            default -> address.contains(":") ? "[" + address + "]" : address;
        };
    }

    /** Returns the rules of all contracts together, since one authority issues their tokens. */
    private static TokenRules rules(List<Specification> specifications) {
        List<TokenRules> each = specifications.stream()
                .map(specification -> specification.contract().tokens())
                .toList();
        return new TokenRules(
                union(each, TokenRules::roles),
                union(each, TokenRules::scopes),
                union(each, TokenRules::tenantWideRoles),
                union(each, TokenRules::audiences));
    }

    private static List<String> union(List<TokenRules> rules, Function<TokenRules, List<String>> words) {
        return rules.stream().map(words).flatMap(List::stream).distinct().toList();
    }

    private static Application application(TokenRules rules, StubIdentity identity) {
        List<String> roles = rules.roles().stream().limit(1).toList();
        return new Application(
                identity.clientId().orElseGet(() -> UUID.randomUUID().toString()),
                identity.clientSecret().orElseGet(() -> UUID.randomUUID().toString()),
                roles);
    }
}
