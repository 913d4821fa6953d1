package dev.tick.conformance.tenant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.verdict.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The faults that docs/tenant.md tells of, each with the verdict and the words of the run that meets it. */
public final class ToldFaults {
    private static final Path PAGE = Path.of("..", "docs", "tenant.md");
    private static final String STOPPED = "stopped after [0-9]+ requests and [0-9]+ of [0-9]+ cases: ";

    /** What the page shows for what differs from run to run. */
    private static final String VARIES = "…";

    private record Told(String verdict, String words) {}

    private ToldFaults() {}

    /** Requires that a run which met a fault accuses nobody, and says what the page says. */
    public static void assertStopped(String fault, RunResult report) {
        String stopped = report.stopped().orElse("not stopped");
        assertTrue(Pattern.compile("(?s)" + STOPPED + ".*").matcher(stopped).matches(), stopped);
        assertTold(fault, report.verdict().name(), stopped.replaceFirst(STOPPED, ""));
        assertEquals(
                List.of(),
                report.rows().stream()
                        .filter(row -> row.result() == Result.FAIL || row.result() == Result.WARN)
                        .map(row -> row.row().id() + " " + row.detail())
                        .toList());
    }

    /** Requires that the page has a fault with this verdict and these words, on one line. */
    public static void assertTold(String fault, String verdict, String words) {
        Told told = page().get(fault);
        assertTrue(told != null, () -> PAGE + " has no row '" + fault + "' for: " + words);
        assertEquals(told.verdict(), verdict);
        assertFalse(words.contains("\n"), words);
        assertTrue(
                Pattern.matches(
                        Arrays.stream(told.words().split(VARIES, -1))
                                .map(Pattern::quote)
                                .collect(Collectors.joining(".+")),
                        words),
                () -> "'" + fault + "': " + PAGE + " says\n" + told.words() + "\nand the run says\n" + words);
    }

    /** Requires that each fault of the page has a test, and each test a fault: its name in words. */
    static void assertEachIsTested(Class<?>... tests) {
        assertEquals(
                new TreeSet<>(page().keySet()),
                Stream.of(tests)
                        .flatMap(one -> Arrays.stream(one.getDeclaredMethods()))
                        .filter(method -> method.isAnnotationPresent(Test.class))
                        .map(method -> words(method.getName()))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Returns the name of a method in words. */
    public static String words(String name) {
        return Pattern.compile("[A-Z]")
                .matcher(name)
                .replaceAll(letter -> " " + (char) (letter.group().charAt(0) + ('a' - 'A')));
    }

    private static Map<String, Told> page() {
        try {
            Map<String, Told> rows = new TreeMap<>();
            String page = Files.readString(PAGE);
            String section =
                    page.substring(page.indexOf("## When something goes wrong")).split("\n## ", -1)[0];
            section.lines()
                    .filter(line -> line.startsWith("| ") && !line.startsWith("| fault"))
                    .map(line -> line.split(" *\\| *", -1))
                    .forEach(cells -> rows.put(
                            cells[1].toLowerCase(Locale.ROOT),
                            new Told(cells[2].replace(' ', '_'), cells[3].replace("`", ""))));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
