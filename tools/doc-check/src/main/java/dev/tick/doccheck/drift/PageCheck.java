package dev.tick.doccheck.drift;

import dev.tick.doccheck.drift.PageResult.Compared;
import dev.tick.doccheck.known.KnownPage;
import dev.tick.doccheck.known.KnownPages;
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
    private final KnownPages pages;
    private final List<PageComparer> comparers;
    private final EntityComparer entities;
    private final TextComparer texts;

    /**
     * Prepares the check against a contract.
     *
     * @param pages that it was written from
     * @param clock tells which instants in examples have passed
     */
    public PageCheck(Specification specification, KnownPages pages, Clock clock) {
        this.pages = pages;
        this.specification = specification;
        finder = new OperationFinder(specification.contract());
        Validator validator = new Validator(specification.contract(), specification.register(), clock);
        entities = new EntityComparer(specification, validator);
        texts = new TextComparer(pages);
        comparers = List.of(
                new PermissionComparer(),
                new RequestComparer(),
                new HeaderComparer(),
                new BodyComparer(),
                new StatusComparer(),
                new RequestExamples(validator),
                new ResponseExamples(validator));
    }

    /**
     * Compares a page with the operation of the page that it is an edition of. A page that is none of them is compared with every
     * operation that its request lines name; if there is none, with those that its examples name.
     */
    public PageResult check(DocumentationPage page) {
        Optional<KnownPage> known = pages.of(page);
        List<RequestLine> printed = page.request().facts();
        List<RequestLine> shown = page.examples().facts().stream()
                .flatMap(example ->
                        example instanceof Example.Request request ? request.request().stream() : Stream.empty())
                .toList();
        List<Operation> operations = known.map(this::operations)
                .orElseGet(() -> Stream.of(printed, shown)
                        .map(this::operations)
                        .filter(found -> !found.isEmpty())
                        .findFirst()
                        .orElse(List.of()));
        if (known.isPresent() || !operations.isEmpty()) {
            return compared(page, known, operations);
        }
        return Stream.concat(printed.stream(), shown.stream())
                .filter(line -> !finder.onPath(line).isEmpty())
                .findFirst()
                .<PageResult>map(line -> new PageResult.Compared(
                        page, Optional.empty(), List.of(), List.of(otherMethod(page, line)), List.of()))
                .orElseGet(() -> new PageResult.Skipped(page, reason(printed, shown)));
    }

    /** Returns a drift for each operation whose page is known and of which none of these results is. */
    public List<Drift> missing(String folder, List<PageResult> results) {
        List<Operation> found = results.stream()
                .flatMap(
                        result -> result instanceof Compared compared ? compared.operations().stream() : Stream.empty())
                .toList();
        return pages.pages().stream()
                .filter(known -> operations(known).stream().anyMatch(operation -> !found.contains(operation)))
                .map(known -> new Drift(
                        folder,
                        0,
                        "operation " + known.operation().orElse(""),
                        "no page",
                        "documented by " + known.page(),
                        new ContractLocation(pages.file(), known.entry(), "", Optional.empty()),
                        DriftKind.MISSING))
                .toList();
    }

    private List<Operation> operations(KnownPage known) {
        return known.operation().map(specification.contract()::operation).stream()
                .toList();
    }

    private List<Operation> operations(List<RequestLine> lines) {
        return lines.stream()
                .map(finder::of)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private PageResult compared(DocumentationPage page, Optional<KnownPage> known, List<Operation> operations) {
        List<Drift> drifts = new ArrayList<>();
        List<KnownDrift> defects = new ArrayList<>();
        for (Operation operation : operations) {
            DocumentedOperation documented = new DocumentedOperation(specification, operation, Optional.empty());
            DriftCollector found = new DriftCollector(page.file(), documented);
            comparers.forEach(comparer -> comparer.compare(page, documented, found));
            sort(page, found.all(), Misprints.of(specification.register(), operation), drifts, defects);
        }
        if (operations.isEmpty() && known.isPresent()) {
            sort(
                    page,
                    entities.compare(page, known.get().page()),
                    Misprints.of(specification.register(), known.get().source()),
                    drifts,
                    defects);
        }
        known.ifPresentOrElse(
                own -> {
                    drifts.addAll(new StatedFacts(pages, page, own, drifts).compare());
                    drifts.addAll(texts.compare(page, own, drifts));
                },
                () -> operations.stream()
                        .map(operation -> pages.of(operation.id()))
                        .flatMap(Optional::stream)
                        .forEach(own -> drifts.add(texts.unknown(page, own))));
        return new PageResult.Compared(page, known.map(KnownPage::source), operations, drifts, defects);
    }

    private static void sort(
            DocumentationPage page,
            List<Drift> found,
            Misprints misprints,
            List<Drift> drifts,
            List<KnownDrift> defects) {
        drifts.addAll(misprints.unknown(found));
        defects.addAll(misprints.known(found));
        drifts.addAll(misprints.corrected(page.file(), found));
    }

    private Drift otherMethod(DocumentationPage page, RequestLine line) {
        List<Operation> onPath = finder.onPath(line);
        DocumentedOperation documented = new DocumentedOperation(specification, onPath.get(0), Optional.empty());
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
