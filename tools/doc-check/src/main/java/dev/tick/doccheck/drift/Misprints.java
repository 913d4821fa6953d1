package dev.tick.doccheck.drift;

import dev.tick.spec.contract.Operation;
import dev.tick.spec.register.KnownMisprint;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The known defects of a page, which the register's rows list under {@code misprints}. */
final class Misprints {
    private record Entry(Requirement row, KnownMisprint misprint, String pointer) {
        boolean tells(Drift drift) {
            return misprint.at().equals(drift.place())
                    && misprint.as().filter(text -> !text.equals(drift.page())).isEmpty();
        }
    }

    private final Register register;
    private final List<Entry> entries = new ArrayList<>();

    Misprints(Register register, Operation operation) {
        this.register = register;
        for (int i = 0; i < register.requirements().size(); i++) {
            Requirement row = register.requirements().get(i);
            for (int j = 0; j < row.misprints().size(); j++) {
                if (row.misprints().get(j).operation().equals(operation.id())) {
                    entries.add(new Entry(row, row.misprints().get(j), "/requirements/" + i + "/misprints/" + j));
                }
            }
        }
    }

    List<KnownDrift> known(List<Drift> drifts) {
        return drifts.stream()
                .flatMap(drift -> entry(drift).stream()
                        .map(entry -> new KnownDrift(
                                drift, entry.row().id(), entry.row().statement())))
                .toList();
    }

    List<Drift> unknown(List<Drift> drifts) {
        return drifts.stream().filter(drift -> entry(drift).isEmpty()).toList();
    }

    /** Returns a drift for each entry that the page no longer bears out; none if part of the page could not be compared. */
    List<Drift> corrected(String file, List<Drift> drifts) {
        if (unknown(drifts).stream().anyMatch(drift -> drift.kind() == DriftKind.NOT_COMPARED)) {
            return List.of();
        }
        return entries.stream()
                .filter(entry -> drifts.stream().noneMatch(entry::tells))
                .map(entry -> new Drift(
                        file,
                        1,
                        entry.misprint().at(),
                        "no known defect any more",
                        "one that " + entry.row().id() + " tells of",
                        new ContractLocation(
                                register.source().file(),
                                register.source().lineOf(entry.pointer()),
                                entry.pointer(),
                                Optional.of(entry.row().id())),
                        DriftKind.CORRECTED))
                .toList();
    }

    private Optional<Entry> entry(Drift drift) {
        return entries.stream().filter(entry -> entry.tells(drift)).findFirst();
    }
}
