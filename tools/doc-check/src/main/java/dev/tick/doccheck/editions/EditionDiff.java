package dev.tick.doccheck.editions;

import dev.tick.spec.contract.Effect;
import dev.tick.spec.register.Specification;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The differences between two contracts, as Markdown tables. */
final class EditionDiff {
    private final EditionFacts before;
    private final EditionFacts now;

    EditionDiff(Specification before, Specification now) {
        this.before = new EditionFacts(before);
        this.now = new EditionFacts(now);
    }

    /** Returns the lines of every table. */
    Stream<String> lines() {
        Stream<MarkdownTable> interfaces = Stream.of(
                operations("Operations", EditionFacts::operation),
                operations("Permissions: one of", EditionFacts::permissions),
                operations("Limits in the contract", EditionFacts::limits),
                submission(),
                values(),
                entity(),
                codes(),
                rest());
        return Stream.concat(interfaces, new RegisterDiff(before, now).tables()).flatMap(MarkdownTable::lines);
    }

    private interface OfOperation {
        String of(EditionFacts facts, Effect effect);
    }

    private MarkdownTable operations(String title, OfOperation fact) {
        MarkdownTable table = MarkdownTable.sideBySide(title, "to", before, now);
        for (Effect effect : Effect.values()) {
            List<String> cells = List.of(MarkdownTable.word(effect), fact.of(before, effect), fact.of(now, effect));
            if (!cells.get(1).equals(MarkdownTable.NOTHING) || !cells.get(2).equals(MarkdownTable.NOTHING)) {
                table.row(cells);
            }
        }
        return table;
    }

    private MarkdownTable submission() {
        MarkdownTable table =
                new MarkdownTable("What is submitted", List.of("`" + before.name() + "`", "`" + now.name() + "`"));
        for (String name : before.submitted()) {
            Optional<String> then = now.counterpart(before, name, now.submitted());
            table.row(List.of(before.property(name), then.map(now::property).orElse(MarkdownTable.NOTHING)));
        }
        added(EditionFacts::submitted).forEach(name -> table.row(List.of(MarkdownTable.NOTHING, now.property(name))));
        return table;
    }

    private List<String> added(Function<EditionFacts, List<String>> names) {
        return names.apply(now).stream()
                .filter(name ->
                        before.counterpart(now, name, names.apply(before)).isEmpty())
                .toList();
    }

    private MarkdownTable values() {
        MarkdownTable table = new MarkdownTable("Listed values", List.of("of", "in both", "gone", "new"));
        for (String name : now.submitted()) {
            List<String> old = before.counterpart(now, name, before.submitted())
                    .map(before::values)
                    .orElse(List.of());
            List<String> today = now.values(name);
            if (!old.isEmpty() || !today.isEmpty()) {
                table.row(List.of(
                        "`" + name + "`",
                        MarkdownTable.names(today.stream().filter(old::contains)),
                        MarkdownTable.names(old.stream().filter(value -> !today.contains(value))),
                        MarkdownTable.names(today.stream().filter(value -> !old.contains(value)))));
            }
        }
        return table;
    }

    private MarkdownTable entity() {
        MarkdownTable table = new MarkdownTable("What an entity holds", List.of("in both", "gone", "new"));
        table.row(List.of(
                MarkdownTable.names(now.held().stream()
                        .filter(name ->
                                before.counterpart(now, name, before.held()).isPresent())),
                MarkdownTable.names(before.held().stream()
                        .filter(name ->
                                now.counterpart(before, name, now.held()).isEmpty())),
                MarkdownTable.names(added(EditionFacts::held).stream())));
        return table;
    }

    private MarkdownTable codes() {
        MarkdownTable table = new MarkdownTable("Codes of refusals", List.of("in both", "gone", "new"));
        Set<String> old = before.codes();
        Set<String> today = now.codes();
        table.row(List.of(
                MarkdownTable.names(today.stream().filter(old::contains)),
                MarkdownTable.names(old.stream().filter(code -> !today.contains(code))),
                MarkdownTable.names(today.stream().filter(code -> !old.contains(code)))));
        return table;
    }

    private MarkdownTable rest() {
        MarkdownTable table = MarkdownTable.sideBySide("The rest", "what", before, now);
        table.row(List.of("stands for an entity in paths", before.address(), now.address()));
        table.row(List.of("another value at a second submit", before.again(), now.again()));
        table.row(List.of(
                "hosts", MarkdownTable.names(before.hosts().stream()), MarkdownTable.names(now.hosts().stream())));
        return table;
    }
}
