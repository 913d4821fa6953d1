package dev.tick.doccheck.drift;

import dev.tick.doccheck.page.DocumentationPage;
import dev.tick.doccheck.page.RequestLine;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.register.Subject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares method, path and host. */
final class RequestComparer implements PageComparer {
    @Override
    public void compare(DocumentationPage page, DocumentedOperation documented, DriftCollector drifts) {
        Operation operation = documented.operation();
        if (page.request().facts().isEmpty()) {
            drifts.notCompared(page.request(), operation.method() + " " + operation.path(), documented.own());
            return;
        }
        OperationFinder finder = new OperationFinder(documented.specification().contract());
        for (RequestLine line : page.request().facts()) {
            Optional<Operation> found = finder.of(line);
            if (found.isEmpty()) {
                boolean path = !finder.onPath(line).contains(operation);
                drifts.changed(
                        line.line(),
                        path ? "path" : "method",
                        path ? line.path() : line.method(),
                        path ? operation.path() : operation.method(),
                        Subject.SERVER,
                        documented.own());
            } else if (found.get().equals(operation)) {
                method(line, "method", documented, drifts);
                parameters(line, documented, drifts);
            }
            host(line, "host", documented, drifts);
        }
    }

    /** Compares the names of the path's parameters, which tell what stands there. */
    private static void parameters(RequestLine line, DocumentedOperation documented, DriftCollector drifts) {
        List<String> own = parameters(documented.operation().path());
        List<String> printed = parameters(line.path());
        for (int i = 0; i < Math.min(own.size(), printed.size()); i++) {
            if (!own.get(i).equals(printed.get(i))) {
                drifts.changed(
                        line.line(),
                        "path segment " + printed.get(i),
                        printed.get(i),
                        own.get(i),
                        Subject.SERVER,
                        documented.own());
            }
        }
    }

    private static List<String> parameters(String path) {
        return Stream.of(path.split("/", -1))
                .filter(segment -> segment.startsWith("{"))
                .toList();
    }

    /** Compares methods, case included: a method in lower case is another method. */
    static void method(RequestLine line, String place, DocumentedOperation documented, DriftCollector drifts) {
        String expected = documented.operation().method();
        if (!line.method().equals(expected)) {
            drifts.changed(line.line(), place, line.method(), expected, Subject.SERVER, documented.own());
        }
    }

    static void host(RequestLine line, String place, DocumentedOperation documented, DriftCollector drifts) {
        SchemaLocation servers = SchemaLocation.of("/servers");
        List<String> origins = documented
                .at(servers)
                .valueStream()
                .map(server -> server.path("url").asString(""))
                .toList();
        line.origin()
                .filter(origin -> origins.stream().noneMatch(origin::equalsIgnoreCase))
                .ifPresent(origin ->
                        drifts.changed(line.line(), place, origin, String.join(" ", origins), Subject.SERVER, servers));
    }
}
