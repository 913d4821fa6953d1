package dev.tick.doccheck.command;

import dev.tick.doccheck.page.UnreadablePageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The Markdown files at a path. */
final class PageFiles {
    private PageFiles() {}

    /**
     * Returns the file itself, or every {@code .md} below the folder, ordered by name.
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

    /** Returns the files and folders that a text names, with commas between, relative ones below the top. */
    static List<Path> places(Path top, String docs) {
        return Stream.of(docs.split(",", -1))
                .map(String::strip)
                .map(top::resolve)
                .toList();
    }

    /** Returns the name of a page in messages: its file's name, or its path below the folder. */
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
