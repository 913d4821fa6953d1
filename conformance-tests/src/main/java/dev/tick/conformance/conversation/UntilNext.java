package dev.tick.conformance.conversation;

import java.util.Optional;
import java.util.function.Supplier;

/** An answer about all exchanges so far, which holds until another one takes place. Not thread-safe. */
final class UntilNext<T> {
    private int size = -1;
    private Optional<T> answer = Optional.empty();

    /**
     * Returns the answer.
     *
     * @param exchanges how many took place so far
     * @param question asked where another one took place since it was asked last
     */
    T answer(int exchanges, Supplier<T> question) {
        if (size != exchanges || answer.isEmpty()) {
            answer = Optional.of(question.get());
            size = exchanges;
        }
        return answer.get();
    }
}
