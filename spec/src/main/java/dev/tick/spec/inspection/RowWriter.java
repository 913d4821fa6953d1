package dev.tick.spec.inspection;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.document.InvalidDocumentException;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.document.Problems;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.text.NearestWord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
     * @throws IllegalArgumentException when the draft tells no place, or a row that cannot be used; the message begins with the
     *     part of the draft, and nothing is written
     * @throws InvalidDocumentException when the contract or the register cannot be used without the row, or a file cannot be
     *     written; then both are as they were
     */
    public WrittenRow write(RowDraft draft) {
        Contract contract =
                Contract.read(files.document("openapi.yaml"), Problems.thrown()).orElseThrow();
        LocatedDocument source = files.document(REGISTER);
        Register register = Register.read(source, contract, Problems.thrown());
        draft.operation().ifPresent(id -> refuseUnknown(id, contract));
        List<String> listed = listed();
        RowPlace place = RowPlace.of(draft, register, listed);
        Insertion insertion = new Insertion(read(file), source);
        String text = insertion.behind(place.row(), draft.lines(place.id(), place));
        Register grown = grown(text, contract, place.row() + 1);
        Requirement row = grown.requirements().get(place.row() + 1);
        Map<Path, String> texts = new LinkedHashMap<>(Map.of(file, text));
        files.golden().ifPresent(list -> texts.put(list, grown(listed, place.previous(), row)));
        FileReplacement.of(texts);
        return new WrittenRow(
                row.id(),
                file + ":" + grown.source().lineOf("/requirements/" + (place.row() + 1)),
                files.golden().map(list -> list + ": " + GoldenList.line(row)));
    }

    private static void refuseUnknown(String operation, Contract contract) {
        List<String> known = contract.operations().stream().map(Operation::id).toList();
        if (!known.contains(operation)) {
            throw new IllegalArgumentException("operation: no operation '" + operation + "'"
                    + NearestWord.hint(operation, known) + "; the contract has " + String.join(", ", known));
        }
    }

    /** Reads the register with its new row; a problem of that is told without the line, which nobody can look up. */
    private Register grown(String text, Contract contract, int number) {
        LocatedDocument source = LocatedDocument.parse(file.toString(), text);
        try {
            return Register.read(source, contract, Problems.thrown());
        } catch (InvalidDocumentException e) {
            String row = "/requirements/" + number;
            String key = source.root().at(row).propertyNames().stream()
                    .filter(name -> source.lineOf(row + "/" + name) == e.line() && !name.equals("id"))
                    .findFirst()
                    .orElse("the new row");
            throw new IllegalArgumentException(
                    key + ": " + e.problem().replaceFirst("^(/requirements/[0-9]+[^:]*: )?([A-Z]{3}-[0-9]{3}:? )?", ""),
                    e);
        }
    }

    private static String grown(List<String> listed, Requirement previous, Requirement row) {
        List<String> lines = new ArrayList<>(listed);
        int before = lines.indexOf(GoldenList.line(previous));
        lines.add(before < 0 ? lines.size() : before + 1, GoldenList.line(row));
        return String.join("\n", lines) + "\n";
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
