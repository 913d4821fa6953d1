package dev.tick.doccheck.drift;

import dev.tick.doccheck.page.DocumentationPage;
import dev.tick.doccheck.page.Example;
import dev.tick.spec.contract.DocumentedResponse;
import dev.tick.spec.register.Subject;
import dev.tick.spec.validation.Validator;
import java.util.List;
import java.util.Optional;

/** Compares the example responses. Many pages have none. */
final class ResponseExamples implements PageComparer {
    private static final String PLACE = "example answer";

    private final Validator validator;

    ResponseExamples(Validator validator) {
        this.validator = validator;
    }

    @Override
    public void compare(DocumentationPage page, DocumentedOperation documented, DriftCollector drifts) {
        for (Example example : page.examples().facts()) {
            if (example instanceof Example.Response answer) {
                status(page, answer, documented, drifts);
                DocumentedResponse expected = answer.status()
                        .flatMap(documented.operation()::response)
                        .orElseGet(documented.operation()::success);
                contentType(answer, expected, documented, drifts);
                body(answer, expected, documented, drifts);
            }
        }
    }

    /** Checks that the contract has the status, and that a row or the page's own text documents it. */
    private static void status(
            DocumentationPage page, Example.Response answer, DocumentedOperation documented, DriftCollector drifts) {
        answer.status()
                .filter(code -> documented.operation().response(code).isEmpty()
                        || (!documented.isDocumented(code)
                                && page.response().facts().stream().noneMatch(status -> status.code() == code)))
                .ifPresent(code -> drifts.changed(
                        answer.line(),
                        PLACE + ", status",
                        String.valueOf(code),
                        String.valueOf(documented.operation().success().status()),
                        Subject.SERVER,
                        documented
                                .own()
                                .below(
                                        "responses",
                                        String.valueOf(
                                                documented.operation().success().status()))));
    }

    private static void contentType(
            Example.Response answer,
            DocumentedResponse expected,
            DocumentedOperation documented,
            DriftCollector drifts) {
        SchemaLocation content = SchemaLocation.of(expected.pointer()).below("content");
        List<String> types = List.copyOf(documented.at(content).propertyNames());
        Optional.ofNullable(answer.headers().get("Content-Type"))
                .filter(got -> types.stream().noneMatch(type -> MediaTypes.begins(got, type)))
                .ifPresent(got -> drifts.changed(
                        answer.line(),
                        PLACE + ", header Content-Type",
                        got,
                        types.isEmpty() ? "none" : String.join(", ", types),
                        Subject.SERVER,
                        content));
    }

    private void body(
            Example.Response answer,
            DocumentedResponse expected,
            DocumentedOperation documented,
            DriftCollector drifts) {
        Optional<String> schema = expected.schema();
        if (schema.isEmpty() || answer.body().isEmpty()) {
            if (schema.isPresent() == answer.body().isEmpty()) {
                drifts.notCompared(
                        answer.line(),
                        PLACE + ", body",
                        answer.body().isEmpty() ? "none" : "one",
                        schema.isPresent() ? "one" : "none",
                        Subject.SERVER,
                        SchemaLocation.of(expected.pointer()));
            }
            return;
        }
        new ExampleBodyCheck(validator, PLACE, Subject.SERVER, documented, drifts)
                .check(answer, schema.get())
                .ifPresent(json -> new ExampleEntity(PLACE, JsonLines.of(answer.body()), documented, drifts)
                        .compare(json, SchemaLocation.of(schema.get())));
    }
}
