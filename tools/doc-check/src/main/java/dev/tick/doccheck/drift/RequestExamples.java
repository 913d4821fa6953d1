package dev.tick.doccheck.drift;

import dev.tick.doccheck.page.DocumentationPage;
import dev.tick.doccheck.page.Example;
import dev.tick.doccheck.page.RequestLine;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.register.Subject;
import dev.tick.spec.validation.Validator;
import java.util.Optional;

/** The requests that the page shows. */
final class RequestExamples implements PageComparer {
    private static final String PLACE = "example request";

    private final Validator validator;

    RequestExamples(Validator validator) {
        this.validator = validator;
    }

    @Override
    public void compare(DocumentationPage page, DocumentedOperation side, DriftCollector drifts) {
        Operation operation = side.operation();
        if (page.examples().facts().stream().noneMatch(Example.Request.class::isInstance)) {
            drifts.unread(page.examples(), operation.method() + " " + operation.path(), side.own());
        }
        for (Example example : page.examples().facts()) {
            if (example instanceof Example.Request request) {
                request.request().ifPresent(line -> line(line, side, drifts));
                if (!request.headers().isEmpty()) {
                    ExpectedHeader.of(side).forEach(header -> header(request, header, drifts));
                }
                body(request, side, drifts);
            }
        }
    }

    private static void line(RequestLine line, DocumentedOperation side, DriftCollector drifts) {
        Operation operation = side.operation();
        Optional<Operation> found = new OperationFinder(side.edition().contract()).of(line);
        if (found.equals(Optional.of(operation))) {
            RequestComparer.method(line, PLACE + ", method", side, drifts);
        } else {
            drifts.changed(
                    line.line(),
                    PLACE + ", line",
                    line.text(),
                    operation.method() + " " + operation.path(),
                    Subject.CLIENT,
                    side.own());
        }
        RequestComparer.host(line, PLACE + ", host", side, drifts);
    }

    /** An example that shows no header at all leaves them to the reader; one that shows some forgot the others. */
    private static void header(Example.Request request, ExpectedHeader asked, DriftCollector drifts) {
        String place = PLACE + ", header " + asked.name();
        Optional<String> value = Optional.ofNullable(request.headers().get(asked.name()));
        if (value.isEmpty()) {
            if (asked.isDocumented()) {
                drifts.gone(request.line(), place, Subject.CLIENT, asked.place());
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

    private void body(Example.Request request, DocumentedOperation side, DriftCollector drifts) {
        Optional<String> schema = side.operation().requestSchema();
        if (schema.isEmpty() || request.body().isEmpty()) {
            if (schema.isPresent() == request.body().isEmpty()) {
                drifts.unread(
                        request.line(),
                        PLACE + ", body",
                        request.body().isEmpty() ? "none" : "one",
                        schema.isPresent() ? "one" : "none",
                        Subject.CLIENT,
                        side.own());
            }
            return;
        }
        new ExampleBodyCheck(validator, PLACE, Subject.CLIENT, side, drifts).judge(request, schema.get());
    }
}
