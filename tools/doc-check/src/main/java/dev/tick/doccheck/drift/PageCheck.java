package dev.tick.doccheck.drift;

import dev.tick.doccheck.page.DocumentationPage;
import dev.tick.doccheck.page.Example;
import dev.tick.doccheck.page.RequestLine;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.register.Specification;
import dev.tick.spec.register.Subject;
import dev.tick.spec.validation.Validator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The check of pages against one contract. */
public final class PageCheck {
    private final Specification specification;
    private final OperationFinder finder;
    private final List<PageComparer> comparers;

    /**
     * Prepares the check against a contract.
     *
     * @param clock tells which instants in examples have passed
     */
    public PageCheck(Specification specification, Clock clock) {
        this.specification = specification;
        finder = new OperationFinder(specification.contract());
        Validator validator = new Validator(specification.contract(), specification.register(), clock);
        comparers = List.of(
                new PermissionComparer(),
                new RequestComparer(),
                new HeaderComparer(),
                new BodyComparer(),
                new StatusComparer(),
                new RequestExamples(validator),
                new ResponseExamples(validator));
    }

    /** Compares a page with every operation that its request lines name; if there is none, with those that its examples name. */
    public PageResult check(DocumentationPage page) {
        List<RequestLine> printed = page.request().facts();
        List<RequestLine> shown = page.examples().facts().stream()
                .flatMap(example ->
                        example instanceof Example.Request request ? request.request().stream() : Stream.empty())
                .toList();
        List<Operation> operations = Stream.of(printed, shown)
                .map(this::operations)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
        if (!operations.isEmpty()) {
            return compared(page, operations);
        }
        return Stream.concat(printed.stream(), shown.stream())
                .filter(line -> !finder.onPath(line).isEmpty())
                .findFirst()
                .<PageResult>map(
                        line -> new PageResult.Compared(page, List.of(), List.of(otherMethod(page, line)), List.of()))
                .orElseGet(() -> new PageResult.Skipped(page, reason(printed, shown)));
    }

    private List<Operation> operations(List<RequestLine> lines) {
        return lines.stream()
                .map(finder::of)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private PageResult compared(DocumentationPage page, List<Operation> operations) {
        List<Drift> drifts = new ArrayList<>();
        List<KnownDrift> known = new ArrayList<>();
        for (Operation operation : operations) {
            DocumentedOperation documented = new DocumentedOperation(specification, operation);
            DriftCollector found = new DriftCollector(page.file(), documented);
            comparers.forEach(comparer -> comparer.compare(page, documented, found));
            Misprints misprints = new Misprints(specification.register(), operation);
            drifts.addAll(misprints.unknown(found.all()));
            known.addAll(misprints.known(found.all()));
            drifts.addAll(misprints.corrected(page.file(), found.all()));
        }
        return new PageResult.Compared(page, operations, drifts, known);
    }

    private Drift otherMethod(DocumentationPage page, RequestLine line) {
        List<Operation> onPath = finder.onPath(line);
        DocumentedOperation documented = new DocumentedOperation(specification, onPath.get(0));
        String methods = onPath.stream().map(Operation::method).distinct().collect(Collectors.joining(", "));
        return new Drift(
                page.file(),
                line.line(),
                "method",
                line.method(),
                methods,
                documented.location(Subject.SERVER, documented.own()),
                DriftKind.CHANGED);
    }

    private static String reason(List<RequestLine> printed, List<RequestLine> shown) {
        return Stream.concat(printed.stream(), shown.stream())
                .findFirst()
                .map(line -> "line " + line.line() + " has " + line.text())
                .orElse("it has no request line");
    }
}
