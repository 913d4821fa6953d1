package dev.tick.stub.command;

import com.nimbusds.jose.jwk.RSAKey;
import dev.tick.stub.authority.TokenAuthority;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A signing key that is made while the contracts are read: either takes a JVM that has just started half a second. */
final class EarlyKey {
    private final FutureTask<RSAKey> key = new FutureTask<>(TokenAuthority::makeKey);

    private EarlyKey() {}

    /** Begins to make a key. */
    static EarlyKey begun() {
        EarlyKey early = new EarlyKey();
        Thread maker = new Thread(early.key, "tick-signing-key");
        // A stub that is refused for a setting does not wait for it.
        maker.setDaemon(true);
        maker.start();
        return early;
    }

    /** Returns the key, as soon as it is made. */
    RSAKey made() {
        try {
            return key.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a signing key was made", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("no signing key could be made", e);
        }
    }
}
