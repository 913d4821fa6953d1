package dev.tick.spec.drift;

import dev.tick.spec.check.Check;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.register.Basis;
import dev.tick.spec.register.Edition;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Subject;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What the contract says of the operation that a page documents.
 *
 * @param edition the contract with its register
 * @param operation the documented one
 */
record ContractSide(Edition edition, Operation operation) {
    /** The place of the operation itself. */
    SchemaPlace own() {
        return SchemaPlace.of(operation.pointer());
    }

    JsonNode at(SchemaPlace place) {
        return edition.contract().source().root().at(place.direct());
    }

    SchemaPlace said(SchemaPlace place) {
        return place.said(edition.contract());
    }

    Spot spot(Subject subject, SchemaPlace place) {
        return new Spot(
                edition.contract().source().file(),
                edition.contract().source().lineOf(place.direct()),
                place.direct(),
                edition.register().owner(subject, place.through()).map(Requirement::id));
    }

    /** Whether the row that holds a place rests on the page of this operation; what rests on less is expected on none. */
    boolean isDocumented(Subject subject, SchemaPlace place) {
        return edition.register()
                .owner(subject, place.through())
                .filter(row -> row.basis() == Basis.DOCUMENTED && isOfThisPage(row))
                .isPresent();
    }

    /** Whether a row on this operation says that the page's example shows the place. */
    boolean isShown(SchemaPlace place) {
        return edition.register().of(Subject.SERVER).stream()
                .anyMatch(row -> isAt(row, place.through())
                        && row.basis() == Basis.DOCUMENTED
                        && row.source().section().equals("Example")
                        && isCheckedHere(row));
    }

    /** Whether a row says of this operation, as documented, that it answers with the status. */
    boolean isDocumented(int status) {
        String own = operation.pointer() + "/responses/" + status;
        return operation.answer(status).stream()
                .anyMatch(answer -> edition.register().of(Subject.SERVER).stream()
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
        return edition.register()
                .owner(Subject.CLIENT, operation.pointer())
                .or(() -> edition.register().owner(Subject.SERVER, operation.pointer()))
                .map(own -> own.source().page().equals(row.source().page()))
                .orElse(true);
    }

    private boolean isCheckedHere(Requirement row) {
        return row.check()
                .filter(check -> check.operation().equals(operation.id()))
                .isPresent();
    }

    private static List<Integer> statuses(Requirement row) {
        return row.check().map(Check::statuses).orElse(List.of());
    }
}
