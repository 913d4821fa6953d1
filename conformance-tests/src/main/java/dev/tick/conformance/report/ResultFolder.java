package dev.tick.conformance.report;

import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.conformance.report.sarif.Sarif;
import dev.tick.spec.register.Specification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The folder of a run's results, in which nobody shall take an earlier run's for this one's: it is emptied when a run begins, and
 * says that the run has not ended until it has.
 */
public final class ResultFolder {
    static final String SUMMARY = "summary.txt";

    /** All that a run writes. */
    static final List<String> FILES = List.of(
            "report.html",
            "results.json",
            "junit.xml",
            "results.sarif",
            SUMMARY,
            "coverage.html",
            "kill-matrix.html",
            Sarif.CONTRACT);

    private final Path folder;

    /** Creates the folder of a run; touches nothing. */
    public ResultFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** Returns the files that lie here, by their names. */
    public Map<String, Path> files() {
        Map<String, Path> files = new LinkedHashMap<>();
        FILES.stream()
                .filter(name -> Files.exists(folder.resolve(name)))
                .forEach(name -> files.put(name, folder.resolve(name)));
        return files;
    }

    /**
     * Refuses a folder that has the name of a file of the results, which nobody wants to learn after a run.
     *
     * @throws InvalidSettingException when there is one
     */
    public void refuseFolders() {
        FILES.stream()
                .map(folder::resolve)
                .filter(Files::isDirectory)
                .findFirst()
                .ifPresent(taken -> {
                    throw new InvalidSettingException("tick.directory: cannot write to '" + taken
                            + "', which is a folder; remove it, or name another folder for the results");
                });
    }

    /**
     * Removes what earlier runs wrote here, and below for each contract; says that the run has not ended.
     *
     * @param kept a file that stays, since the run was asked to compare with it; empty for none
     */
    public void begin(Optional<Path> kept) {
        refuseFolders();
        end(kept, "This run has not ended: it is under way, or was killed.");
    }

    /** Replaces the sentence that the runs below have not ended by theirs. */
    public void sum(List<String> lines) {
        try {
            Files.writeString(folder.resolve(SUMMARY), String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw unwritten(folder.resolve(SUMMARY), e);
        }
    }

    /** Returns an exception that names a file of the results, why it could not be written, and the remedy. */
    static UncheckedIOException unwritten(Path file, IOException cause) {
        return new UncheckedIOException(
                "cannot write " + file + " (" + cause + "); make room there, or name another folder for the results",
                cause);
    }

    /** Removes what earlier runs and this one wrote; says why the run ended without results. */
    public void end(Optional<Path> kept, String reason) {
        try {
            Files.createDirectories(folder);
            for (String contract : Specification.names()) {
                Path below = folder.resolve(contract);
                // Without one, it is not ours.
                if (Files.exists(below.resolve(SUMMARY))) {
                    empty(below, kept);
                    removeIfEmpty(below);
                }
            }
            empty(folder, kept);
            Files.writeString(folder.resolve(SUMMARY), "No verdict. " + reason + "\n");
        } catch (IOException e) {
            throw unwritten(folder.resolve(SUMMARY), e);
        }
    }

    private static void empty(Path folder, Optional<Path> kept) throws IOException {
        for (String name : FILES) {
            Path file = folder.resolve(name);
            if (kept.filter(file::equals).isEmpty()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void removeIfEmpty(Path folder) throws IOException {
        try {
            Files.delete(folder);
        } catch (DirectoryNotEmptyException e) {
            // Somebody else's files lie there as well.
            return;
        }
    }
}
