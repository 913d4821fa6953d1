package dev.tick.stub.pipeline;

import dev.tick.spec.text.ShortText;
import dev.tick.spec.validation.Violation;
import dev.tick.stub.journal.JournalEntry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A limit on the violations of one request that are told and kept: a body of a megabyte can hold a hundred thousand. */
final class ViolationLimit {
    private static final int MOST = 100;

    private ViolationLimit() {}

    /** Returns the first violations, in their order; where there are more, the last one tells how many. */
    static List<Violation> first(List<Violation> found) {
        // One more takes no more room than a word about it; and what was cut once stays as it is.
        return found.size() <= MOST + 1
                ? found
                : Stream.concat(found.stream().limit(MOST), Stream.of(more(found)))
                        .toList();
    }

    /** Returns the first violations with the beginnings of their texts. */
    static List<Violation> brief(List<Violation> found) {
        return found.isEmpty()
                ? found
                : first(found).stream().map(ViolationLimit::brief).toList();
    }

    /** Returns a violation with the beginnings of its texts. */
    static Violation brief(Violation violation) {
        return new Violation(
                cut(violation.location()),
                violation.keyword(),
                cut(violation.schema()),
                cut(violation.expected()),
                cut(violation.got()),
                violation.requirement());
    }

    private static Violation more(List<Violation> found) {
        return new Violation(
                "",
                "more",
                found.get(MOST).schema(),
                "no more than these " + MOST + " violations",
                found.size() - MOST + " more",
                Optional.empty());
    }

    private static String cut(String text) {
        return ShortText.beginning(text, JournalEntry.MAX_GOT);
    }
}
