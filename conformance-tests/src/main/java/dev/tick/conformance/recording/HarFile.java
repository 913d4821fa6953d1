package dev.tick.conformance.recording;

import dev.tick.conformance.input.InputFile;
import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.spec.document.InvalidJsonException;
import dev.tick.spec.document.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A recording of traffic: HTTP Archive 1.2 (HAR), as browsers and proxies export it.
 *
 * @param name of the file, without its folder
 * @param entries in the order of their times
 */
public record HarFile(String name, List<HarEntry> entries) {
    /** A larger file is not read. */
    public static final long MOST_BYTES = 100L << 20;

    private static final String KEY = "har";
    private static final int MEBIBYTE = 1 << 20;

    /** Chrome writes down who called whom, one level for each call. */
    private static final int DEPTH = 2000;

    private static final Function<byte[], JsonNode> JSON = Json.upTo(DEPTH);
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** Copies the entries. */
    public HarFile {
        entries = List.copyOf(entries);
    }

    /**
     * Reads a recording.
     *
     * @throws InvalidSettingException when it is none, naming the place
     */
    public static HarFile read(InputFile file) {
        JsonNode log = json(file).path("log");
        JsonNode entries = log.path("entries");
        if (!entries.isArray()) {
            throw new InvalidSettingException(
                    KEY + ": '" + file.name() + "' is no HAR: it has no list log.entries; export the"
                            + " recording as HAR 1.2, as browsers ('Save all as HAR') and proxies do");
        }
        List<HarEntry> read = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            String place = "log.entries[" + i + "]";
            read.add(new HarEntryReader(problem -> wrong(file, place, problem)).read(entries.get(i)));
        }
        read.sort(Comparator.comparing(HarEntry::started));
        return new HarFile(String.valueOf(file.path().getFileName()), read);
    }

    private static InvalidSettingException wrong(InputFile file, String place, String problem) {
        return new InvalidSettingException(
                KEY + ": '" + file.name() + "': " + place + problem + "; correct it there, or take the entry out");
    }

    private static JsonNode json(InputFile file) {
        try {
            return JSON.apply(withoutMark(bytes(file)));
        } catch (InvalidJsonException e) {
            throw new InvalidSettingException(KEY + ": '" + file.name() + "' is no HAR, which is JSON; it holds "
                    + e.getMessage() + "; was it saved whole?");
        }
    }

    private static byte[] bytes(InputFile file) {
        file.requireFile(KEY);
        try {
            long size = Files.size(file.path());
            if (size > MOST_BYTES) {
                throw new InvalidSettingException(
                        KEY + ": '" + file.name() + "' has " + (size + MEBIBYTE - 1) / MEBIBYTE
                                + " MiB, and no more than " + MOST_BYTES / MEBIBYTE
                                + " MiB are read; record the calls of the service alone, or in parts");
            }
            return Files.readAllBytes(file.path());
        } catch (IOException e) {
            throw new InvalidSettingException(
                    KEY + ": '" + file.name() + "' cannot be read (" + e + "); may this user read it?");
        }
    }

    /** HAR 1.2 has readers ignore the mark, which JSON forbids. */
    private static byte[] withoutMark(byte[] bytes) {
        int length = BYTE_ORDER_MARK.length;
        boolean marked = bytes.length >= length && Arrays.equals(bytes, 0, length, BYTE_ORDER_MARK, 0, length);
        return marked ? Arrays.copyOfRange(bytes, length, bytes.length) : bytes;
    }
}
