package dev.tick.stub.config;

import dev.tick.spec.document.Fields;
import dev.tick.stub.StubConfig;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A setting: its key in a file, its option on the command line, and where its value goes.
 *
 * @param key such as {@code page-size}
 * @param alias the key that it had before, which goes on working; empty for none
 * @param file reads the value of a key of a file
 * @param option empty where only a file has room for the value
 */
public record Setting(String key, Optional<String> alias, FileValue file, Optional<Option> option) {
    /** Reads the value of a key of a file, and sets it; a problem is noted in the fields. */
    interface FileValue {
        void read(Fields fields, String key, StubConfig.Builder config);
    }

    /**
     * An option of the command line.
     *
     * @param name such as {@code --page-size}
     * @param alias the option that it was before, which goes on working; empty for none
     * @param occurrence whether it may be repeated
     * @param help how the help explains it
     * @param set takes the values of the option: several where it is repeated, none where it has none
     */
    public record Option(
            String name,
            Optional<String> alias,
            Occurrence occurrence,
            Help help,
            BiConsumer<StubConfig.Builder, List<String>> set) {
        /**
         * Sets what the user wrote.
         *
         * @throws IllegalArgumentException naming the option, what was expected, and what was got
         */
        public void apply(StubConfig.Builder config, List<String> values) {
            try {
                set.accept(config, values);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
            }
        }
    }

    /**
     * The help for an option.
     *
     * @param group the heading under which it stands
     * @param label its value; empty for an option without one
     * @param description one sentence
     */
    public record Help(Group group, String label, String description) {}

    /** The numbers of times that an option may occur. */
    public enum Occurrence {
        /** The last one counts. */
        ONCE,
        /** All count. */
        REPEATED
    }

    /** The headings of the help. */
    public enum Group {
        LISTENING,
        IDENTITY,
        BEHAVIOUR
    }

    /** A setting whose value is text, in a file as on the command line, that a reader makes something of or refuses. */
    static <T> Setting text(String key, Function<String, T> reader, BiConsumer<StubConfig.Builder, T> set, Help help) {
        Function<String, T> named = text -> under(key, text, reader);
        return new Setting(
                key,
                Optional.empty(),
                (fields, as, config) -> fields.read(as, named).ifPresent(value -> set.accept(config, value)),
                one("--" + key, named, set, help));
    }

    /** A setting like {@link #text} whose value no message quotes. */
    static <T> Setting secret(
            String key, Function<String, T> reader, BiConsumer<StubConfig.Builder, T> set, Help help) {
        Setting shown = text(key, reader, set, help);
        return new Setting(
                key,
                shown.alias(),
                (fields, as, config) ->
                        fields.secret(as).ifPresent(text -> shown.file().read(fields, as, config)),
                shown.option());
    }

    /** Reads a value of a key, which the caller names in front of a problem: one that names it as well names it once. */
    static <T> T under(String key, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            String problem = String.valueOf(e.getMessage());
            throw new IllegalArgumentException(
                    problem.startsWith(key + ": ") ? problem.substring(key.length() + 2) : problem, e);
        }
    }

    /** A setting whose value is a whole number of this range. */
    static Setting number(String key, int least, int most, BiConsumer<StubConfig.Builder, Integer> set, Help help) {
        return new Setting(
                key,
                Optional.empty(),
                (fields, as, config) -> fields.number(as, least, most).ifPresent(value -> set.accept(config, value)),
                one("--" + key, text -> number(text, least, most), set, help));
    }

    /** A setting that is on or off in a file, and on by an option without a value. */
    static <T> Setting flag(String key, T on, T off, BiConsumer<StubConfig.Builder, T> set, Help help) {
        return new Setting(
                key,
                Optional.empty(),
                (fields, as, config) -> fields.truth(as).ifPresent(yes -> set.accept(config, yes ? on : off)),
                Optional.of(new Option(
                        "--" + key,
                        Optional.empty(),
                        Occurrence.ONCE,
                        help,
                        (config, values) -> set.accept(config, values.contains("false") ? off : on))));
    }

    /** A setting that only a file has room for. */
    static Setting inFile(String key, FileValue file) {
        return new Setting(key, Optional.empty(), file, Optional.empty());
    }

    private static <T> Optional<Option> one(
            String name, Function<String, T> reader, BiConsumer<StubConfig.Builder, T> set, Help help) {
        return Optional.of(new Option(
                name,
                Optional.empty(),
                Occurrence.ONCE,
                help,
                (config, values) -> set.accept(config, reader.apply(values.get(values.size() - 1)))));
    }

    private static int number(String text, int least, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Reported below, like a number that is out of range.
        }
        throw new IllegalArgumentException("expected a number from " + least + " to " + most + ", got '" + text + "'");
    }
}
