package dev.tick.spec.inspection;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.document.InvalidDocumentException;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.document.Problems;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Writes a new row into a register, and into the kit's list of rows; every other character of both stays as it is. */
public final class RowWriter {
    private static final String REGISTER = "requirements.yaml";

    private final ContractFiles files;
    private final Path file;

    private RowWriter(ContractFiles files, Path folder) {
        this.files = files;
        file = folder.resolve(REGISTER);
    }

    /**
     * Prepares the register of a contract.
     *
     * @param folder the path of a folder that holds a contract
     * @throws IllegalArgumentException when it is none
     */
    public static RowWriter of(String folder) {
        ContractFiles files = ContractFiles.of(folder);
        return new RowWriter(
                files,
                files.folder()
                        .orElseThrow(
                                () -> new IllegalArgumentException(
                                        "'" + folder
                                                + "' comes with the kit, where nothing can be written; name the folder of its sources")));
    }

    /**
     * Writes a row, unless it has a problem of its own.
     *
     * @return what was written
     * @throws IllegalArgumentException when the draft tells no place
     * @throws InvalidDocumentException when the contract or the register cannot be used without the row, or the row cannot be used;
     *     then nothing is written
     */
    public WrittenRow write(RowDraft draft) {
        Contract contract =
                Contract.read(files.document("openapi.yaml"), Problems.thrown()).orElseThrow();
        LocatedDocument source = files.document(REGISTER);
        Register register = Register.read(source, contract, Problems.thrown());
        List<String> listed = listed();
        RowPlace place = RowPlace.of(draft, register, listed);
        Insertion insertion = new Insertion(read(file), source);
        String text = insertion.behind(place.row(), draft.lines(place.id(), place));
        Register grown = Register.read(LocatedDocument.parse(file.toString(), text), contract, Problems.thrown());
        Requirement row = grown.requirements().get(place.row() + 1);
        write(file, text);
        Optional<String> line = files.golden().map(list -> {
            List<String> lines = new ArrayList<>(listed);
            int before = lines.indexOf(GoldenList.line(place.previous()));
            lines.add(before < 0 ? lines.size() : before + 1, GoldenList.line(row));
            write(list, String.join("\n", lines) + "\n");
            return list + ": " + GoldenList.line(row);
        });
        return new WrittenRow(row.id(), file + ":" + grown.source().lineOf("/requirements/" + (place.row() + 1)), line);
    }

    private List<String> listed() {
        return files.golden()
                .filter(Files::exists)
                .map(list -> read(list).lines().toList())
                .orElse(List.of());
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path path, String text) {
        try {
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new InvalidDocumentException(path.toString(), 0, "it cannot be written (" + e + ")");
        }
    }

    /**
     * The text of a register, into which rows are put.
     *
     * @param text as it is stored
     * @param source the same text, read
     */
    private record Insertion(String text, LocatedDocument source) {
        private static final String ROWS = "/requirements/";

        /** Returns the text with lines behind a row; comments above the next row stay with that. */
        String behind(int row, List<String> lines) {
            String end = text.contains("\r\n") ? "\r\n" : "\n";
            List<String> whole = new ArrayList<>(Arrays.asList(text.split("\r?\n", -1)));
            int at = source.lines().containsKey(ROWS + (row + 1))
                    ? source.lineOf(ROWS + (row + 1)) - 1
                    : endOf(whole, source.lineOf(ROWS + row));
            while (at > 0
                    && (whole.get(at - 1).isBlank() || whole.get(at - 1).strip().startsWith("#"))) {
                at--;
            }
            String first = whole.get(source.lineOf(ROWS + row) - 1);
            String indent = first.substring(0, first.indexOf('-'));
            whole.addAll(at, lines.stream().map(line -> indent + line).toList());
            String joined = String.join(end, whole);
            return joined.endsWith(end) ? joined : joined + end;
        }

        /** Returns the number of the line behind the last row: that of the next key of the document, or the end. */
        private static int endOf(List<String> whole, int from) {
            int at = from;
            while (at < whole.size() && !whole.get(at).matches("[^\\s#-].*")) {
                at++;
            }
            return at;
        }
    }
}
