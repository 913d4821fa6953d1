package dev.tick.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client that the build generates from the contract with one optional property more. */
class AddedPropertyTest {
    private static final Path SOURCES = Path.of("target", "added", "src", "main", "java");

    @Test
    void anOptionalPropertyOfTheContractJoinsTheClientByDataAlone(@TempDir Path classes) throws Exception {
        compile(classes);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, AddedPropertyTest.class.getClassLoader())) {
            ObjectMapper json = ApiClient.createDefaultObjectMapper();
            String text =
                    "{\"indicator\":\"192.0.2.1\",\"indicatorType\":\"IpAddress\",\"action\":\"Alert\",\"confidence\":80}";
            for (String model : List.of("IndicatorSubmission", "Indicator", "IndicatorChange")) {
                Class<?> type = loader.loadClass("dev.tick.added.model." + model);
                Object value = json.readValue(text, type);
                assertEquals(80, type.getMethod("getConfidence").invoke(value), model);
                assertEquals(
                        80,
                        json.readTree(json.writeValueAsString(value))
                                .path("confidence")
                                .asInt(),
                        model);
            }
        }
        assertThrows(
                NoSuchMethodException.class, () -> dev.tick.client.model.Indicator.class.getMethod("getConfidence"));
    }

    private static void compile(Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.walk(SOURCES)) {
            List<Path> java =
                    sources.filter(path -> path.toString().endsWith(".java")).toList();
            boolean compiled = compiler.getTask(
                            null,
                            files,
                            null,
                            List.of(
                                    "-d",
                                    classes.toString(),
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    "-proc:none"),
                            null,
                            files.getJavaFileObjectsFromPaths(java))
                    .call();
            assertEquals(true, compiled);
        }
    }
}
