package dev.tick.client;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The generator's other targets make of a submit what the contract says, although it holds rules in {@code if} and {@code then}. */
class OtherTargetsTest {
    @ParameterizedTest
    @ValueSource(strings = {"tiindicators", "indicators"})
    void pythonSubmitsEveryPropertyWithTheTypeOfItsOwn(String contract) throws IOException {
        String model =
                Files.readString(Path.of("target/python-" + contract + "/tick_client/models/indicator_submission.py"));
        assertTrue(model.contains("class IndicatorSubmission(BaseModel):"), model);
        assertTrue(model.contains("    severity: Optional[Severity] = None\n"), model);
        assertTrue(model.contains("    indicator_type: IndicatorType = "), model);
        assertTrue(model.contains("    action: Action\n"), model);
        assertTrue(model.contains("    expiration_time: Optional[datetime] = "), model);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "indicators/"})
    void javaSubmitsOneClassAndNoWrapper(String contract) throws IOException {
        Path models = Path.of("target/generated-sources", contract.isEmpty() ? "openapi" : "indicators")
                .resolve("src/main/java/dev/tick/client/" + contract + "model");
        String model = Files.readString(models.resolve("IndicatorSubmission.java"));
        assertTrue(model.contains("private Severity severity;"), model);
        assertTrue(Files.notExists(models.resolve("IndicatorSubmissionSeverity.java")), models.toString());
    }
}
