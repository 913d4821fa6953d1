package dev.tick.conformance.evidence;

import dev.tick.spec.text.ShortText;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/**
 * The body of a message, as text.
 *
 * @param text read as UTF-8, with replacement characters for bytes that are no UTF-8
 * @param omitted how many characters more there were than are shown
 */
public record RecordedBody(String text, int omitted) {
    /** Most characters that are shown: the beginning of a list of thousands says enough. */
    private static final int SHOWN = 32_768;

    /** Longest entry of a list, in characters, that is left out whole rather than cut. */
    private static final int ENTRY = 1000;

    /** Returns bytes as a body to show; a secret that lies across the end of what is shown is hidden first. */
    static RecordedBody of(byte[] bytes, UnaryOperator<String> hiding) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        String read = text.length() <= 2 * SHOWN ? text : ShortText.beginning(text, 2 * SHOWN);
        int unread = text.length() - read.length();
        String whole = hiding.apply(read);
        if (whole.length() <= SHOWN) {
            return new RecordedBody(whole, unread);
        }
        int comma = whole.lastIndexOf(',', SHOWN);
        String shown = ShortText.beginning(whole, comma > SHOWN - ENTRY ? comma : SHOWN);
        return new RecordedBody(shown, whole.length() - shown.length() + unread);
    }

    RecordedBody map(UnaryOperator<String> text) {
        return new RecordedBody(text.apply(this.text), omitted);
    }
}
