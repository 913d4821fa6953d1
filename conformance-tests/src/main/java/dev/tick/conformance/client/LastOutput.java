package dev.tick.conformance.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

/** The last of what a client printed. */
final class LastOutput {
    /** Characters that are kept. */
    private static final int KEPT = 4096;

    private static final Pattern CUT_WORD = Pattern.compile("^\\S*");

    /** After so long without more, what was printed is here. */
    private static final Duration QUIET = Duration.ofMillis(20);

    private static final int LOOKS = 10;

    private final StringBuilder kept = new StringBuilder();
    private boolean cut;
    private long added;

    synchronized void add(String text) {
        kept.append(text);
        cut = cut || kept.length() > KEPT;
        kept.delete(0, Math.max(0, kept.length() - KEPT));
        added++;
    }

    synchronized void forget() {
        kept.setLength(0);
        cut = false;
    }

    /** Adds all that a stream has, until its end. */
    void addAll(InputStream in) {
        char[] part = new char[KEPT];
        try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            for (int read = reader.read(part); read >= 0; read = reader.read(part)) {
                add(new String(part, 0, read));
            }
        } catch (IOException e) {
            // It was killed; what it said until then is kept.
            return;
        }
    }

    /** Returns what is kept, without the word that was cut: a part of a secret could not be hidden any more. */
    synchronized String text() {
        return cut ? CUT_WORD.matcher(kept).replaceFirst("") : kept.toString();
    }

    /** Waits until nothing more comes, but no longer than a moment: one stream of a process may be read later than another. */
    synchronized void settle() throws InterruptedException {
        long before = -1;
        for (int i = 0; i < LOOKS && before != added; i++) {
            before = added;
            wait(QUIET.toMillis());
        }
    }
}
