package dev.tick.spec.inspection;

import dev.tick.spec.document.InvalidDocumentException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file to be replaced by a text that was written beside it, so that a full disk costs nothing.
 *
 * @param file to be replaced
 * @param beside the text
 */
record FileReplacement(Path file, Path beside) {
    /**
     * Replaces files when the texts of all are written.
     *
     * @param texts by their files; a file that is missing is made
     * @throws InvalidDocumentException when a text cannot be written; then every file is as it was
     */
    static void of(Map<Path, String> texts) {
        List<FileReplacement> written = new ArrayList<>();
        try {
            texts.forEach((file, text) -> written.add(written(file, text)));
            written.forEach(FileReplacement::perform);
        } catch (InvalidDocumentException e) {
            written.forEach(one -> one.remove(e));
            throw e;
        }
    }

    private static FileReplacement written(Path file, String text) {
        try {
            Path place = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            if (Files.exists(place) && !Files.isWritable(place)) {
                throw new AccessDeniedException(place.toString());
            }
            FileReplacement replacement =
                    new FileReplacement(place, place.resolveSibling("." + place.getFileName() + ".tmp"));
            replacement.write(text);
            return replacement;
        } catch (IOException e) {
            throw unwritten(file, e);
        }
    }

    private void write(String text) throws IOException {
        try {
            Files.writeString(beside, text);
            Optional<PosixFileAttributeView> view =
                    Optional.ofNullable(Files.getFileAttributeView(beside, PosixFileAttributeView.class));
            if (view.isPresent() && Files.exists(file)) {
                view.get().setPermissions(Files.getPosixFilePermissions(file));
            }
        } catch (IOException e) {
            Files.deleteIfExists(beside);
            throw e;
        }
    }

    private void perform() {
        try {
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw unwritten(file, e);
        }
    }

    /** Removes what was written, unless it has taken its place. */
    private void remove(InvalidDocumentException cause) {
        try {
            Files.deleteIfExists(beside);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private static InvalidDocumentException unwritten(Path file, IOException cause) {
        return new InvalidDocumentException(
                file.toString(),
                0,
                "it cannot be written (" + cause + "), and is as it was; make room, or let its folder be written to");
    }
}
