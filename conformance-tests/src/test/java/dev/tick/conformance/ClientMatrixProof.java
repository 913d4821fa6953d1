package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Writes the page of the wrong clients from a run; {@code tools/publish-client-matrix} puts it into docs. */
class ClientMatrixProof {
    @Test
    void everyWrongClientIsCaughtByItsRow() throws IOException {
        List<ClientMatrix.Line> lines = ClientJudgeTest.wrongClients()
                .parallel()
                .map(ClientMatrix::line)
                .toList();
        Path folder = Path.of(System.getProperty("proof.directory", "target/proof"));
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("kill-matrix-clients.md"), ClientMatrix.page(lines));
        assertEquals(
                List.of(),
                lines.stream()
                        .filter(line -> !line.caught())
                        .map(line -> line.wrong().toString())
                        .toList());
    }
}
