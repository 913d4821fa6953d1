package dev.tick.doccheck.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One sentence, heading, table cell or line of code of a page, without markup.
 *
 * @param line of the page, counted from 1
 * @param form its kind
 * @param text normalised; a cell begins with the first cell of its row
 */
public record TextUnit(int line, Form form, String text) {
    /** 48 bits: among a thousand texts two are alike by chance once in 500 million contracts. */
    private static final int DIGITS = 12;

    /** The kind of a text. */
    public enum Form {
        FRONT_MATTER,
        HEADING,
        SENTENCE,
        CELL,
        CODE
    }

    /** Returns the first twelve hexadecimal digits of the SHA-256 digest of the text. */
    public String digest() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
