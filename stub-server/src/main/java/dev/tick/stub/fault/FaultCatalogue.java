package dev.tick.stub.fault;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.register.Basis;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Specification;
import dev.tick.spec.text.NearestWord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Every fault that a register gives rise to, by name: at least one for each row that a server can break. */
public final class FaultCatalogue {
    /** The id of a row, without the name of a fault after it. */
    private static final Pattern ROW = Pattern.compile("[A-Za-z]+-\\d+");

    private final Map<String, Fault> faults = new LinkedHashMap<>();

    /**
     * Derives the faults; rows of basis {@code open} bind nobody and have none.
     *
     * @throws IllegalStateException when two contracts have rows of the same id
     */
    public FaultCatalogue(List<Specification> specifications) {
        specifications.forEach(specification -> derive(specification.contract(), specification.register()));
    }

    /** Derives the faults of one contract; rows of basis {@code open} have none. */
    public FaultCatalogue(Contract contract, Register register) {
        derive(contract, register);
    }

    private void derive(Contract contract, Register register) {
        for (Requirement row : register.checked()) {
            if (row.basis() != Basis.OPEN) {
                FaultDerivation.of(row, contract).forEach(this::add);
            }
        }
    }

    private void add(Fault fault) {
        if (faults.put(fault.name(), fault) != null) {
            throw new IllegalStateException("two faults are called " + fault.name());
        }
    }

    /** Returns the faults in the order of the register. */
    public List<Fault> faults() {
        return List.copyOf(faults.values());
    }

    /**
     * Returns the fault of this name.
     *
     * @throws IllegalArgumentException when there is none, naming those of the same row or saying where to find all
     */
    public Fault named(String name) {
        Fault fault = faults.get(name);
        if (fault == null) {
            throw new IllegalArgumentException("fault: " + unknown(name));
        }
        return fault;
    }

    private String unknown(String name) {
        List<String> ofRow = ofRow(name.toUpperCase(Locale.ROOT));
        if (!ofRow.isEmpty()) {
            return "'" + name + "' is a row of the register; name one of its faults: " + ofRow;
        }
        if (ROW.matcher(name).matches()) {
            List<String> rows =
                    faults.values().stream().map(Fault::requirement).distinct().toList();
            return "no row '" + name + "' has faults" + NearestWord.hint(name, rows)
                    + "; the command 'scenarios' lists all";
        }
        List<String> near = faults.keySet().stream()
                .filter(known -> name.length() > 6 && known.startsWith(name.substring(0, 7)))
                .toList();
        return "'" + name + "' is unknown; "
                + (near.isEmpty()
                        ? "the command 'scenarios' lists all" + NearestWord.hint(name, faults.keySet())
                        : "did you mean one of " + near);
    }

    private List<String> ofRow(String id) {
        return faults.values().stream()
                .filter(fault -> fault.requirement().equals(id))
                .map(Fault::name)
                .toList();
    }
}
