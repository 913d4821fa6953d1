package dev.tick.doccheck.command;

import dev.tick.doccheck.page.UnreadablePageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the pages that are meant. */
final class PageFiles {
    private PageFiles() {}

    /**
     * The file itself, or every {@code .md} below the folder, in the order of their names.
     *
     * @throws UnreadablePageException when there is none
     */
    static List<Path> below(Path place) {
        if (Files.isRegularFile(place)) {
            return List.of(place);
        }
        if (!Files.isDirectory(place)) {
            throw new UnreadablePageException("docs: " + place.toAbsolutePath()
                    + " is neither a file nor a folder; give -Ddocs=<file or folder>");
        }
        List<Path> pages = found(place);
        if (pages.isEmpty()) {
            throw new UnreadablePageException("docs: " + place.toAbsolutePath() + " holds no file that ends in .md");
        }
        return pages;
    }

    /** What a page is called in messages: its file's name, or its path below the folder. */
    static String name(Path place, Path page) {
        return place.equals(page)
                ? String.valueOf(page.getFileName())
                : place.relativize(page).toString().replace('\\', '/');
    }

    private static List<Path> found(Path folder) {
        try (Stream<Path> below = Files.walk(folder)) {
            return below.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new UnreadablePageException(
                    "docs: " + folder.toAbsolutePath() + " cannot be read: " + e.getMessage());
        }
    }
}
