package dev.tick.spec.drift;

import dev.tick.spec.page.DocumentationPage;
import dev.tick.spec.page.Header;
import dev.tick.spec.page.Need;
import dev.tick.spec.register.Subject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The headers of the request: the token's, the content type, and parameters that are headers. */
final class HeaderAspect implements Aspect {
    @Override
    public void compare(DocumentationPage page, ContractSide side, Drifts drifts) {
        List<AskedHeader> asked = AskedHeader.of(side);
        List<Header> listed = page.headers().facts();
        if (listed.isEmpty()) {
            if (!asked.isEmpty()) {
                drifts.unread(
                        page.headers(),
                        String.join(", ", asked.stream().map(AskedHeader::name).toList()),
                        side.own());
            }
            return;
        }
        for (Header header : listed) {
            Optional<AskedHeader> own = asked.stream()
                    .filter(other -> other.name().equalsIgnoreCase(header.name()))
                    .findFirst();
            if (own.isPresent()) {
                same(header, own.get(), drifts);
            } else {
                drifts.added(header.line(), place(header.name()), Subject.CLIENT, side.own());
            }
        }
        for (AskedHeader own : asked) {
            if (own.isDocumented()
                    && listed.stream().noneMatch(header -> header.name().equalsIgnoreCase(own.name()))) {
                drifts.gone(page.headers().line(), place(own.name()), Subject.CLIENT, own.place());
            }
        }
    }

    private static void same(Header header, AskedHeader own, Drifts drifts) {
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

    static String answer(Need need) {
        return switch (need) {
            case REQUIRED -> "yes";
            case OPTIONAL -> "no";
        };
    }

    private static String place(String name) {
        return "header " + name;
    }
}
