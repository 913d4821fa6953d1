package dev.tick.doccheck.drift;

import dev.tick.doccheck.page.DocumentationPage;
import dev.tick.doccheck.page.Status;
import dev.tick.spec.contract.DocumentedResponse;
import dev.tick.spec.register.Subject;
import java.util.List;

/** Compares the statuses that the text about the response mentions. */
final class StatusComparer implements PageComparer {
    @Override
    public void compare(DocumentationPage page, DocumentedOperation documented, DriftCollector drifts) {
        SchemaLocation responses = documented.own().below("responses");
        List<Integer> listed =
                page.response().facts().stream().map(Status::code).toList();
        if (listed.isEmpty()) {
            drifts.notCompared(
                    page.response(),
                    String.valueOf(documented.operation().success().status()),
                    responses);
            return;
        }
        for (Status status : page.response().facts()) {
            if (documented.operation().response(status.code()).isEmpty()) {
                drifts.added(status.line(), "status " + status.code(), Subject.SERVER, responses);
            }
        }
        for (DocumentedResponse answer : documented.operation().responses()) {
            int code = answer.status();
            if (!listed.contains(code) && documented.isDocumented(code)) {
                drifts.removed(
                        page.response().line(),
                        "status " + code,
                        Subject.SERVER,
                        responses.below(String.valueOf(code)));
            }
        }
    }
}
