package dev.tick.conformance.rehearsal;

import dev.tick.spec.text.ShortText;
import java.io.PrintStream;

/** A rehearsal for people: a head, a line for each request, and the end. */
public final class RehearsalText {
    /** Characters of a body: what an indicator is called and worth, and not the 500 items of an import. */
    private static final int SHOWN = 300;

    private RehearsalText() {}

    /** Writes a rehearsal. */
    public static void write(Rehearsal rehearsal, PrintStream out) {
        out.println("Plan: " + rehearsal.target() + ", " + rehearsal.contract() + "; nothing was sent to it");
        rehearsal.notes().forEach(note -> out.println("  " + note));
        for (RehearsedRequest request : rehearsal.requests()) {
            String rows = switch (request.purpose()) {
                case CLEAN_UP -> "cleans up";
                case CHECK -> request.rows().isEmpty() ? "others rest on it" : String.join(" ", request.rows());
            };
            out.println(request.number() + " " + request.method() + " " + request.path() + "  [" + rows + "]");
            request.body().ifPresent(body -> out.println("    " + ShortText.of(line(body), SHOWN)));
        }
        out.println(rehearsal.requests().size() + " requests (" + rehearsal.methods() + ")" + pace(rehearsal));
        out.println(budget(rehearsal));
    }

    private static String line(String body) {
        return body.replaceAll("[\\r\\n\\t ]+", " ");
    }

    private static String pace(Rehearsal rehearsal) {
        return !rehearsal.isPaced()
                ? "; no pace is kept on this machine"
                : "; about " + Math.max(1, rehearsal.minutes()) + " min at "
                        + rehearsal.conduct().rate().requests() + " requests in "
                        + rehearsal.conduct().rate().window().toSeconds()
                        + " s, the limits of single operations included";
    }

    private static String budget(Rehearsal rehearsal) {
        if (rehearsal.conduct().budget() == Integer.MAX_VALUE) {
            return "Budget: none on this machine";
        }
        return "Budget: " + rehearsal.conduct().budget()
                + (rehearsal.isWithinBudget()
                        ? ", which is enough"
                        : ", at which the run would stop; raise 'budget', or leave capabilities or explored sequences out");
    }
}
