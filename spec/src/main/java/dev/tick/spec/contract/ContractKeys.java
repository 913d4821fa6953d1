package dev.tick.spec.contract;

import dev.tick.spec.document.Key;
import dev.tick.spec.document.ValueType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every {@code x-tick} key of a contract, where it belongs, and what it may say. */
final class ContractKeys {
    /** The beginning of each. */
    static final String PREFIX = "x-tick-";

    static final Map<ContractPlace, List<Key>> KEYS = Map.of(
            ContractPlace.DOCUMENT, List.of(Key.optional("x-tick-aliases", ValueType.mappingOf(ValueType.TEXT))),
            ContractPlace.OPERATION,
                    List.of(
                            Key.optional("x-tick-effect", ValueType.word(Effect.values())),
                            Key.optional("x-tick-quotas", ValueType.LIST),
                            Key.optional("x-tick-refusals", ValueType.MAPPING)),
            ContractPlace.RESPONSE, List.of(Key.optional("x-tick-code", ValueType.TEXT)),
            ContractPlace.SECURITY_SCHEME, List.of(Key.optional("x-tick-token", ValueType.MAPPING)),
            ContractPlace.SCHEMA,
                    List.of(
                            Key.optional("x-tick-expires", ValueType.TRUTH),
                            Key.optional("x-tick-filterable", ValueType.TRUTH),
                            Key.optional("x-tick-identity", ValueType.TRUTH),
                            Key.optional("x-tick-instant", ValueType.word(List.of("future"))),
                            Key.optional("x-tick-outcome", ValueType.word(List.of("failed", "reason"))),
                            Key.optional("x-tick-refusals", ValueType.MAPPING),
                            Key.optional("x-tick-resubmit", ValueType.word(ResubmitRule.values()))
                                    .formerly("x-tick-again"),
                            Key.optional("x-tick-server-value", ValueType.word(ServerValue.values()))
                                    .formerly("x-tick-filled-with")));

    /** Of each item of {@code x-tick-quotas}. */
    static final List<Key> QUOTA = List.of(
            Key.required("calls", ValueType.number(1, Integer.MAX_VALUE)),
            Key.required("seconds", ValueType.number(1, Integer.MAX_VALUE)));

    /** Of {@code x-tick-token}. */
    static final List<Key> TOKEN = List.of(
            Key.optional("context", ValueType.word(List.of("application", "user"))),
            Key.optional("tenant-wide", ValueType.listOf(ValueType.TEXT)).formerly("reaches-all"),
            Key.optional("audiences", ValueType.listOf(ValueType.TEXT)));

    /** The causes that an operation's {@code x-tick-refusals} may name: what no schema can say. */
    static final List<Key> CAUSES =
            List.of(Key.optional("query", ValueType.MAPPING), Key.optional("capacity", ValueType.MAPPING));

    /** Of each cause. */
    static final List<Key> CAUSE = List.of(Key.required("code", ValueType.TEXT));

    /** The keywords that a schema's {@code x-tick-refusals} may name: those that a message can break. */
    static final List<Key> KEYWORDS = Set.of(
                    "additionalProperties",
                    "anyOf",
                    "const",
                    "enum",
                    "exclusiveMaximum",
                    "exclusiveMinimum",
                    "format",
                    "maxItems",
                    "maxLength",
                    "maxProperties",
                    "maximum",
                    "minItems",
                    "minLength",
                    "minProperties",
                    "minimum",
                    "multipleOf",
                    "not",
                    "oneOf",
                    "pattern",
                    "required",
                    "type",
                    "uniqueItems",
                    "x-tick-instant")
            .stream()
            .sorted()
            .map(keyword -> Key.optional(keyword, ValueType.MAPPING))
            .toList();

    /** Of each keyword. */
    static final List<Key> REFUSAL =
            List.of(Key.required("code", ValueType.TEXT), Key.optional("message", ValueType.TEXT));

    private ContractKeys() {}

    /** Returns the keys that belong to a place. */
    static List<Key> of(ContractPlace place) {
        return KEYS.getOrDefault(place, List.of());
    }
}
