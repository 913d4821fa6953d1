package dev.tick.conformance;

import dev.tick.conformance.comparison.Comparisons;
import dev.tick.conformance.deviation.Deviation;
import dev.tick.conformance.deviation.Deviations;
import dev.tick.conformance.deviation.Waivers;
import dev.tick.conformance.evidence.ExchangeRecord;
import dev.tick.conformance.exploration.ExplorationPlan;
import dev.tick.conformance.report.model.BuildInfo;
import dev.tick.conformance.report.model.ReportModel;
import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.run.RequirementResult;
import dev.tick.conformance.run.RunInfo;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.settings.Redaction;
import dev.tick.conformance.subject.Remote;
import dev.tick.conformance.subject.Target;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.register.Register;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reports made by hand, of the contract {@code tiindicators}. */
public final class Reports {
    public static final Contract CONTRACT = Contract.load("tiindicators");
    public static final Register REGISTER = Register.load("tiindicators", CONTRACT);
    public static final URI BASE_URL = URI.create("http://host.example");

    private Reports() {}

    /** Of a run against {@link #BASE_URL}: 3 requests in 1.5 s. */
    public static RunResult of(
            String run, Optional<String> stopped, List<ExchangeRecord> exchanges, RequirementResult... rows) {
        Target target =
                new Remote(BASE_URL, Set.of(Effect.CREATE), Map.of(TokenKind.SOUND, TokenKind.SOUND.placeholder()));
        return new RunResult(
                new RunInfo(
                        run,
                        target,
                        CONTRACT.source().file(),
                        REGISTER.edition(),
                        Instant.parse("2026-11-24T01:02:03.456Z"),
                        Duration.ofMillis(1500),
                        3,
                        0,
                        ExplorationPlan.standard(),
                        List.of(),
                        Redaction.PRIVATE),
                rows.length,
                List.of(rows),
                stopped,
                exchanges,
                Waivers.none());
    }

    /** As every format shows it, by the build {@code 1.2.3} of the commit {@code abc1234}. */
    public static ReportModel model(RunResult report) {
        return ReportModel.of(
                report, Comparisons.none(), CONTRACT, new BuildInfo("1.2.3", "abc1234"), Optional.empty());
    }

    /** Of these cases, whose names are put behind the id. */
    public static RequirementResult row(String id, CaseResult... cases) {
        return new RequirementResult(
                REGISTER.requirements().stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow(),
                List.of(cases).stream()
                        .map(one -> new CaseResult(
                                id + "/" + one.id(),
                                one.result(),
                                one.detail(),
                                one.mismatches(),
                                one.exchanges(),
                                one.story(),
                                one.took()))
                        .toList());
    }

    /** The same on a day on which a deviation from a requirement, or from one case of it, is known. */
    public static RunResult knowing(RunResult report, String requirement, Optional<String> caseId) {
        Deviation known = new Deviation(
                "deviations/host.yaml",
                7,
                requirement,
                caseId,
                "reason",
                "link",
                "owner",
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2027, 1, 31));
        return report.waiving(new Deviations(List.of(known)), LocalDate.of(2026, 12, 1));
    }
}
