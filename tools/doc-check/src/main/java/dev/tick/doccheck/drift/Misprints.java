package dev.tick.doccheck.drift;

import dev.tick.spec.contract.Operation;
import dev.tick.spec.register.KnownMisprint;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

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

    /** Returns the defects of an operation's page. */
    static Misprints of(Register register, Operation operation) {
        return new Misprints(register, misprint -> misprint.operation().equals(Optional.of(operation.id())));
    }

    /** Returns the defects of the page that the register names so among its sources. */
    static Misprints of(Register register, String source) {
        return new Misprints(register, misprint -> misprint.source().equals(Optional.of(source)));
    }

    private Misprints(Register register, Predicate<KnownMisprint> isOfPage) {
        this.register = register;
        for (int i = 0; i < register.requirements().size(); i++) {
            Requirement row = register.requirements().get(i);
            for (int j = 0; j < row.misprints().size(); j++) {
                if (isOfPage.test(row.misprints().get(j))) {
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

    /**
     * Returns a drift for each entry that the page no longer bears out; none for an entry in a part of the page that could not be
     * compared.
     */
    List<Drift> corrected(String file, List<Drift> drifts) {
        List<String> open = unknown(drifts).stream()
                .filter(drift -> drift.kind() == DriftKind.NOT_COMPARED)
                .map(drift -> part(drift.place()))
                .toList();
        return entries.stream()
                .filter(entry -> !open.contains(part(entry.misprint().at())))
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

    /** Returns the section of the page that a place lies in. */
    private static String part(String place) {
        String first = place.replaceFirst("^section ", "").toLowerCase(Locale.ROOT);
        return first.startsWith("example")
                ? "example"
                : first.matches("(delegated )?permission.*")
                        ? "permissions"
                        : first.startsWith("header") || first.startsWith("request headers")
                                ? "headers"
                                : first.matches("(property|request body|properties).*")
                                        ? "body"
                                        : first.matches("(status|response).*") ? "response" : "request";
    }

    private Optional<Entry> entry(Drift drift) {
        return entries.stream().filter(entry -> entry.tells(drift)).findFirst();
    }
}
