package dev.tick.conformance.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.spec.client.WorkVerb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.MissingNode;

class ClientReportTest {
    private static final Piece LIST = new Piece(1, WorkVerb.LIST, List.of(), MissingNode.getInstance());

    @TempDir
    Path folder;

    private ClientReport read(String work) throws IOException {
        return ClientReport.read(Files.writeString(folder.resolve("report.json"), "{\"work\": [" + work + "]}"));
    }

    @Test
    void readsWhatBecameOfEachPiece() throws IOException {
        ClientReport report = read("{'id': 1, 'outcome': 'done'}, {'id': 3, 'outcome': 'failed'}".replace('\'', '"'));
        assertEquals(Optional.empty(), report.problem());
        assertEquals(Optional.of(ClientReport.Outcome.DONE), report.of(LIST));
        assertEquals(List.of(3), report.foreign(List.of(LIST)));
    }

    @Test
    void aFolderInItsPlaceIsToldFromNothing() throws IOException {
        assertEquals(
                Optional.of("the client wrote no report to TICK_REPORT"),
                ClientReport.read(folder.resolve("report.json")).problem());
        assertEquals(
                Optional.of("what the client made of TICK_REPORT is no regular file"),
                ClientReport.read(Files.createDirectory(folder.resolve("report.json")))
                        .problem());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'id': '1', 'outcome': 'done'} | has an entry that cannot be read, {\"id\":\"1\",\"outcome\":\"done\"}; expected an id, which is a number, and an outcome that is done or failed",
                "{'id': 1.7, 'outcome': 'done'} | has an entry that cannot be read, {\"id\":1.7,\"outcome\":\"done\"}; expected an id, which is a number, and an outcome that is done or failed",
                "{'id': 1, 'outcome': 'won'} | has an entry that cannot be read, {\"id\":1,\"outcome\":\"won\"}; expected an id, which is a number, and an outcome that is done or failed",
                "{'id': 1, 'outcome': 'done'}, {'id': 1, 'outcome': 'failed'} | tells of its work 1 twice"
            })
    void saysWhyAReportCannotBeCompared(String work, String problem) throws IOException {
        assertEquals(
                Optional.of("the client's report " + problem),
                read(work.replace('\'', '"')).problem());
    }
}
