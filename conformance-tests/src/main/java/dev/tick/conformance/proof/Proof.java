package dev.tick.conformance.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The last proof of the checks of a contract: every fault of the catalogue against the checks, and the sound stub many times.
 *
 * @param contract its name
 * @param commit of the kit that was proven
 * @param extent the checks that each fault was held against
 * @param soundRuns how often the sound stub was run
 * @param falseAlarms how many {@code FAIL}, {@code WARN} and {@code ERROR} came of that
 * @param requests of one run against the sound stub
 * @param requestsToSubmit of one run against its submit page alone
 * @param faults in the order of the catalogue
 */
public record Proof(
        String contract,
        String commit,
        Extent extent,
        int soundRuns,
        int falseAlarms,
        int requests,
        int requestsToSubmit,
        List<FaultResult> faults) {
    /** The checks that a fault is held against. */
    public enum Extent {
        /** Those of every requirement. */
        WHOLE,
        /** Those of the requirement that the fault breaks; others were not asked. */
        OWN_ROWS
    }

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Copies the faults. */
    public Proof {
        faults = List.copyOf(faults);
    }

    /** Returns the published proof of a contract, by its name; empty for a contract that does not come with the kit. */
    public static Optional<Proof> published(String contract) {
        try (InputStream in = Proof.class.getResourceAsStream(contract + ".json")) {
            return in == null ? Optional.empty() : Optional.of(JSON.readValue(in, Proof.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the proof as it is published, in JSON. */
    public String json() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
    }

    /** Returns the faults of a requirement. */
    public List<FaultResult> of(String requirement) {
        return faults.stream()
                .filter(fault -> fault.requirement().equals(requirement))
                .toList();
    }

    /** Returns the number of faults that their own row caught. */
    public long caught() {
        return faults.stream().filter(FaultResult::caught).count();
    }

    /** Returns the number of these faults that no other row caught; a dash where no other was asked. */
    public String alone() {
        return extent == Extent.OWN_ROWS
                ? "-"
                : String.valueOf(faults.stream()
                        .filter(fault -> fault.caught() && fault.others().isEmpty())
                        .count());
    }
}
