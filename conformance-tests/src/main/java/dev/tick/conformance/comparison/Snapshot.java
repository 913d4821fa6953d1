package dev.tick.conformance.comparison;

import dev.tick.conformance.evidence.VolatileText;
import dev.tick.conformance.input.InputFile;
import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.run.RequirementResult;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.verdict.Result;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The results of a run, as far as runs are compared.
 *
 * @param contract the contract's file
 * @param rows by the id of the requirement, in the order of the register
 */
public record Snapshot(String contract, Map<String, Row> rows) {
    /** Copies the rows. */
    public Snapshot {
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }

    /**
     * The results of a requirement.
     *
     * @param result the worst of its cases
     * @param cases by their ids, in the order in which they ran
     */
    public record Row(Result result, Map<String, CaseSnapshot> cases) {
        /** Copies the cases. */
        public Row {
            cases = Collections.unmodifiableMap(new LinkedHashMap<>(cases));
        }
    }

    /** Returns the snapshot of a run that has just ended. */
    public static Snapshot of(RunResult report) {
        VolatileText volatileText = report.volatileText();
        Map<String, Row> rows = new LinkedHashMap<>();
        for (RequirementResult row : report.rows()) {
            Map<String, CaseSnapshot> cases = new LinkedHashMap<>();
            for (CaseResult one : row.cases()) {
                cases.put(one.id(), new CaseSnapshot(one.result(), volatileText.replaceIn(one.detail())));
            }
            rows.put(row.row().id(), new Row(row.result(), cases));
        }
        return new Snapshot(report.stamp().contract(), rows);
    }

    /** Returns the name of the contract that an earlier run was about; empty where its file does not say it. */
    public static Optional<String> contract(InputFile file) {
        return new SnapshotReader(file.name()).contract(file.read("baseline"));
    }

    /**
     * Reads the snapshot of an earlier run.
     *
     * @param file its {@code results.json}
     * @param contract the contract of the run that it is to be compared with
     * @throws dev.tick.conformance.input.InvalidSettingException when the file holds no results, or those of another contract
     */
    public static Snapshot read(InputFile file, String contract) {
        return new SnapshotReader(file.name()).read(file.read("baseline"), contract);
    }
}
