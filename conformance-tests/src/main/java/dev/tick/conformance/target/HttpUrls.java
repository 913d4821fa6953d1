package dev.tick.conformance.target;

import dev.tick.conformance.input.InvalidSettingException;
import java.net.URI;

/** The URLs of a target's file, and of options beside it; what of one that is refused may be secret is not told. */
public final class HttpUrls {
    private HttpUrls() {}

    /**
     * Returns a URL without a slash at its end.
     *
     * @param what it is the URL of, for the message
     * @throws IllegalArgumentException when it is no http or https URL, or has a user, a query or a fragment
     */
    public static URI of(String text, String what) {
        try {
            return TargetUrl.of(text);
        } catch (InvalidSettingException e) {
            throw new IllegalArgumentException(
                    "'" + TargetUrl.shown(text) + "' is no http or https URL of a " + what
                            + ", without user, password, query and fragment; write, say, https://host.example",
                    e);
        }
    }
}
