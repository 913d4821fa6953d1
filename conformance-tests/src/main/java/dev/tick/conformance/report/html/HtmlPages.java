package dev.tick.conformance.report.html;

import dev.tick.conformance.proof.Proof;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.register.Register;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pages that need no target. */
public final class HtmlPages {
    private HtmlPages() {}

    /**
     * Returns {@code coverage.html}: which requirements of a contract are checked, and which are not, and why.
     *
     * @param cases the ids of the cases of a run with all capabilities, by the id of their requirement
     * @param proof of the checks; empty for none
     */
    public static String coverage(
            Contract contract, Register register, Map<String, List<String>> cases, Optional<Proof> proof) {
        return CoveragePage.of(contract, register, cases, proof);
    }

    /** Returns {@code kill-matrix.html}: how it is known that the checks work. */
    public static String killMatrix(Proof proof, Register register) {
        return KillMatrixPage.of(proof, register);
    }
}
