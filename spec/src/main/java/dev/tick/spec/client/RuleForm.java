package dev.tick.spec.client;

import dev.tick.spec.document.FieldType;
import dev.tick.spec.document.Fields;
import dev.tick.spec.document.Key;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The grammar of one kind of rule; its reading and its error messages follow from it.
 *
 * @param kind the word under {@code kind}
 * @param own its keys, beside those of every kind
 * @param reader makes the rule of a row from a mapping whose keys are known to be right; empty where a value cannot be read
 */
record RuleForm(String kind, List<Key> own, BiFunction<String, Fields, Optional<ClientRule>> reader) {
    private static final int MOST_CALLS = 100;
    private static final int LEAST_STATUS = 400;
    private static final int MOST_STATUS = 599;

    /** The keys of every kind. */
    static final List<Key> COMMON = List.of(Key.required("row", FieldType.TEXT), Key.required("kind", FieldType.TEXT));

    /** All kinds. */
    static final List<RuleForm> ALL = List.of(
            new RuleForm(
                    "histories",
                    List.of(
                            Key.required("allowed", FieldType.TEXT),
                            Key.optional("of", FieldType.word(WorkVerb.values()))),
                    (row, fields) -> fields.read("allowed", StatusPattern::of)
                            .map(allowed -> new ClientRule.Histories(
                                    row, allowed, fields.word("of", Arrays.asList(WorkVerb.values()))))),
            new RuleForm(
                    "unrepeated",
                    List.of(
                            Key.required("status", FieldType.number(LEAST_STATUS, MOST_STATUS)),
                            Key.optional("of", FieldType.word(WorkVerb.values()))),
                    (row, fields) -> fields.number("status", LEAST_STATUS, MOST_STATUS)
                            .map(status -> new ClientRule.Unrepeated(
                                    row, status, fields.word("of", Arrays.asList(WorkVerb.values()))))),
            new RuleForm(
                    "token-calls",
                    List.of(Key.required("most", FieldType.number(1, MOST_CALLS))),
                    (row, fields) ->
                            fields.number("most", 1, MOST_CALLS).map(most -> new ClientRule.TokenCalls(row, most))),
            ofStatus("waits", ClientRule.Waits::new),
            ofStatus("token-unrepeated", ClientRule.TokenUnrepeated::new),
            ofStatus("token-waits", ClientRule.TokenWaits::new),
            plain("renews", ClientRule.Renews::new),
            plain("reported", ClientRule.Reported::new),
            plain("results-reported", ClientRule.ResultsReported::new),
            plain("understood", ClientRule.Understood::new),
            plain("token-stays", ClientRule.TokenStays::new),
            plain("next-pages", ClientRule.NextPages::new),
            plain("token-free-urls", ClientRule.TokenFreeUrls::new));

    RuleForm {
        own = List.copyOf(own);
    }

    private static RuleForm plain(String kind, Function<String, ClientRule> maker) {
        return new RuleForm(kind, List.of(), (row, fields) -> Optional.of(maker.apply(row)));
    }

    private static RuleForm ofStatus(String kind, BiFunction<String, Integer, ClientRule> maker) {
        return new RuleForm(
                kind,
                List.of(Key.required("status", FieldType.number(LEAST_STATUS, MOST_STATUS))),
                (row, fields) ->
                        fields.number("status", LEAST_STATUS, MOST_STATUS).map(status -> maker.apply(row, status)));
    }

    /** Returns all keys that a rule of this kind may have. */
    List<Key> keys() {
        return Stream.concat(COMMON.stream(), own.stream()).toList();
    }
}
