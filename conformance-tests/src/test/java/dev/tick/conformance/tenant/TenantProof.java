package dev.tick.conformance.tenant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Full runs on a tenant by each form of a credential, at the documented pace; takes ten minutes, so it runs in the profile proof. */
class TenantProof {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"tiindicators", "indicators"})
    void everyFormEndsConformantAndLeavesNothing(String contract) throws IOException, InterruptedException {
        List<String> figures = new ArrayList<>();
        for (Map.Entry<CredentialForm, TenantTrial.Ending> run :
                TenantTrials.run(folder, contract).entrySet()) {
            JsonNode results = TenantTrials.harmless(run.getValue());
            assertEquals(
                    "CONFORMANT",
                    results.path("verdict").asString(),
                    () -> TenantTrials.with(results, "NOT_TESTABLE").toString());
            assertEquals(0, run.getValue().code());
            figures.add(TenantTrials.told(run.getKey(), run.getValue(), results));
        }
        Path page = Path.of(System.getProperty("proof.directory", "target/proof"));
        Files.createDirectories(page);
        Files.write(page.resolve("tenant-" + contract + ".txt"), figures);
    }
}
