package dev.tick.spec.check;

import dev.tick.spec.contract.Effect;
import dev.tick.spec.document.Key;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The grammar of one kind of check; its reading, its error messages and their tests follow from it.
 *
 * @param kind the register's word
 * @param expectation the word under {@code expect}; empty for a kind that has none
 * @param anchor what the row's own pointer must lead to
 * @param effects the effects of the operations that it can be asked of
 * @param keys its keys, beside those of every kind
 * @param reader makes the check of a mapping whose keys are known to be right
 */
record CheckForm(
        String kind,
        Optional<String> expectation,
        Anchor anchor,
        Set<Effect> effects,
        List<Key> keys,
        Function<CheckFields, Check> reader) {
    /** The places that the pointer under {@code schema} may have to lead to. */
    enum Anchor {
        /** Anything, or nothing. */
        NOTHING,
        /** A place in the contract. */
        PLACE,
        /** A property of the entity. */
        PROPERTY,
        /** A property that the server sets. */
        SERVER_VALUE,
        /** A property that a list may be filtered by. */
        FILTERABLE
    }

    CheckForm {
        keys = List.copyOf(keys);
        effects = Set.copyOf(effects);
    }

    static CheckForm of(String kind, Set<Effect> effects, Function<CheckFields, Check> reader) {
        return new CheckForm(kind, Optional.empty(), Anchor.NOTHING, effects, List.of(), reader);
    }

    /** Returns the form of a request with this expectation, of any operation. */
    static CheckForm expecting(String expectation, Function<CheckFields, Check> reader) {
        return expecting(expectation, EnumSet.allOf(Effect.class), reader);
    }

    /** Returns the form of a request with this expectation, of operations with these effects. */
    static CheckForm expecting(String expectation, Set<Effect> effects, Function<CheckFields, Check> reader) {
        return new CheckForm(
                CheckGrammar.REQUEST, Optional.of(expectation), Anchor.NOTHING, effects, List.of(), reader);
    }

    CheckForm at(Anchor other) {
        return new CheckForm(kind, expectation, other, effects, keys, reader);
    }

    /** Returns a copy with more keys. */
    CheckForm with(List<Key> more) {
        List<Key> all = new ArrayList<>(keys);
        all.addAll(more);
        return new CheckForm(kind, expectation, anchor, effects, all, reader);
    }

    CheckForm with(Key... more) {
        return with(List.of(more));
    }

    /** Returns the kind and what is expected, for people. */
    String title() {
        return kind + expectation.map(word -> " with expect: " + word).orElse("");
    }
}
