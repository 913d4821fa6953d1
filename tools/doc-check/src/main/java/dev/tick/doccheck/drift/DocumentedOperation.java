package dev.tick.doccheck.drift;

import dev.tick.spec.check.Check;
import dev.tick.spec.check.ConductCheck;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.register.Basis;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Specification;
import dev.tick.spec.register.Subject;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The operation that a page documents, as the contract and its register describe it.
 *
 * @param specification the contract with its register
 * @param operation the documented one
 * @param page the name of the page, where that is not the operation's own
 */
record DocumentedOperation(Specification specification, Operation operation, Optional<String> page) {
    /** Returns the location of the operation itself. */
    SchemaLocation own() {
        return SchemaLocation.of(operation.pointer());
    }

    JsonNode at(SchemaLocation place) {
        return specification.contract().source().root().at(place.direct());
    }

    SchemaLocation said(SchemaLocation place) {
        return place.said(specification.contract());
    }

    ContractLocation location(Subject subject, SchemaLocation place) {
        return new ContractLocation(
                specification.contract().source().file(),
                specification.contract().source().lineOf(place.direct()),
                place.direct(),
                specification.register().rowFor(subject, place.through()).map(Requirement::id));
    }

    /** Returns whether the row for a location is documented on the page of this operation; otherwise no page is expected to state it. */
    boolean isDocumented(Subject subject, SchemaLocation place) {
        return specification
                .register()
                .rowFor(subject, place.through())
                .filter(row -> row.basis() == Basis.DOCUMENTED && isOfThisPage(row))
                .isPresent();
    }

    /** Returns whether a row of this operation documents that the page's example shows the location. */
    boolean isShown(SchemaLocation place) {
        return specification.register().of(Subject.SERVER).stream()
                .anyMatch(row -> isAt(row, place.through())
                        && row.basis() == Basis.DOCUMENTED
                        && row.source().section().equals("Example")
                        && isCheckedHere(row));
    }

    /** Returns whether a row documents this status for the operation. */
    boolean isDocumented(int status) {
        String own = operation.pointer() + "/responses/" + status;
        return operation.response(status).stream()
                .anyMatch(answer -> specification.register().of(Subject.SERVER).stream()
                        .filter(row ->
                                row.basis() == Basis.DOCUMENTED && row.edition().isEmpty())
                        .anyMatch(row -> isAt(row, own)
                                || (isCheckedHere(row)
                                        && (isAt(row, answer.pointer())
                                                || statuses(row).contains(status)))));
    }

    private static boolean isAt(Requirement row, String pointer) {
        return row.schema().equals(Optional.of(pointer));
    }

    private boolean isOfThisPage(Requirement row) {
        if (page.isPresent()) {
            return page.get().equals(row.source().page());
        }
        return specification
                .register()
                .rowFor(Subject.CLIENT, operation.pointer())
                .or(() -> specification.register().rowFor(Subject.SERVER, operation.pointer()))
                .map(own -> own.source().page().equals(row.source().page()))
                .orElse(true);
    }

    private boolean isCheckedHere(Requirement row) {
        return row.check()
                .filter(check -> check.operation().equals(operation.id()))
                .isPresent();
    }

    /** A row that looks back at every response tells what may come, not what the page prints. */
    private static List<Integer> statuses(Requirement row) {
        return row.check()
                .filter(check -> !(check instanceof ConductCheck))
                .map(Check::statuses)
                .orElse(List.of());
    }
}
