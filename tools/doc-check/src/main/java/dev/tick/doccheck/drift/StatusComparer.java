package dev.tick.doccheck.drift;

import dev.tick.doccheck.page.DocumentationPage;
import dev.tick.doccheck.page.Status;
import dev.tick.spec.contract.Answer;
import dev.tick.spec.register.Subject;
import java.util.List;

/** The statuses that the text about the response speaks of. */
final class StatusComparer implements PageComparer {
    @Override
    public void compare(DocumentationPage page, DocumentedOperation side, DriftCollector drifts) {
        SchemaLocation responses = side.own().below("responses");
        List<Integer> listed =
                page.response().facts().stream().map(Status::code).toList();
        if (listed.isEmpty()) {
            drifts.unread(
                    page.response(), String.valueOf(side.operation().success().status()), responses);
            return;
        }
        for (Status status : page.response().facts()) {
            if (side.operation().answer(status.code()).isEmpty()) {
                drifts.added(status.line(), "status " + status.code(), Subject.SERVER, responses);
            }
        }
        for (Answer answer : side.operation().answers()) {
            int code = answer.status();
            if (!listed.contains(code) && side.isDocumented(code)) {
                drifts.gone(
                        page.response().line(),
                        "status " + code,
                        Subject.SERVER,
                        responses.below(String.valueOf(code)));
            }
        }
    }
}
