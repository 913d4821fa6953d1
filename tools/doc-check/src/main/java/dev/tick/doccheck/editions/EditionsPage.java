package dev.tick.doccheck.editions;

import dev.tick.spec.register.Specification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The page docs/editions.md, whose part between two marks is generated. */
public final class EditionsPage {
    /** The mark before the generated part. */
    static final String BEGIN = "<!-- From here on, tools/write-editions writes. -->";

    /** The mark after it. */
    static final String END = "<!-- To here. -->";

    private EditionsPage() {}

    /** Regenerates the part in the file that the first argument names. */
    public static void main(String[] arguments) throws IOException {
        Path page = Path.of(arguments[0]);
        Files.writeString(page, renewed(Files.readString(page), Specification.all()));
    }

    /**
     * Returns the page with its generated part renewed.
     *
     * @throws IllegalArgumentException when a mark is missing
     */
    public static String renewed(String page, List<Specification> editions) {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("the page needs the lines '" + BEGIN + "' and, after it, '" + END + "'");
        }
        return page.substring(0, begin + BEGIN.length()) + "\n\n" + text(editions) + "\n" + page.substring(end);
    }

    /** Returns each edition compared with the one before it. */
    private static String text(List<Specification> editions) {
        return IntStream.range(1, editions.size())
                .mapToObj(i -> new EditionDiff(editions.get(i - 1), editions.get(i)))
                .flatMap(EditionDiff::lines)
                .collect(Collectors.joining("\n"));
    }
}
