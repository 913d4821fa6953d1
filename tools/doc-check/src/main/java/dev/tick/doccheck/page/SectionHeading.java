package dev.tick.doccheck.page;

import java.util.Arrays;
import java.util.Locale;

/** The sections of a page that say facts. */
enum SectionHeading {
    PERMISSIONS("Permissions"),
    REQUEST("HTTP request"),
    HEADERS("Request headers"),
    BODY("Request body"),
    RESPONSE("Response"),
    EXAMPLE("Example"),
    OTHER("");

    private final String title;

    SectionHeading(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** The section under this heading; pages number their examples, and name them by what they show. */
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
