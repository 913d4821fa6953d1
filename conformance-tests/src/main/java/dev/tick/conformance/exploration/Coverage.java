package dev.tick.conformance.exploration;

import dev.tick.conformance.sample.SampleKind;
import dev.tick.spec.contract.Effect;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The pairs that the sequences cover so far: of operation and kind of value, of operation and the next one, of operation and caller. */
final class Coverage {
    /** A body has many kinds; more than so many do not make it worth more than a request of another kind. */
    private static final double MOST_OF_KINDS = 6;

    private final Map<String, Integer> covered = new HashMap<>();

    /** Returns how often a kind of value was covered. */
    int kinds(Effect effect, String property, String kind) {
        return covered.getOrDefault(kindOf(effect, property, kind), 0);
    }

    private static String kindOf(Effect effect, String property, String kind) {
        return "kind " + effect + " " + property + " " + kind;
    }

    /**
     * Returns what a step is worth: what it covers first.
     *
     * @param state of what it is about, in words
     */
    double worth(Optional<PlannedStep> before, PlannedStep step, String state) {
        double kinds = 0;
        double others = 0;
        for (Map.Entry<String, Double> feature : features(before, step, state).entrySet()) {
            double value = feature.getValue() / Math.pow(4, covered.getOrDefault(feature.getKey(), 0));
            if (feature.getKey().startsWith("kind ")) {
                kinds += value;
            } else {
                others += value;
            }
        }
        return Math.min(kinds, MOST_OF_KINDS) + others;
    }

    /** Records a step. */
    void cover(Optional<PlannedStep> before, PlannedStep step, String state) {
        features(before, step, state).keySet().forEach(key -> covered.merge(key, 1, Integer::sum));
    }

    private static Map<String, Double> features(Optional<PlannedStep> before, PlannedStep step, String state) {
        Map<String, Double> features = new LinkedHashMap<>();
        before.ifPresent(one -> features.put("next " + one.effect() + " " + step.effect(), 3.0));
        features.put("caller " + step.effect() + " " + step.caller(), 3.0);
        features.put("state " + step.effect() + " " + step.caller() + " " + state, 3.0);
        step.wish().ifPresent(wish -> {
            features.put("wish " + step.caller() + " " + wish.shape(), 2.0);
            if (wish.top().isPresent() || wish.skip().isPresent()) {
                features.put(
                        "cut " + (wish.top().isPresent() ? "top" : "")
                                + wish.skip().isPresent(),
                        3.0);
                features.put("cut to " + wish.top() + " " + wish.skip(), 2.0);
            }
            wish.term().stream().flatMap(Term::comparisons).forEach(one -> {
                features.put("compared " + one.property(), 2.0);
                features.put("compared " + one.operator() + " " + one.edge(), 2.0);
            });
        });
        for (Draft draft : step.drafts()) {
            features.put("kind " + step.effect() + " example " + draft.example(), 1.0);
            draft.kinds()
                    .forEach((property, kind) -> features.put(kindOf(step.effect(), property, kind), weight(kind)));
        }
        return features;
    }

    private static double weight(String kind) {
        return kind.equals(SampleKind.PLAIN.words()) ? 0.1 : 1;
    }
}
