package dev.tick.spec.text;

/** Shortens texts to what there is room for, never within a character. */
public final class ShortText {
    private static final String MORE = "…";

    private ShortText() {}

    /** Returns a text with an ellipsis in place of what is behind so many {@code char}s. */
    public static String of(String text, int longest) {
        return text.length() <= longest ? text : beginning(text, longest) + MORE;
    }

    /** Returns as much of a text as so many {@code char}s hold. */
    public static String beginning(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        boolean splits = longest > 0 && Character.isHighSurrogate(text.charAt(longest - 1));
        return text.substring(0, splits ? longest - 1 : longest);
    }
}
