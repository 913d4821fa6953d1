package dev.tick.doccheck.drift;

import dev.tick.doccheck.page.DocumentationPage;
import dev.tick.doccheck.page.Example;
import dev.tick.doccheck.page.RequestLine;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.register.Subject;
import dev.tick.spec.validation.Validator;
import java.util.Optional;

/** Compares the example requests. */
final class RequestExamples implements PageComparer {
    private static final String PLACE = "example request";

    private final Validator validator;

    RequestExamples(Validator validator) {
        this.validator = validator;
    }

    @Override
    public void compare(DocumentationPage page, DocumentedOperation documented, DriftCollector drifts) {
        Operation operation = documented.operation();
        if (page.examples().facts().stream().noneMatch(Example.Request.class::isInstance)) {
            drifts.notCompared(page.examples(), operation.method() + " " + operation.path(), documented.own());
        }
        for (Example example : page.examples().facts()) {
            if (example instanceof Example.Request request) {
                request.request().ifPresent(line -> line(line, documented, drifts));
                if (!request.headers().isEmpty()) {
                    ExpectedHeader.of(documented).forEach(header -> header(request, header, drifts));
                }
                body(request, documented, drifts);
            }
        }
    }

    private static void line(RequestLine line, DocumentedOperation documented, DriftCollector drifts) {
        Operation operation = documented.operation();
        Optional<Operation> found =
                new OperationFinder(documented.specification().contract()).of(line);
        if (found.equals(Optional.of(operation))) {
            RequestComparer.method(line, PLACE + ", method", documented, drifts);
        } else {
            drifts.changed(
                    line.line(),
                    PLACE + ", line",
                    line.text(),
                    operation.method() + " " + operation.path(),
                    Subject.CLIENT,
                    documented.own());
        }
        RequestComparer.host(line, PLACE + ", host", documented, drifts);
    }

    /** Compares headers. An example without any header leaves them to the reader; one with some has forgotten the others. */
    private static void header(Example.Request request, ExpectedHeader asked, DriftCollector drifts) {
        String place = PLACE + ", header " + asked.name();
        Optional<String> value = Optional.ofNullable(request.headers().get(asked.name()));
        if (value.isEmpty()) {
            if (asked.isDocumented()) {
                drifts.removed(request.line(), place, Subject.CLIENT, asked.place());
            }
        } else if (asked.values().stream().noneMatch(expected -> MediaTypes.begins(value.get(), expected))) {
            drifts.changed(
                    request.line(),
                    place,
                    value.get(),
                    String.join(", ", asked.values()),
                    Subject.CLIENT,
                    asked.place());
        }
    }

    private void body(Example.Request request, DocumentedOperation documented, DriftCollector drifts) {
        Optional<String> schema = documented.operation().requestSchema();
        if (schema.isEmpty() || request.body().isEmpty()) {
            if (schema.isPresent() == request.body().isEmpty()) {
                drifts.notCompared(
                        request.line(),
                        PLACE + ", body",
                        request.body().isEmpty() ? "none" : "one",
                        schema.isPresent() ? "one" : "none",
                        Subject.CLIENT,
                        documented.own());
            }
            return;
        }
        new ExampleBodyCheck(validator, PLACE, Subject.CLIENT, documented, drifts).check(request, schema.get());
    }
}
