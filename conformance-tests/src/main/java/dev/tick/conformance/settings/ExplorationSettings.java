package dev.tick.conformance.settings;

import dev.tick.conformance.exploration.ExplorationPlan;
import dev.tick.conformance.exploration.ExplorationSize;
import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.spec.text.NearestWord;
import java.util.List;
import java.util.Map;

/** The settings {@code explore} and {@code seed}. */
final class ExplorationSettings {
    static final String EXPLORE = "explore";
    static final String SEED = "seed";

    private static final String STANDARD = "standard";

    /** An hour of the family's quota of 1,500 requests, many times over; a longer run is better cut into several seeds. */
    private static final int MOST_REQUESTS = 100_000;

    /** So many digits every program reads exactly, also one that takes all numbers of JSON as doubles. */
    private static final String NUMBER = "-?[0-9]{1,15}";

    private ExplorationSettings() {}

    /**
     * Reads the settings.
     *
     * @throws InvalidSettingException for a value that cannot be used
     */
    static ExplorationPlan of(Map<String, String> properties) {
        return new ExplorationPlan(
                size(properties.getOrDefault(EXPLORE, STANDARD)),
                seed(properties.getOrDefault(SEED, String.valueOf(ExplorationPlan.DEFAULT_SEED))));
    }

    private static ExplorationSize size(String text) {
        if (text.equals(STANDARD)) {
            return ExplorationSize.standard();
        }
        int requests = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
        if (requests < 0 || requests > MOST_REQUESTS) {
            throw new InvalidSettingException(EXPLORE + ": '" + text + "' is neither '" + STANDARD
                    + "' nor a number of requests from 0 to " + MOST_REQUESTS
                    + NearestWord.hint(text, List.of(STANDARD)) + "; use, say, " + STANDARD + ", or 0 for none");
        }
        return new ExplorationSize(requests);
    }

    private static long seed(String text) {
        if (!text.matches(NUMBER)) {
            throw new InvalidSettingException(SEED + ": '" + text
                    + "' is no whole number of at most 15 digits; use, say, " + ExplorationPlan.DEFAULT_SEED);
        }
        return Long.parseLong(text);
    }
}
