package dev.tick.conformance.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.QuickSender;
import dev.tick.spec.register.Specification;
import dev.tick.stub.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published page is of the catalogue as it is, and the README says the same; tools/publish-proof writes both. */
class PublishedMatrixTest {
    private static final Path TOP = Path.of("..");
    private static final Pattern FAULT = Pattern.compile("^\\| `([^`]+)` \\|", Pattern.MULTILINE);

    @ParameterizedTest
    @MethodSource("dev.tick.spec.register.Specification#all")
    void namesEveryFaultAndNoOther(Specification specification) throws IOException {
        List<String> faults = new KillMatrix(specification.contract(), specification.register(), QuickSender::new)
                .faults().stream().map(Fault::name).toList();
        String page = Files.readString(TOP.resolve(page(specification.name())));
        List<String> published =
                FAULT.matcher(page).results().map(found -> found.group(1)).toList();
        assertEquals(
                faults, published, page(specification.name()) + " is of another catalogue; run tools/publish-proof");
    }

    /** The page that people read and the data that reports show are of the same proof. */
    @ParameterizedTest
    @MethodSource("dev.tick.spec.register.Specification#all")
    void thePageIsThatOfTheData(Specification specification) throws IOException {
        Proof proof = Proof.published(specification.name()).orElseThrow();
        assertEquals(
                Files.readString(TOP.resolve(page(specification.name()))),
                new MatrixPage(specification.register()).text(proof));
        assertEquals(
                Files.readString(TOP.resolve("conformance-tests/src/main/resources/dev/tick/conformance/proof/"
                        + specification.name() + ".json")),
                proof.json());
    }

    @ParameterizedTest
    @MethodSource("dev.tick.spec.register.Specification#names")
    void theReadmeHasTheFiguresOfThePage(String contract) throws IOException {
        String page = figures(page(contract), contract);
        assertEquals(page, figures("README.md", contract));
        assertTrue(page.matches("\\| \\w+ \\| [0-9a-f]+ \\| (\\d+) \\| \\1 \\| .*"), "a fault survived: " + page);
    }

    private static String page(String contract) {
        return "docs/kill-matrix-" + contract + ".md";
    }

    private static String figures(String file, String contract) throws IOException {
        return Pattern.compile("^\\| " + contract + " \\| [0-9a-f]{7,} \\| \\d+ .*$", Pattern.MULTILINE)
                .matcher(Files.readString(TOP.resolve(file)))
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow(() -> new AssertionError(file + " holds no figures; run tools/publish-proof"));
    }
}
