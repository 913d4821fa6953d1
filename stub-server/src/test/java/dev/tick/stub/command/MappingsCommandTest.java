package dev.tick.stub.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MappingsCommandTest {
    @TempDir
    private Path folder;

    @Test
    void writesBesideOthersOnlyWhereItIsToldTo() throws IOException {
        Path own = folder.resolve("mappings").resolve("own.json");
        assertEquals(0, run(folder.toString()));
        assertTrue(has("001-submitOrUpdateIndicator-success.json"));
        Files.writeString(own, "{}");
        assertEquals(1, run(folder.toString()));
        assertEquals(0, run("--replace", folder.toString()));
        assertTrue(Files.notExists(own));
        assertEquals(2, run());
    }

    @Test
    void areOfTodaysEditionUnlessTheFirstIsAskedFor() {
        assertEquals(0, run("--replace", folder.toString()));
        assertTrue(has("001-submitOrUpdateIndicator-success.json"));
        assertEquals(0, run("--replace", "--contract", "tiindicators", folder.toString()));
        assertTrue(has("001-submitIndicator-success.json"));
    }

    private boolean has(String mapping) {
        return Files.exists(folder.resolve("mappings").resolve(mapping));
    }

    private static int run(String... arguments) {
        return new CommandLine(new MappingsCommand())
                .setErr(new PrintWriter(new StringWriter()))
                .execute(arguments);
    }
}
