package dev.tick.conformance.tenant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Short runs on a tenant by each form of a credential, through tinyproxy; {@link TenantProof} has the full ones. */
class TenantToolProof {
    /** Rows of tokens of each application, of a list, and of what is created. */
    private static final String SOME = "ISU-001,ITK-001,ITK-002,ILS-001,ILS-005,IDL-001,ISQ-005";

    @TempDir
    private Path folder;

    @Test
    void everyFormTestsAndLeavesNothing() throws IOException, InterruptedException {
        for (Map.Entry<CredentialForm, TenantTrial.Ending> run : TenantTrials.run(
                        folder, "indicators", "--requirements", SOME, "--explore", "0")
                .entrySet()) {
            JsonNode results = TenantTrials.harmless(run.getValue());
            assertEquals(List.of(), TenantTrials.with(results, "NOT_TESTABLE"));
            assertEquals("INCONCLUSIVE", results.path("verdict").asString());
            assertEquals(3, run.getValue().code(), "a part proves no conformance");
        }
    }
}
