package dev.tick.conformance;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole plans of both contracts, request by request, which take too long for every build. */
class PlanProof {
    @TempDir
    private Path directory = Path.of("");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tiindicators | list,get,patch,delete | all",
                "indicators | list,delete,import,batch-delete | all",
                "indicators | submit | sound"
            })
    void equalsWhatARecordingTargetReceives(String contract, String capabilities, String kinds) {
        PlanTest.compare(contract, capabilities, kinds, "standard", directory);
    }
}
