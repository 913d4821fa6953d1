package dev.tick.conformance.deviation;

import dev.tick.conformance.input.InputFile;
import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.conformance.verdict.Result;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The known deviations of one target.
 *
 * @param entries in the order of their file
 */
public record Deviations(List<Deviation> entries) {
    /** Copies the entries. */
    public Deviations {
        entries = List.copyOf(entries);
    }

    /** Returns no deviations, for a target without a file. */
    public static Deviations none() {
        return new Deviations(List.of());
    }

    /**
     * Reads a file of deviations.
     *
     * @param register whose requirements the file may name
     * @param cases the ids of a run's cases by their requirement's id; where a requirement has none, any case may be named
     * @throws InvalidSettingException when the file cannot be read, naming every entry that cannot be used, its line and the remedy
     */
    public static Deviations read(InputFile file, Register register, Map<String, List<String>> cases) {
        return parse(file.name(), file.read("deviations"), register, cases);
    }

    /**
     * Reads deviations from their text.
     *
     * @param file the name used in messages
     * @throws InvalidSettingException as {@link #read} does
     */
    public static Deviations parse(String file, String text, Register register, Map<String, List<String>> cases) {
        return new Deviations(new DeviationReader(file, register, Subject.SERVER, cases).read(text));
    }

    /**
     * Reads a file of the deviations of a client.
     *
     * @param cases the ids of all cases by their row's id
     * @throws InvalidSettingException as {@link #read} does
     */
    public static Deviations ofClient(InputFile file, Register register, Map<String, List<String>> cases) {
        return new Deviations(
                new DeviationReader(file.name(), register, Subject.CLIENT, cases).read(file.read("deviations")));
    }

    /**
     * Decides which deviations still waive something.
     *
     * @param results the results of the cases that ran, by requirement and case id
     * @param today the day of the run, in UTC
     */
    public Waivers judge(Map<String, Map<String, Result>> results, LocalDate today) {
        return new Waivers(entries.stream()
                .map(entry -> Waiver.of(entry, results.getOrDefault(entry.requirement(), Map.of()), today))
                .toList());
    }
}
