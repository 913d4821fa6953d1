package dev.tick.conformance.conduct;

import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import java.util.function.Consumer;

/** Lets GET pass alone where a run must not write. */
record ReadOnlyStage(Writing writing) implements Stage {
    @Override
    public Consumer<Exchange> admit(Request request) {
        return switch (writing) {
            case ALLOWED -> NOTHING;
            case READ_ONLY -> {
                if (!request.method().equals("GET")) {
                    throw new WithheldException("read-only: it needs " + request.method() + " " + request.path());
                }
                yield NOTHING;
            }
        };
    }
}
