package dev.tick.doccheck.page;

import java.util.Arrays;
import java.util.Locale;

/** The headings of the sections that state facts. */
enum SectionHeading {
    PERMISSIONS("Permissions"),
    REQUEST("HTTP request"),
    HEADERS("Request headers"),
    BODY("Request body"),
    RESPONSE("Response"),
    EXAMPLE("Example"),
    PROPERTIES("Properties"),
    REPRESENTATION("JSON representation"),
    OTHER("");

    private final String title;

    SectionHeading(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Returns the heading with this text, singular or plural; pages number their examples and add what they show. */
    static SectionHeading titled(String heading) {
        String small = heading.toLowerCase(Locale.ROOT);
        if (small.matches(".*\\bexamples?\\b.*")) {
            return EXAMPLE;
        }
        return Arrays.stream(values())
                .filter(section -> section != OTHER)
                .filter(section -> small.equals(section.title.toLowerCase(Locale.ROOT))
                        || (small + "s").equals(section.title.toLowerCase(Locale.ROOT))
                        || small.equals(section.title.toLowerCase(Locale.ROOT) + "s"))
                .findFirst()
                .orElse(OTHER);
    }
}
