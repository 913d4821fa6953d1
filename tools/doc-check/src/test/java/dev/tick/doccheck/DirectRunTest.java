package dev.tick.doccheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.doccheck.command.DocumentationCheck;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check as it runs without Maven: its class path is what the module declares, and no library of the tests. */
class DirectRunTest {
    private static final String PAGE = """
            ---
            title: List indicators
            ---
            ## HTTP request

            ```http
            GET https://api.securitycenter.microsoft.com/api/indicators
            ```

            | Permission type | Permission |
            |---|---|
            | Application | Ti.ReadWrite |
            """;

    @Test
    void itsClassPathIsComplete(@TempDir Path folder) throws IOException, InterruptedException {
        Path page = Files.writeString(folder.resolve("list.md"), PAGE);
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.matches(".*(test-classes|[/\\\\]test|junit|archunit|opentest4j|surefire).*"))
                .collect(Collectors.joining(File.pathSeparator));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        DocumentationCheck.class.getName(),
                        page.toString(),
                        "indicators")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(1, TimeUnit.MINUTES), said);
        assertFalse(said.contains("NoClassDefFoundError"), said);
        assertEquals(1, process.exitValue(), said);
    }
}
