package dev.tick.conformance.client;

import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.conformance.target.Capabilities;
import dev.tick.spec.client.WorkVerb;
import dev.tick.spec.contract.Effect;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The options of a judgement as texts: of the command line, or of Maven's properties. */
public final class JudgeSettings {
    private static final int LONGEST = 3600;
    private static final int MOST = 32;
    private static final String LONG_LIVED = "long.lived";

    private final Map<String, String> given;
    private final String prefix;

    /**
     * Reads settings.
     *
     * @param given texts by their keys: {@code deadline}, {@code parallel}, {@code scenarios}, {@code capabilities} and
     *     {@code long.lived} behind the prefix
     * @param prefix empty text for none
     */
    public JudgeSettings(Map<String, String> given, String prefix) {
        this.given = Map.copyOf(given);
        this.prefix = prefix;
    }

    /**
     * Returns the options, the standard ones where nothing is set.
     *
     * @throws InvalidSettingException for a number or a list that cannot be used
     */
    public JudgeOptions options() {
        JudgeOptions standard = JudgeOptions.standard();
        return new JudgeOptions(
                Duration.ofSeconds(number("deadline", LONGEST)
                        .orElse((int) standard.deadline().toSeconds())),
                // A client that works line by line would let those behind wait at the cost of their deadlines.
                number("parallel", MOST).orElse(isLongLived() ? 1 : standard.parallel()),
                text("scenarios").map(this::chosen),
                text("capabilities").map(this::effects).orElse(standard.capabilities()));
    }

    /**
     * Returns the client of a command line.
     *
     * @param path the value of the variable {@code PATH}; empty text where nobody knows it
     * @throws InvalidSettingException when there is no such program, or a setting cannot be used
     */
    public ClientProgram program(ClientCommand command, String path) {
        command.requireProgram(path);
        return isLongLived() ? new LongLivedProgram(command) : new CommandProgram(command);
    }

    private boolean isLongLived() {
        return text(LONG_LIVED)
                .map(word -> switch (word) {
                    case "true" -> true;
                    case "false" -> false;
                    default ->
                        throw new InvalidSettingException(
                                prefix + LONG_LIVED + ": '" + word + "' is unknown; use true or false");
                })
                .orElse(false);
    }

    private Optional<String> text(String key) {
        return Optional.ofNullable(given.get(prefix + key));
    }

    private Set<Effect> effects(String words) {
        String key = prefix + "capabilities";
        Set<Effect> effects = Capabilities.named(key, words);
        if (effects.isEmpty()) {
            throw new InvalidSettingException(
                    key + ": expected what the client can do, such as submit,list; leave it out for all");
        }
        Stream.of(WorkVerb.values())
                .filter(verb ->
                        verb.needsSubmitted() && effects.contains(verb.effect()) && !effects.contains(Effect.CREATE))
                .findFirst()
                .ifPresent(verb -> {
                    throw new InvalidSettingException(key + ": '" + Capabilities.word(verb.effect())
                            + "' is asked for with what was submitted before; add submit");
                });
        return effects;
    }

    private Optional<Integer> number(String key, int most) {
        return text(key).map(text -> number(prefix + key, text, 1, most));
    }

    /**
     * Returns a whole number.
     *
     * @param key the setting, for the message
     * @throws InvalidSettingException when the text is none from the least to the most
     */
    public static int number(String key, String text, int least, int most) {
        if (!text.matches("\\d{1,6}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new InvalidSettingException(
                    key + ": expected a whole number from " + least + " to " + most + ", got '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    private List<String> chosen(String names) {
        List<String> chosen = List.of(names.trim().split("\\s*,\\s*", -1));
        String key = prefix + "scenarios: ";
        if (chosen.contains("")) {
            throw new InvalidSettingException(key + "expected names between commas, got '" + names + "'");
        }
        chosen.stream()
                .filter(name -> Collections.frequency(chosen, name) > 1)
                .findFirst()
                .ifPresent(name -> {
                    throw new InvalidSettingException(key + "'" + name + "' is named twice; name it once");
                });
        return chosen;
    }
}
