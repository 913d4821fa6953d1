package dev.tick.doccheck.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The text of a page's file. */
public final class PageFile {
    /** The vendor's longest page of an operation has 10 KB. */
    private static final int MAX_BYTES = 1 << 20;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private PageFile() {}

    /**
     * Reads a page.
     *
     * @throws UnreadablePageException when it cannot be read, is empty, is longer than 1 MiB, or is not UTF-8
     */
    public static String read(Path file) {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (IOException e) {
            throw new UnreadablePageException("it cannot be read: " + e.getMessage());
        }
        if (bytes.length > MAX_BYTES) {
            throw new UnreadablePageException("it has more than " + MAX_BYTES + " bytes; no page of the vendor's has");
        }
        String text = decoded(bytes);
        if (text.isBlank()) {
            throw new UnreadablePageException("it is empty");
        }
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadablePageException("it is not UTF-8; save it as that");
        }
    }
}
