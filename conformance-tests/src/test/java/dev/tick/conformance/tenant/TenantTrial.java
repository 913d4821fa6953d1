package dev.tick.conformance.tenant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** A run of {@code tick verify} in a process of its own, on a tenant in another one, through a proxy in a third. */
final class TenantTrial {
    private static final Duration LONGEST = Duration.ofMinutes(40);
    private static final Duration LOOK = Duration.ofSeconds(5);

    /** The applications of the tenant, by the credential that a target's file has of each. */
    private static final Map<String, String> APPLICATIONS =
            Map.of("sound", "Ti.ReadWrite.All", "other-application", "Ti.ReadWrite", "tenant-wide", "Ti.ReadWrite.All");

    private static final List<String> VARIANTS =
            List.of("expired", "without-role", "delegated", "delegated-without-scope", "other-audience");

    static final int OTHERS = 5;

    private final Path folder;
    private final CredentialForm form;
    private final String contract;

    /** How a run ended, and what it left. */
    record Ending(
            int code,
            String output,
            Set<String> before,
            Set<String> after,
            Map<Integer, Integer> statuses,
            long tunnels,
            Path results,
            Duration took) {}

    TenantTrial(Path folder, CredentialForm form, String contract) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.form = form;
        this.contract = contract;
    }

    /** Performs a run with further options. */
    Ending run(String... options) throws IOException, InterruptedException {
        try (TenantProcess tenant = TenantProcess.start(folder, settings());
                Tinyproxy proxy = Tinyproxy.start(folder)) {
            others(tenant);
            Set<String> before = tenant.holdings();
            long start = System.nanoTime();
            Path output = folder.resolve("tick.out");
            Process run = Children.java(
                    output,
                    environment(tenant),
                    "dev.tick.conformance.command.TickMain",
                    arguments(tenant, proxy, options));
            try {
                while (!run.waitFor(LOOK.toSeconds(), TimeUnit.SECONDS)) {
                    tenant.statuses();
                    if (System.nanoTime() - start > LONGEST.toNanos()) {
                        throw new AssertionError("it does not end: " + Files.readString(output));
                    }
                }
            } finally {
                Children.end(run);
            }
            return new Ending(
                    run.exitValue(),
                    Files.readString(output),
                    before,
                    tenant.holdings(),
                    tenant.statuses(),
                    proxy.opened(
                            tenant.baseUrl().getHost() + ":" + tenant.baseUrl().getPort()),
                    folder.resolve("results"),
                    Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private String settings() throws IOException {
        StringBuilder lines = new StringBuilder("contracts: [" + contract + "]\noperation-quotas: true\nquotas:\n"
                + "  - {calls: 100, per: 1m}\n  - {calls: 1500, per: 1h}\napplications:\n");
        for (Map.Entry<String, String> one : new TreeMap<>(APPLICATIONS).entrySet()) {
            lines.append("  - {id: ")
                    .append(one.getKey())
                    .append(", roles: [")
                    .append(role(one.getValue()))
                    .append("], ")
                    .append(form.proof(one.getKey(), folder))
                    .append("}\n");
        }
        return lines.append("  - {id: others, secret: a-secret-of-others, roles: [Ti.ReadWrite]}\n")
                .toString();
    }

    /** The first edition knows no role that reaches all. */
    private String role(String role) {
        return isToday() ? role : "Ti.ReadWrite";
    }

    private void others(TenantProcess tenant) throws IOException, InterruptedException {
        String token = tenant.token("others", "sound");
        for (int i = 0; i < OTHERS; i++) {
            tenant.submit(
                    isToday() ? "/api/indicators" : "/api/tiindicators",
                    token,
                    Map.of(
                            isToday() ? "indicatorValue" : "indicator",
                            "others-" + i + ".example",
                            "indicatorType",
                            "DomainName",
                            "title",
                            "ours",
                            "action",
                            "Allowed",
                            "description",
                            "of somebody else"));
        }
    }

    private boolean isToday() {
        return contract.equals("indicators");
    }

    private List<String> arguments(TenantProcess tenant, Tinyproxy proxy, String... options) throws IOException {
        StringBuilder credentials = new StringBuilder();
        new TreeSet<>(APPLICATIONS.keySet())
                .forEach(id -> credentials
                        .append("  ")
                        .append(id)
                        .append(": {")
                        .append(form.credential(id, folder))
                        .append("}\n"));
        variants()
                .forEach(variant -> credentials
                        .append("  ")
                        .append(variant)
                        .append(": {token: ")
                        .append(CredentialForm.variable(variant))
                        .append("}\n"));
        Path file = Files.writeString(
                folder.resolve("mine.yaml"),
                """
                base-url: %s
                contract: %s
                tenant: %s
                capabilities: [%s]
                authority:
                  base: %s
                audience: %s
                proxy: %s
                ca: %s
                credentials:
                """.formatted(
                                        tenant.baseUrl(),
                                        contract,
                                        tenant.value("TICK_TENANT"),
                                        isToday()
                                                ? "submit, list, delete, import, batch-delete"
                                                : "submit, list, get, patch, delete",
                                        tenant.baseUrl(),
                                        tenant.value("TICK_RESOURCE"),
                                        proxy.url(),
                                        tenant.value("TICK_CA_FILE"))
                        + credentials);
        List<String> all = new ArrayList<>(List.of("verify", "--target", file.toString()));
        all.addAll(List.of("--confirm", tenant.value("TICK_TENANT")));
        all.addAll(List.of("--output", folder.resolve("results").toString()));
        all.addAll(List.of("--ledger", folder.resolve("ledgers").toString()));
        all.addAll(List.of("--progress", "none"));
        all.addAll(List.of(options));
        return all;
    }

    /** The first edition has no permission of users, so that none can be missing. */
    private List<String> variants() {
        return VARIANTS.stream()
                .filter(variant -> isToday() || !variant.equals("delegated-without-scope"))
                .toList();
    }

    private Map<String, String> environment(TenantProcess tenant) throws IOException, InterruptedException {
        Map<String, String> environment = new TreeMap<>();
        for (String variant : variants()) {
            environment.put(CredentialForm.variable(variant), tenant.token("sound", variant));
        }
        for (String id : APPLICATIONS.keySet()) {
            environment.put(
                    CredentialForm.variable(id),
                    form == CredentialForm.TOKEN ? tenant.token(id, "sound") : CredentialForm.secretOf(id));
        }
        return environment;
    }
}
