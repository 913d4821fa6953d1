package dev.tick.conformance.report.model;

import dev.tick.spec.check.Check;
import dev.tick.spec.register.Requirement;
import java.util.Locale;
import java.util.Optional;

/** Words that describe a requirement of the register, the same in every report. */
public final class RequirementWords {
    /** Stands for the operation of a requirement that none exercises. */
    public static final String NO_OPERATION = "none";

    private RequirementWords() {}

    /** Returns the id of the operation that exercises a requirement; empty for one without a check. */
    public static Optional<String> operation(Requirement row) {
        return row.check().map(Check::operation);
    }

    /** Returns how much a requirement binds, in lower case. */
    public static String level(Requirement row) {
        return row.level().name().toLowerCase(Locale.ROOT);
    }

    /** Returns the word for what a requirement rests on, in lower case. */
    public static String basis(Requirement row) {
        return row.basis().name().toLowerCase(Locale.ROOT);
    }

    /** Returns the page and the section where a requirement was read. */
    public static String source(Requirement row) {
        return row.source().page() + ", " + row.source().section();
    }
}
