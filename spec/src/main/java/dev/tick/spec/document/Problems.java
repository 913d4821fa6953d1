package dev.tick.spec.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The problems of a document: the first of them is thrown, or all are gathered by reading each part on its own. */
public final class Problems {
    private enum Use {
        THROWN,
        GATHERED
    }

    private final Use use;
    private final List<InvalidDocumentException> found = new ArrayList<>();

    private Problems(Use use) {
        this.use = use;
    }

    /** Returns problems of which the first is thrown. */
    public static Problems thrown() {
        return new Problems(Use.THROWN);
    }

    /** Returns problems that are gathered. */
    public static Problems gathered() {
        return new Problems(Use.GATHERED);
    }

    /** Reads a part; returns nothing where it has a problem that was gathered. */
    public <T> Optional<T> part(Supplier<T> reader) {
        if (use == Use.THROWN) {
            return Optional.of(reader.get());
        }
        try {
            return Optional.of(reader.get());
        } catch (InvalidDocumentException e) {
            add(e);
            Stream.of(e.getSuppressed()).forEach(other -> {
                if (other instanceof InvalidDocumentException one) {
                    add(one);
                }
            });
            return Optional.empty();
        }
    }

    /** Checks a part; returns whether it has no problem. */
    public boolean holds(Runnable check) {
        return part(() -> {
                    check.run();
                    return true;
                })
                .isPresent();
    }

    /** Adds or throws a problem. */
    public void add(InvalidDocumentException problem) {
        if (use == Use.THROWN) {
            throw problem;
        }
        if (found.stream().noneMatch(known -> known.toString().equals(problem.toString()))) {
            found.add(problem);
        }
    }

    /** Returns what was gathered, in the order in which it was found. */
    public List<InvalidDocumentException> found() {
        return List.copyOf(found);
    }
}
