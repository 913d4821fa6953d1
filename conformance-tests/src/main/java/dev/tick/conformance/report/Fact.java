package dev.tick.conformance.report;

import dev.tick.conformance.run.Stamp;
import dev.tick.conformance.settings.Settings;
import dev.tick.conformance.settings.Sharing;
import dev.tick.conformance.target.TokenKind;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A line of the stamp in {@code report.html}. */
record Fact(String name, String value) {
    /** What was run, when, and against what. */
    static List<Fact> of(Stamp stamp, Kit kit) {
        Set<TokenKind> missing = EnumSet.allOf(TokenKind.class);
        missing.removeAll(stamp.target().tokens().keySet());
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("Target", stamp.target().name()),
                new Fact("Base URL", stamp.target().baseUrl().toString()),
                new Fact("Contract", stamp.contract() + ", edition " + stamp.edition()),
                new Fact(
                        "Capabilities",
                        stamp.target().capabilities().stream()
                                .map(Settings::capability)
                                .sorted()
                                .collect(Collectors.joining(", "))),
                new Fact("Tokens at hand", variables(stamp.target().tokens().keySet())),
                new Fact("Tokens not given", variables(missing)),
                new Fact(
                        "Started",
                        stamp.started().truncatedTo(ChronoUnit.SECONDS).toString()),
                new Fact(
                        "Took",
                        String.format(
                                Locale.ROOT,
                                "%.1f s, %d requests",
                                stamp.duration().toMillis() / 1000.0,
                                stamp.requests())),
                new Fact("Run", stamp.run()),
                new Fact("Kit", "Tick " + kit.version() + ", commit " + kit.commit())));
        if (stamp.sharing() == Sharing.MASKED) {
            facts.add(new Fact(
                    "Masked", "GUIDs, addresses of users and tenants' domains are made up, the same for the same"));
        }
        return facts;
    }

    private static String variables(Set<TokenKind> kinds) {
        return kinds.isEmpty()
                ? "none"
                : kinds.stream().map(TokenKind::variable).sorted().collect(Collectors.joining(", "));
    }
}
