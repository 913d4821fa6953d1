package dev.tick.spec.editions;

import dev.tick.spec.contract.Effect;
import dev.tick.spec.register.Edition;
import dev.tick.spec.register.Level;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Subject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two contracts side by side, in Markdown. */
final class Comparison {
    private static final String NOTHING = "-";

    private final Facts before;
    private final Facts now;

    Comparison(Edition before, Edition now) {
        this.before = new Facts(before);
        this.now = new Facts(now);
    }

    /** Every table, each line of them. */
    Stream<String> lines() {
        return Stream.of(
                        operations("Operations", Facts::operation),
                        operations("Permissions: one of", Facts::permissions),
                        operations("Limits in the contract", Facts::limits),
                        submission(),
                        values(),
                        entity(),
                        rest(),
                        register())
                .flatMap(Table::lines);
    }

    private Table table(String title, String first) {
        return new Table(title, List.of(first, "`" + before.name() + "`", "`" + now.name() + "`"));
    }

    private interface OfOperation {
        String of(Facts facts, Effect effect);
    }

    private Table operations(String title, OfOperation fact) {
        Table table = table(title, "to");
        for (Effect effect : Effect.values()) {
            List<String> cells = List.of(word(effect), fact.of(before, effect), fact.of(now, effect));
            if (!cells.get(1).equals(NOTHING) || !cells.get(2).equals(NOTHING)) {
                table.row(cells);
            }
        }
        return table;
    }

    private Table submission() {
        Table table = new Table("What is submitted", List.of("`" + before.name() + "`", "`" + now.name() + "`"));
        for (String name : before.submitted()) {
            Optional<String> then = now.counterpart(before, name, now.submitted());
            table.row(List.of(before.property(name), then.map(now::property).orElse(NOTHING)));
        }
        added(Facts::submitted).forEach(name -> table.row(List.of(NOTHING, now.property(name))));
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
                        joined(today.stream().filter(old::contains)),
                        joined(old.stream().filter(value -> !today.contains(value))),
                        joined(today.stream().filter(value -> !old.contains(value)))));
            }
        }
        return table;
    }

    private Table entity() {
        Table table = new Table("What an entity holds", List.of("in both", "gone", "new"));
        table.row(List.of(
                joined(now.held().stream()
                        .filter(name ->
                                before.counterpart(now, name, before.held()).isPresent())),
                joined(before.held().stream()
                        .filter(name ->
                                now.counterpart(before, name, now.held()).isEmpty())),
                joined(added(Facts::held).stream())));
        return table;
    }

    private Table rest() {
        Table table = table("The rest", "what");
        table.row(List.of("stands for an entity in paths", before.address(), now.address()));
        table.row(List.of("another value at a second submit", before.again(), now.again()));
        table.row(List.of(
                "codes of refusals that the other does not have",
                joined(before.codes().stream().filter(code -> !now.codes().contains(code))),
                joined(now.codes().stream().filter(code -> !before.codes().contains(code)))));
        table.row(List.of("hosts", joined(before.hosts().stream()), joined(now.hosts().stream())));
        return table;
    }

    private Table register() {
        Table table = table("The registers", "rows");
        for (Subject subject : Subject.values()) {
            for (Level level : Level.values()) {
                table.row(List.of(
                        word(subject) + ", " + word(level), count(before, subject, level), count(now, subject, level)));
            }
        }
        table.row(List.of(
                "kinds of checks that the other does not have",
                joined(before.kinds().stream().filter(kind -> !now.kinds().contains(kind))),
                joined(now.kinds().stream().filter(kind -> !before.kinds().contains(kind)))));
        return table;
    }

    private static String count(Facts facts, Subject subject, Level level) {
        return String.valueOf(facts.edition().register().of(subject).stream()
                .filter((Requirement row) -> row.level() == level)
                .count());
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String joined(Stream<String> names) {
        String text = names.map(name -> "`" + name + "`").collect(Collectors.joining(" "));
        return text.isEmpty() ? NOTHING : text;
    }
}
