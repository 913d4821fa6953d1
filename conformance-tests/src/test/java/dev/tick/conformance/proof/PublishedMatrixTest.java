package dev.tick.conformance.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.QuickSender;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.register.Register;
import dev.tick.stub.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The published page is of the catalogue as it is, and the README says the same; tools/publish-proof writes both. */
class PublishedMatrixTest {
    private static final Path TOP = Path.of("..");
    private static final Pattern FAULT = Pattern.compile("^\\| `([^`]+)` \\|", Pattern.MULTILINE);
    private static final Pattern FIGURES = Pattern.compile("^\\| [0-9a-f]{7,} \\| \\d+ .*$", Pattern.MULTILINE);

    @Test
    void namesEveryFaultAndNoOther() throws IOException {
        Contract contract = Contract.load("tiindicators");
        List<String> faults = new KillMatrix(contract, Register.load("tiindicators", contract), QuickSender::new)
                .faults().stream().map(Fault::name).toList();
        String page = Files.readString(TOP.resolve("docs/kill-matrix.md"));
        List<String> published =
                FAULT.matcher(page).results().map(found -> found.group(1)).toList();
        assertEquals(faults, published, "docs/kill-matrix.md is of another catalogue; run tools/publish-proof");
    }

    @Test
    void theReadmeHasTheFiguresOfThePage() throws IOException {
        String page = figures("docs/kill-matrix.md");
        assertEquals(page, figures("README.md"));
        assertTrue(page.matches("\\| [0-9a-f]+ \\| (\\d+) \\| \\1 \\| .*"), "a fault survived: " + page);
    }

    private static String figures(String file) throws IOException {
        return FIGURES.matcher(Files.readString(TOP.resolve(file)))
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow(() -> new AssertionError(file + " holds no figures; run tools/publish-proof"));
    }
}
