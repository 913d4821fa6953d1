package dev.tick.conformance.target;

import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.text.NearestWord;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The words by which users declare what a target can do. */
public final class Capabilities {
    /** In the order in which messages list them. */
    static final List<String> WORDS = List.of("submit", "list", "get", "patch", "delete", "import", "batch-delete");

    private static final Map<String, Effect> EFFECTS = Map.of(
            "submit", Effect.CREATE,
            "list", Effect.LIST,
            "get", Effect.READ,
            "patch", Effect.CHANGE,
            "delete", Effect.REMOVE,
            "import", Effect.CREATE_MANY,
            "batch-delete", Effect.REMOVE_MANY);

    private Capabilities() {}

    /**
     * Returns the effects of words between commas; submit is always one.
     *
     * @throws InvalidSettingException for a word that is none of them
     */
    public static Set<Effect> of(String text) {
        Set<Effect> capabilities = named("capabilities", text);
        capabilities.add(Effect.CREATE);
        return capabilities;
    }

    /**
     * Returns the effects of words between commas.
     *
     * @param setting its name, for messages
     * @throws InvalidSettingException for a word that is none of them
     */
    public static Set<Effect> named(String setting, String text) {
        Set<Effect> capabilities = EnumSet.noneOf(Effect.class);
        for (String word : text.split(",", -1)) {
            String capability = word.trim();
            if (!capability.isEmpty()) {
                if (!WORDS.contains(capability)) {
                    throw new InvalidSettingException(setting + ": '" + capability + "' is unknown"
                            + NearestWord.hint(capability, WORDS) + "; use some of " + String.join(",", WORDS));
                }
                capabilities.add(effect(capability));
            }
        }
        return capabilities;
    }

    private static String allOf(Contract contract) {
        return contract.operations().stream()
                .flatMap(one -> one.effect().stream())
                .distinct()
                .map(Capabilities::word)
                .sorted()
                .collect(Collectors.joining(","));
    }

    /** Returns that the capabilities of a run leave a row out, and those by which none is left out. */
    public static String notAskedFor(Contract contract) {
        return "not asked for; the setting capabilities=" + allOf(contract) + " asks for everything";
    }

    static Effect effect(String word) {
        return Objects.requireNonNull(EFFECTS.get(word), word);
    }

    /** Returns the word of an effect, such as {@code get}. */
    public static String word(Effect effect) {
        return WORDS.stream().filter(word -> effect(word) == effect).findFirst().orElseThrow();
    }
}
