package dev.tick.stub.state;

import com.nimbusds.jose.jwk.RSAKey;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * A key that is made before it is asked for: to make one takes longer than all the rest of a stub's start. It is the one thing that
 * stubs of a process share, and it belongs to none of them yet; a key that was taken is never given again.
 */
public final class SpareKeys {
    private static final Optional<CompletableFuture<RSAKey>> NONE = Optional.empty();

    private static final AtomicReference<Optional<CompletableFuture<RSAKey>>> SPARE = new AtomicReference<>(NONE);

    private SpareKeys() {}

    /** Begins to make a key, unless there is one; for who stops a stub, since another is likely to start. */
    public static void prepare(Supplier<RSAKey> maker) {
        CompletableFuture<RSAKey> key = new CompletableFuture<>();
        if (SPARE.compareAndSet(NONE, Optional.of(key))) {
            Thread thread = new Thread(() -> complete(key, maker), "tick-spare-key");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Takes the spare key, or makes one. */
    public static RSAKey take(Supplier<RSAKey> maker) {
        return SPARE.getAndSet(NONE).map(CompletableFuture::join).orElseGet(maker);
    }

    private static void complete(CompletableFuture<RSAKey> key, Supplier<RSAKey> maker) {
        try {
            key.complete(maker.get());
        } catch (RuntimeException | Error e) {
            key.completeExceptionally(e);
        }
    }
}
