package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The published page of the wrong clients is of those that there are; {@link ClientJudgeTest} has them judged. */
class ClientMatrixTest {
    @Test
    void thePageNamesEachWrongClientAndNoOther() throws IOException {
        String page = Files.readString(Path.of("../docs/kill-matrix-clients.md"));
        List<String> published = new ArrayList<>();
        String row = "";
        for (String line : page.lines().toList()) {
            if (line.startsWith("### ")) {
                row = line.split(" ", 3)[1];
            } else if (!row.isEmpty() && line.matches("\\| .* \\| `.*` \\|.*")) {
                published.add(row + " | " + line.replaceFirst("^\\| (.* \\| `[^`]*`) \\|.*$", "$1"));
            }
        }
        assertEquals(
                ClientJudgeTest.wrongClients()
                        .map(wrong -> wrong.row() + " | " + ClientMatrix.cells(wrong))
                        .sorted()
                        .toList(),
                published.stream().sorted().toList(),
                "docs/kill-matrix-clients.md is of other wrong clients; run " + ClientMatrix.COMMAND);
        assertFalse(page.contains("not caught: "), "a wrong client was not caught");
    }
}
