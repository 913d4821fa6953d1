package dev.tick.spec.inspection;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Specification;
import dev.tick.spec.register.Subject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a contract of which no row speaks.
 *
 * @param name what people call it, such as {@code property title} or {@code status 404 of getRoom}
 * @param pointer where it stands in the contract; may lead through references
 * @param file where it stands
 * @param line where it stands in the file
 * @param subject whose row is missing
 * @param kind the kind of part
 */
public record RowlessPart(String name, String pointer, String file, int line, Subject subject, ContractPart.Kind kind) {
    /** A row of the whole schema says nothing of a property, of a required name, or of what holds under a condition. */
    private static final Pattern OWN = Pattern.compile(
            "^/components/schemas/[^/]+/(properties|required|allOf(?:/[0-9]+/\\$ref/allOf)?)/[^/]+|.*/additionalProperties$");

    /** Returns the parts of a contract without a row, in the order of its operations. */
    public static List<RowlessPart> of(Specification specification) {
        Contract contract = specification.contract();
        return PartCollector.of(contract).stream()
                .flatMap(part -> part.side().subjects().stream()
                        .sorted()
                        .filter(subject -> !hasRow(part, subject, specification))
                        .map(subject -> new RowlessPart(
                                part.name(),
                                part.pointer(),
                                contract.source().file(),
                                contract.lineOf(part.pointer()),
                                subject,
                                part.kind())))
                .toList();
    }

    private static boolean hasRow(ContractPart part, Subject subject, Specification specification) {
        if (part.kind() == ContractPart.Kind.PROPERTY && isSpokenOf(part.pointer(), subject, specification)) {
            return true;
        }
        Optional<Requirement> row = specification.register().rowFor(subject, part.pointer());
        boolean strict = part.side() == ContractPart.Side.REQUEST || part.kind() == ContractPart.Kind.PROPERTY;
        return strict
                ? row.flatMap(Requirement::schema)
                        .filter(own -> own.startsWith(own(part.pointer())))
                        .isPresent()
                : row.isPresent();
    }

    /** Returns whether a row speaks of a property, or of what lies below it, by whichever references. */
    private static boolean isSpokenOf(String pointer, Subject subject, Specification specification) {
        Contract contract = specification.contract();
        String property = contract.resolved(pointer);
        return specification.register().of(subject).stream()
                .flatMap(row -> row.schema().stream())
                .anyMatch(own -> isAt(pointer, own) || isAt(property, contract.resolved(own)));
    }

    private static boolean isAt(String property, String own) {
        return own.equals(property) || own.startsWith(property + "/");
    }

    private static String own(String pointer) {
        Matcher own = OWN.matcher(pointer);
        return own.find() ? own.group() : "";
    }

    /** Returns whether the contracts of the kit must have a row here: for each constraint, and for each status. */
    public boolean isBinding() {
        return kind == ContractPart.Kind.CONSTRAINT || kind == ContractPart.Kind.STATUS;
    }

    /** Returns the words for people, without file and line. */
    public String sentence() {
        return name + ": no row of a " + (subject == Subject.CLIENT ? "client" : "server") + " has a 'schema' at "
                + pointer;
    }

    /** Returns the properties, listed values and statuses without a row, in the order of the document. */
    public static List<RowlessPart> shown(Specification specification) {
        return shown(of(specification));
    }

    /** Returns those of the parts that are properties, listed values and statuses. */
    static List<RowlessPart> shown(List<RowlessPart> parts) {
        return parts.stream()
                .filter(part -> part.kind() != ContractPart.Kind.CONSTRAINT)
                .sorted(Comparator.comparing(RowlessPart::line))
                .toList();
    }
}
