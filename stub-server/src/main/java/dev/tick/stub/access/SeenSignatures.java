package dev.tick.stub.access;

import com.nimbusds.jose.util.Base64URL;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/** The signatures of the last sound tokens; nothing is believed for them. Safe for use by several threads. */
final class SeenSignatures {
    private static final int MOST = 100;

    private final Set<Base64URL> last = new LinkedHashSet<>();

    synchronized void add(Base64URL signature) {
        last.add(signature);
        if (last.size() > MOST) {
            Iterator<Base64URL> oldest = last.iterator();
            oldest.next();
            oldest.remove();
        }
    }

    synchronized boolean contains(Base64URL signature) {
        return last.contains(signature);
    }
}
