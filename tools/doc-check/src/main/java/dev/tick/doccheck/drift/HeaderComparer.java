package dev.tick.doccheck.drift;

import dev.tick.doccheck.page.DocumentationPage;
import dev.tick.doccheck.page.HeaderRow;
import dev.tick.doccheck.page.Presence;
import dev.tick.spec.register.Subject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Compares the request headers: authorization, content type, and header parameters. */
final class HeaderComparer implements PageComparer {
    @Override
    public void compare(DocumentationPage page, DocumentedOperation documented, DriftCollector drifts) {
        List<ExpectedHeader> asked = ExpectedHeader.of(documented);
        List<HeaderRow> listed = page.headers().facts();
        if (listed.isEmpty()) {
            if (!asked.isEmpty()) {
                drifts.notCompared(
                        page.headers(),
                        String.join(
                                ", ", asked.stream().map(ExpectedHeader::name).toList()),
                        documented.own());
            }
            return;
        }
        for (HeaderRow header : listed) {
            Optional<ExpectedHeader> own = asked.stream()
                    .filter(other -> other.name().equalsIgnoreCase(header.name()))
                    .findFirst();
            if (own.isPresent()) {
                same(header, own.get(), drifts);
            } else {
                drifts.added(header.line(), place(header.name()), Subject.CLIENT, documented.own());
            }
        }
        for (ExpectedHeader own : asked) {
            if (own.isDocumented()
                    && listed.stream().noneMatch(header -> header.name().equalsIgnoreCase(own.name()))) {
                drifts.removed(page.headers().line(), place(own.name()), Subject.CLIENT, own.place());
            }
        }
    }

    private static void same(HeaderRow header, ExpectedHeader own, DriftCollector drifts) {
        if (header.need() != own.need()) {
            drifts.changed(
                    header.line(),
                    place(own.name()) + ", required",
                    answer(header.need()),
                    answer(own.need()),
                    Subject.CLIENT,
                    own.place());
        }
        String text = header.text().toLowerCase(Locale.ROOT);
        if (!own.values().isEmpty()
                && own.values().stream().noneMatch(value -> text.contains(value.toLowerCase(Locale.ROOT)))) {
            drifts.changed(
                    header.line(),
                    place(own.name()) + ", value",
                    header.mediaType().orElse(header.text().replaceAll("\\s+", " ")),
                    String.join(", ", own.values()),
                    Subject.CLIENT,
                    own.place());
        }
    }

    static String answer(Presence need) {
        return switch (need) {
            case REQUIRED -> "yes";
            case OPTIONAL -> "no";
        };
    }

    private static String place(String name) {
        return "header " + name;
    }
}
