package dev.tick.doccheck.drift;

import dev.tick.doccheck.page.DocumentationPage;
import dev.tick.doccheck.page.Example;
import dev.tick.spec.contract.Answer;
import dev.tick.spec.register.Subject;
import dev.tick.spec.validation.Validator;
import java.util.List;
import java.util.Optional;

/** The answers that the page shows. Many pages show none. */
final class ResponseExamples implements PageComparer {
    private static final String PLACE = "example answer";

    private final Validator validator;

    ResponseExamples(Validator validator) {
        this.validator = validator;
    }

    @Override
    public void compare(DocumentationPage page, DocumentedOperation side, DriftCollector drifts) {
        for (Example example : page.examples().facts()) {
            if (example instanceof Example.Answer answer) {
                status(page, answer, side, drifts);
                Answer expected =
                        answer.status().flatMap(side.operation()::answer).orElseGet(side.operation()::success);
                contentType(answer, expected, side, drifts);
                body(answer, expected, side, drifts);
            }
        }
    }

    /** The status must be one that the contract knows, and that it or the page's own text says to be documented. */
    private static void status(
            DocumentationPage page, Example.Answer answer, DocumentedOperation side, DriftCollector drifts) {
        answer.status()
                .filter(code -> side.operation().answer(code).isEmpty()
                        || (!side.isDocumented(code)
                                && page.response().facts().stream().noneMatch(status -> status.code() == code)))
                .ifPresent(code -> drifts.changed(
                        answer.line(),
                        PLACE + ", status",
                        String.valueOf(code),
                        String.valueOf(side.operation().success().status()),
                        Subject.SERVER,
                        side.own()
                                .below(
                                        "responses",
                                        String.valueOf(
                                                side.operation().success().status()))));
    }

    private static void contentType(
            Example.Answer answer, Answer expected, DocumentedOperation side, DriftCollector drifts) {
        SchemaLocation content = SchemaLocation.of(expected.pointer()).below("content");
        List<String> types = List.copyOf(side.at(content).propertyNames());
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

    private void body(Example.Answer answer, Answer expected, DocumentedOperation side, DriftCollector drifts) {
        Optional<String> schema = expected.schema();
        if (schema.isEmpty() || answer.body().isEmpty()) {
            if (schema.isPresent() == answer.body().isEmpty()) {
                drifts.unread(
                        answer.line(),
                        PLACE + ", body",
                        answer.body().isEmpty() ? "none" : "one",
                        schema.isPresent() ? "one" : "none",
                        Subject.SERVER,
                        SchemaLocation.of(expected.pointer()));
            }
            return;
        }
        new ExampleBodyCheck(validator, PLACE, Subject.SERVER, side, drifts)
                .judge(answer, schema.get())
                .ifPresent(json -> new ExampleEntity(PLACE, JsonLines.of(answer.body()), side, drifts)
                        .compare(json, SchemaLocation.of(schema.get())));
    }
}
