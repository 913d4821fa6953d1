package dev.tick.stub.state;

import com.nimbusds.jose.jwk.RSAKey;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * A key that signs for every stub of a process that is given none: to make one takes longer than all the rest of a stub's start. The
 * vendor's authority signs for all of its tenants with the same keys, too; a token says by issuer and tenant where it is good.
 */
public final class SharedKey {
    private static final Optional<CompletableFuture<RSAKey>> NONE = Optional.empty();

    private static final AtomicReference<Optional<CompletableFuture<RSAKey>>> KEY = new AtomicReference<>(NONE);

    private SharedKey() {}

    /** Begins to make the key in a thread of its own, unless somebody did. */
    public static void prepare(Supplier<RSAKey> maker) {
        CompletableFuture<RSAKey> key = new CompletableFuture<>();
        if (KEY.compareAndSet(NONE, Optional.of(key))) {
            Thread thread = new Thread(() -> complete(key, maker), "tick-signing-key");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Returns the key, and makes it where nobody did. */
    public static RSAKey get(Supplier<RSAKey> maker) {
        CompletableFuture<RSAKey> own = new CompletableFuture<>();
        Optional<CompletableFuture<RSAKey>> there = KEY.getAndUpdate(key -> key.isPresent() ? key : Optional.of(own));
        if (there.isEmpty()) {
            complete(own, maker);
        }
        return there.orElse(own).join();
    }

    private static void complete(CompletableFuture<RSAKey> key, Supplier<RSAKey> maker) {
        try {
            key.complete(maker.get());
        } catch (RuntimeException | Error e) {
            // The next one who asks tries again.
            KEY.set(NONE);
            key.completeExceptionally(e);
        }
    }
}
