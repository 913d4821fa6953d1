package dev.tick.conformance;

import dev.tick.conformance.client.ClientCall;
import dev.tick.conformance.conduct.ReservedTraffic;
import dev.tick.conformance.exchange.Loopback;
import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.conformance.proxy.ContentCodings;
import dev.tick.conformance.proxy.LocalServer;
import dev.tick.conformance.proxy.ProxiedLinks;
import dev.tick.conformance.proxy.ProxyAnswer;
import dev.tick.conformance.proxy.ProxyTerms;
import dev.tick.conformance.proxy.Upstream;
import dev.tick.conformance.recording.HarEntry;
import dev.tick.conformance.run.RunResult;
import dev.tick.spec.client.ClientScenarios;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A real service behind a proxy on this machine, which judges who calls it and what it answers. A call is judged when its answer is
 * there and before the client has it, so that whatever the client does about the answer comes later.
 */
final class ProxiedService implements WatchedTraffic {
    /** Time for the calls that are under way at the end. */
    private static final Duration LAST_CALLS = Duration.ofSeconds(5);

    /** The token endpoint of a tenant, whatever else a service makes of encoded characters. */
    private static final Pattern TOKEN_PATH = Pattern.compile("/[A-Za-z0-9][A-Za-z0-9._-]*/oauth2/(v2\\.0/)?token");

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private final ProxyTerms terms;
    private final Clock clock;
    private final LocalServer server;
    private final Upstream upstream;
    private final ProxiedLinks links;
    private final Optional<ReservedTraffic> guard;
    private final ProxiedJudge judge;

    /**
     * Starts the proxy; connects to nobody.
     *
     * @throws InvalidSettingException when the port is taken, or the service would be the proxy itself
     */
    ProxiedService(ClientScenarios scenarios, ProxyTerms terms, Clock clock) {
        this.terms = terms;
        this.clock = clock;
        refuseItself(terms);
        guard = terms.isSafe()
                ? Optional.of(guard(scenarios.specification().contract(), this::hidden))
                : Optional.empty();
        upstream = new Upstream(terms.service(), terms.authorities(), terms.proxies());
        try {
            server = LocalServer.listen(terms.port());
        } catch (IOException e) {
            upstream.close();
            throw new InvalidSettingException("port: cannot listen on 127.0.0.1:" + terms.port()
                    + "; is it taken? Choose another, or 0 for a free one");
        }
        links = new ProxiedLinks(terms.service(), server.baseUrl());
        judge = new ProxiedJudge(scenarios, server.baseUrl().toString(), clock);
        server.serve(this::answer);
    }

    private static ReservedTraffic guard(Contract contract, UnaryOperator<String> hiding) {
        if (contract.resource().isEmpty()) {
            throw new InvalidSettingException(
                    "safe: the contract " + contract.source().file()
                            + " names no property whose value says whose an entity is; mark it by x-tick-identity, or leave --safe out");
        }
        return new ReservedTraffic(contract, hiding);
    }

    private String hidden(String text) {
        return judge.hidden(text);
    }

    private static void refuseItself(ProxyTerms terms) {
        URI service = terms.service();
        int usual = "https".equalsIgnoreCase(service.getScheme()) ? HTTPS_PORT : HTTP_PORT;
        if (Loopback.is(service) && (service.getPort() < 0 ? usual : service.getPort()) == terms.port()) {
            throw new InvalidSettingException("proxy: " + itself(terms));
        }
    }

    private static String itself(ProxyTerms terms) {
        return terms.service() + " is where the proxy itself listens, which would call itself"
                + " for ever; name the service, or choose another port by --port";
    }

    private Response answer(Request request) {
        if (upstream.hasForwarded(request)) {
            return ProxyAnswer.CALLS_ITSELF.saying(itself(terms));
        }
        Instant started = clock.instant();
        Optional<Body> readable = ContentCodings.undone(request.headers(), request.body());
        // Whoever repeats the call has a name and a length of its own to send.
        Request plain =
                readable.map(request::withBody).orElse(request).without("Host").without("Content-Length");
        judge.learn(started, plain);
        // A client that gets its token through here changes nothing by asking for it.
        Optional<String> objection =
                asksForToken(request) ? Optional.empty() : guard.flatMap(one -> one.objection(plain));
        if (objection.isPresent()) {
            Response refusal = ProxyAnswer.NOT_RESERVED.saying(objection.get() + "; the proxy did not forward it");
            judge.refuse(started, plain, refusal, objection.get());
            return refusal;
        }
        Exchange exchange = upstream.send(request);
        HarEntry.Extent extent = readable.isPresent() ? HarEntry.Extent.WHOLE : HarEntry.Extent.PART;
        if (exchange.response().isEmpty()) {
            judge.judge(new HarEntry(started, answered(), plain, extent, Optional.empty()), exchange);
            return ProxyAnswer.NO_ANSWER.saying(
                    "the service behind the proxy gave no whole answer: " + exchange.failure());
        }
        Response response = exchange.response().get();
        Optional<Body> shown = ContentCodings.undone(response.headers(), response.body());
        Exchange read = new Exchange(plain, shown.map(response::withBody), exchange.failure());
        guard.filter(one -> shown.isPresent()).ifPresent(one -> one.learn(read));
        Response handed = shown.map(body -> links.through(exchange, body)).orElse(response);
        // The client sees the links that it was handed.
        Response seen = ContentCodings.undone(handed.headers(), handed.body())
                .map(handed::withBody)
                .orElseGet(() -> handed.withBody(Body.none()));
        judge.judge(new HarEntry(started, answered(), plain, extent, Optional.of(seen)), read);
        return handed;
    }

    private static boolean asksForToken(Request request) {
        return request.method().equals("POST")
                && request.mediaType().equals("application/x-www-form-urlencoded")
                && TOKEN_PATH.matcher(request.path()).matches();
    }

    /** Returns until when what comes may have been sent before the client had its answer. */
    private Optional<Instant> answered() {
        return Optional.of(clock.instant().plus(ClientCall.Sight.ON_ITS_WAY));
    }

    @Override
    public List<String> welcome() {
        return List.of(
                "Base URL: " + server.baseUrl() + ", in place of " + terms.service()
                        + (terms.isSafe() ? "; what changes names that are not reserved stays here" : ""),
                "Token:    from where the client gets it without the proxy");
    }

    @Override
    public List<String> news() {
        server.requireSound();
        return judge.news();
    }

    @Override
    public List<String> end() {
        judge.end(server.stop(LAST_CALLS));
        return Stream.of(news(), List.of(""), judge.notes())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public RunResult result() {
        return judge.result();
    }

    @Override
    public void close() {
        server.close();
        upstream.close();
    }
}
