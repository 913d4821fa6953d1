package dev.tick.stub.access;

import com.nimbusds.jose.util.Base64URL;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The signatures of sound tokens, at most a hundred; nothing is believed for them. Safe for use by several threads. */
final class SeenSignatures {
    private static final int MOST = 100;

    private final Map<Base64URL, Boolean> seen = new ConcurrentHashMap<>();

    /** Adds a signature; the others are forgotten when there are too many. */
    void add(Base64URL signature) {
        if (seen.size() >= MOST && !seen.containsKey(signature)) {
            seen.clear();
        }
        seen.put(signature, true);
    }

    boolean contains(Base64URL signature) {
        return seen.containsKey(signature);
    }
}
