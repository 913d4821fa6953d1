package dev.tick.laws.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.laws.command.CodeBase;
import dev.tick.laws.layout.KitModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The published API of each module is that of its classes. */
class ApiFilesTest {
    @Test
    void eachFileListsThePublicTypesAndMembersAsTheyAre() throws IOException {
        CodeBase code = CodeBase.read(Path.of("../.."));
        for (Map.Entry<KitModule, List<String>> file :
                new ApiFiles(code.modules(), code.classes()).expected().entrySet()) {
            Path path = file.getKey().apiFile();
            assertEquals(
                    Files.exists(path) ? Files.readString(path) : "",
                    String.join("\n", file.getValue()) + "\n",
                    file.getKey().name()
                            + "/api.txt differs from the classes (expected: the file, actual: the classes). If the"
                            + " change is meant, run tools/write-api and tell users in CHANGELOG.md; else take it back.");
        }
    }
}
