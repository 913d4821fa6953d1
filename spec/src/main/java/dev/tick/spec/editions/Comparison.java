package dev.tick.spec.editions;

import dev.tick.spec.contract.Effect;
import dev.tick.spec.register.Edition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Two contracts side by side, in Markdown. */
final class Comparison {
    private final Facts before;
    private final Facts now;

    Comparison(Edition before, Edition now) {
        this.before = new Facts(before);
        this.now = new Facts(now);
    }

    /** Every table, each line of them. */
    Stream<String> lines() {
        Stream<Table> interfaces = Stream.of(
                operations("Operations", Facts::operation),
                operations("Permissions: one of", Facts::permissions),
                operations("Limits in the contract", Facts::limits),
                submission(),
                values(),
                entity(),
                codes(),
                rest());
        return Stream.concat(interfaces, new Registers(before, now).tables()).flatMap(Table::lines);
    }

    private interface OfOperation {
        String of(Facts facts, Effect effect);
    }

    private Table operations(String title, OfOperation fact) {
        Table table = Table.sideBySide(title, "to", before, now);
        for (Effect effect : Effect.values()) {
            List<String> cells = List.of(Table.word(effect), fact.of(before, effect), fact.of(now, effect));
            if (!cells.get(1).equals(Table.NOTHING) || !cells.get(2).equals(Table.NOTHING)) {
                table.row(cells);
            }
        }
        return table;
    }

    private Table submission() {
        Table table = new Table("What is submitted", List.of("`" + before.name() + "`", "`" + now.name() + "`"));
        for (String name : before.submitted()) {
            Optional<String> then = now.counterpart(before, name, now.submitted());
            table.row(List.of(before.property(name), then.map(now::property).orElse(Table.NOTHING)));
        }
        added(Facts::submitted).forEach(name -> table.row(List.of(Table.NOTHING, now.property(name))));
        return table;
    }

    private List<String> added(Function<Facts, List<String>> names) {
        return names.apply(now).stream()
                .filter(name ->
                        before.counterpart(now, name, names.apply(before)).isEmpty())
                .toList();
    }

    private Table values() {
        Table table = new Table("Listed values", List.of("of", "in both", "gone", "new"));
        for (String name : now.submitted()) {
            List<String> old = before.counterpart(now, name, before.submitted())
                    .map(before::values)
                    .orElse(List.of());
            List<String> today = now.values(name);
            if (!old.isEmpty() || !today.isEmpty()) {
                table.row(List.of(
                        "`" + name + "`",
                        Table.names(today.stream().filter(old::contains)),
                        Table.names(old.stream().filter(value -> !today.contains(value))),
                        Table.names(today.stream().filter(value -> !old.contains(value)))));
            }
        }
        return table;
    }

    private Table entity() {
        Table table = new Table("What an entity holds", List.of("in both", "gone", "new"));
        table.row(List.of(
                Table.names(now.held().stream()
                        .filter(name ->
                                before.counterpart(now, name, before.held()).isPresent())),
                Table.names(before.held().stream()
                        .filter(name ->
                                now.counterpart(before, name, now.held()).isEmpty())),
                Table.names(added(Facts::held).stream())));
        return table;
    }

    private Table codes() {
        Table table = new Table("Codes of refusals", List.of("in both", "gone", "new"));
        Set<String> old = before.codes();
        Set<String> today = now.codes();
        table.row(List.of(
                Table.names(today.stream().filter(old::contains)),
                Table.names(old.stream().filter(code -> !today.contains(code))),
                Table.names(today.stream().filter(code -> !old.contains(code)))));
        return table;
    }

    private Table rest() {
        Table table = Table.sideBySide("The rest", "what", before, now);
        table.row(List.of("stands for an entity in paths", before.address(), now.address()));
        table.row(List.of("another value at a second submit", before.again(), now.again()));
        table.row(List.of("hosts", Table.names(before.hosts().stream()), Table.names(now.hosts().stream())));
        return table;
    }
}
