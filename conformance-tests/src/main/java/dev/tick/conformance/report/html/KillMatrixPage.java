package dev.tick.conformance.report.html;

import dev.tick.conformance.proof.FaultResult;
import dev.tick.conformance.proof.Proof;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import java.util.List;
import java.util.Optional;

/**
 * {@code kill-matrix.html}: how it is known that the checks work.
 *
 * @param title of the page
 * @param proof what was proven
 * @param faults how many
 * @param caught how many their own row caught
 * @param alone how many of these no other row caught; a dash where no other was asked
 * @param requirements those of which something was broken
 * @param silent the checked ones of which nothing was
 */
record KillMatrixPage(
        String title,
        Proof proof,
        int faults,
        long caught,
        String alone,
        List<BrokenRequirement> requirements,
        List<Requirement> silent) {
    /** A requirement and its faults. */
    record BrokenRequirement(String id, String statement, String level, List<FaultView> faults) {}

    /** A fault. */
    record FaultView(
            String name,
            String wrong,
            String before,
            String after,
            boolean survived,
            List<String> others,
            int more,
            boolean cut) {}

    static String of(Proof proof, Register register) {
        List<Requirement> checked = register.checked();
        KillMatrixPage page = new KillMatrixPage(
                "How do we know that these checks work?",
                proof,
                proof.faults().size(),
                proof.caught(),
                proof.alone(),
                checked.stream()
                        .filter(row -> !proof.of(row.id()).isEmpty())
                        .map(row -> new BrokenRequirement(
                                row.id(),
                                row.statement(),
                                row.level().name(),
                                proof.of(row.id()).stream()
                                        .map(KillMatrixPage::fault)
                                        .toList()))
                        .toList(),
                checked.stream().filter(row -> proof.of(row.id()).isEmpty()).toList());
        return PageTemplate.render("kill-matrix.html", Optional.empty(), page);
    }

    private static FaultView fault(FaultResult caught) {
        return new FaultView(
                caught.name(),
                caught.wrong(),
                caught.before().name(),
                caught.after().name(),
                !caught.caught(),
                caught.others(),
                caught.more(),
                caught.more() > 0);
    }
}
