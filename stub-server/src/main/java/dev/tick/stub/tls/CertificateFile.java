package dev.tick.stub.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A file with the certificate of a stub, for clients to trust. It may be there before, with certificates that can be made again, but no
 * file with anything else is overwritten: it could be the one with the private key.
 *
 * @param path lies in a folder that exists
 */
public record CertificateFile(Path path) {
    private static final Pattern PEM = Pattern.compile("-----BEGIN ([^-\\n]*)-----");

    /**
     * Checks what the file holds now.
     *
     * @throws IllegalArgumentException when it holds anything but certificates
     * @throws UncheckedIOException when it cannot be read
     */
    public CertificateFile {
        if (Files.isRegularFile(path) && !isReplaceable(text(path))) {
            throw new IllegalArgumentException(
                    "certificate-out: " + path
                            + " is there and holds more than certificates, so that the stub does not overwrite it; name another file");
        }
    }

    private static boolean isReplaceable(String text) {
        List<String> kinds = PEM.matcher(text)
                .results()
                .map((MatchResult one) -> one.group(1))
                .toList();
        return text.isBlank() || (!kinds.isEmpty() && kinds.stream().allMatch("CERTIFICATE"::equals));
    }

    /** Writes a certificate. */
    public void write(String pem) throws IOException {
        Files.writeString(path, pem);
    }

    /** Removes the file, if it still holds this certificate. */
    public void remove(String pem) {
        try {
            if (Files.isRegularFile(path) && text(path).equals(pem)) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + path + ": " + e.getMessage(), e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
