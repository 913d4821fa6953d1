package dev.tick.laws.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.tick.laws.command.CodeBase;
import dev.tick.laws.graph.down.Low;
import dev.tick.laws.graph.ring.One;
import dev.tick.laws.graph.ringed.Other;
import dev.tick.laws.graph.up.High;
import dev.tick.laws.layout.KitModule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ImportGraphTest {
    private final ImportGraph sample =
            new ImportGraph(new ClassFileImporter().importClasses(High.class, Low.class, One.class, Other.class));
    private final Map<String, String> sampleModules = Map.of(
            "dev.tick.laws.graph.up", "top",
            "dev.tick.laws.graph.down", "base",
            "dev.tick.laws.graph.ring", "ring",
            "dev.tick.laws.graph.ringed", "ring");

    @Test
    void noModuleHasACircleOfPackagesAndNoArrowBetweenModulesGoesUp() throws IOException {
        CodeBase code = CodeBase.read(Path.of("../.."));
        ImportGraph graph = new ImportGraph(code.classes());
        NavigableSet<String> inNoOrder = graph.packages();
        graph.topDown(graph.packages()).forEach(inNoOrder::remove);
        assertEquals(
                new TreeSet<>(), inNoOrder, "packages of a circle, or above one; tools/show-house prints the graph");
        assertEquals(
                List.of(),
                graph.arrowsUp(
                        code.packages(),
                        code.modules().all().stream().collect(Collectors.toMap(KitModule::name, KitModule::uses))));
    }

    @Test
    void ordersPackagesAboveWhatTheyUseAndLeavesOutACircle() {
        assertEquals(List.of("dev.tick.laws.graph.up", "dev.tick.laws.graph.down"), sample.topDown(sample.packages()));
    }

    @Test
    void findsAnArrowThatIsNotAllowed() {
        assertEquals(
                List.of("dev.tick.laws.graph.ringed (ring) depends on dev.tick.laws.graph.down (base)"),
                sample.arrowsUp(sampleModules, Map.of("top", List.of("base"))));
    }

    @Test
    void writesModulesWithTheirCircles() {
        assertEquals(
                List.of(
                        "top: 1 packages, 1 top-level types, no circle",
                        "  laws.graph.up (1) -> laws.graph.down",
                        "",
                        "ring: 2 packages, 2 top-level types, a CIRCLE among or below"
                                + " [dev.tick.laws.graph.ring, dev.tick.laws.graph.ringed]",
                        "  laws.graph.ring (1) -> laws.graph.ringed",
                        "  laws.graph.ringed (1) -> laws.graph.down laws.graph.ring",
                        ""),
                GraphText.lines(sample, sampleModules, List.of("top", "ring")));
    }
}
