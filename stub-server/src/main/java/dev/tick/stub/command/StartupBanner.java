package dev.tick.stub.command;

import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.register.Specification;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import dev.tick.stub.access.Application;
import dev.tick.stub.config.Durations;
import dev.tick.stub.quota.Quota;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The lines that tell a user how to reach a stub that has started. */
final class StartupBanner {
    private final StubServer stub;
    private final StubConfig config;
    private final Optional<Path> certificate;
    private final Optional<String> madeKey;

    /**
     * The lines about a stub.
     *
     * @param certificate where the certificate lies that a client must trust
     * @param madeKey the admin key, if nobody knows it yet
     */
    StartupBanner(StubServer stub, StubConfig config, Optional<Path> certificate, Optional<String> madeKey) {
        this.stub = stub;
        this.config = config;
        this.certificate = certificate;
        this.madeKey = madeKey;
    }

    void print(PrintWriter out) {
        out.println("Base URL:       " + stub.baseUrl());
        out.println("Token endpoint: " + stub.tokenEndpoint());
        List<Application> applications = stub.applications().all();
        applications.stream().limit(1).forEach(first -> {
            out.println("Client id:      " + first.id());
            first.clientSecret().ifPresent(secret -> out.println("Client secret:  " + secret));
        });
        out.println("Resource:       " + audience(config.specifications().get(0)));
        out.println("Contracts:      "
                + config.specifications().stream().map(StartupBanner::named).collect(Collectors.joining(", ")));
        out.println("Console:        " + stub.baseUrl() + "/");
        madeKey.ifPresent(key -> out.println("Admin key:      " + key));
        certificate.ifPresent(file -> out.println("Certificate:    " + file));
        out.println("Quotas:         " + quotas());
        out.println("Scenario:       " + config.scenario().orElse("fine"));
        out.println();
        applications.get(0).clientSecret().ifPresent(secret -> {
            String words = "Paste this, for ";
            for (Specification specification : config.specifications()) {
                out.println(words + named(specification) + ":");
                out.println(curl(specification, secret));
                out.println();
                words = "Or this, for ";
            }
        });
        out.println("Stop with Ctrl-C.");
        out.flush();
    }

    private String quotas() {
        List<Quota> quotas = config.quotas();
        return quotas.isEmpty()
                ? "off"
                : quotas.stream()
                        .map(quota -> quota.calls() + "/" + Durations.text(quota.window()))
                        .collect(Collectors.joining(", "));
    }

    private static String named(Specification specification) {
        return specification.name() + " (edition " + specification.register().edition() + ")";
    }

    private static String audience(Specification specification) {
        return specification.contract().tokens().audiences().get(0);
    }

    /** Fetches a token and submits a contract's first example with it. */
    private String curl(Specification specification, String secret) {
        Operation create = specification.contract().operation(Effect.CREATE).orElseThrow();
        String example = create.requestExamples().values().iterator().next().toString();
        String curl = "curl -sS "
                + certificate
                        .map(file -> "--cacert " + quoted(file.toString()) + " ")
                        .orElse("");
        return curl + quoted(stub.baseUrl() + create.path())
                + " -H 'Content-Type: application/json' -H \"Authorization: Bearer $(" + curl
                + quoted(stub.tokenEndpoint().toString())
                + " -d grant_type=client_credentials --data-urlencode "
                + quoted("client_id=" + stub.application().id())
                + " --data-urlencode " + quoted("client_secret=" + secret)
                + " --data-urlencode "
                + quoted("resource=" + audience(specification))
                + " | sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/')\" -d " + quoted(example);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
