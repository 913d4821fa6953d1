package dev.tick.conformance.target;

import dev.tick.conformance.input.InputFile;
import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.spec.text.NearestWord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The targets that have a file: those of the user's folder {@code targets}, and the templates of the kit.
 *
 * @param top where the folder lies, and where relative paths begin
 */
public record TargetFiles(Path top) {
    /** The kit's own target, which needs no file. */
    public static final String STUB = "stub";

    private static final String FOLDER = "targets";
    private static final String ENDING = ".yaml";
    private static final Pattern NAME = Pattern.compile("(?!localhost$)[A-Za-z0-9][A-Za-z0-9_-]*");
    private static final Pattern PATH = Pattern.compile("(?s)(?![A-Za-z][A-Za-z0-9+.-]+:/).*\\.ya?ml");

    /** Returns the names of the files in the user's folder, in their order; none where there is no folder. */
    public List<String> own() {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.endsWith(ENDING))
                    .map(file -> file.substring(0, file.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the names of the templates that come with the kit. */
    public static List<String> templates() {
        return Templates.names();
    }

    /** Returns where the user's files lie. */
    public Path folder() {
        return top.resolve(FOLDER);
    }

    /** Returns whether a word is the name or the path of a file, rather than a URL. */
    public static boolean isMeant(String target) {
        return NAME.matcher(target).matches() || PATH.matcher(target).matches();
    }

    /**
     * Returns the text of a target's file, or of a template.
     *
     * @param target a name, or the path of a file
     * @throws InvalidSettingException when there is none
     */
    public String text(String target) {
        return find(target)
                .map(file -> file.read("target"))
                .or(() -> Templates.text(target))
                .orElseThrow(() -> unknown(target));
    }

    /**
     * Reads a target's file.
     *
     * @param target a name, or the path of a file
     * @param environment holds the secrets
     * @throws InvalidSettingException when there is none, or it cannot be used: every problem with its line and remedy
     */
    public TargetFile read(String target, Map<String, String> environment) {
        InputFile file = find(target)
                .orElseThrow(() -> Templates.text(target).isPresent()
                        ? new InvalidSettingException(
                                "target: '" + target + "' is a template of the kit; copy it by 'tick targets" + " show "
                                        + target + " > targets/mine.yaml', write your values, and name 'mine'")
                        : unknown(target));
        return parse(file, file.read("target"), environment);
    }

    /** Reads a target from its text, like {@link #read}. */
    TargetFile parse(InputFile file, String text, Map<String, String> environment) {
        String name = String.valueOf(file.path().getFileName()).replaceFirst("\\.ya?ml$", "");
        return new TargetReader(name, file, top, environment).read(text);
    }

    private Optional<InputFile> find(String target) {
        try {
            if (PATH.matcher(target).matches()) {
                InputFile file = new InputFile(target, top.resolve(target).normalize());
                if (Files.notExists(file.path())) {
                    throw new InvalidSettingException("target: there is no file '" + target + "' (looked for "
                            + file.path() + "); correct the path; 'tick targets list' shows all");
                }
                return Optional.of(file);
            }
            String file = FOLDER + "/" + target + ENDING;
            return Optional.of(new InputFile(file, top.resolve(file).normalize()))
                    .filter(one -> NAME.matcher(target).matches() && Files.isRegularFile(one.path()));
        } catch (InvalidPathException e) {
            throw new InvalidSettingException(
                    "target: '" + target + "' is no path (" + e.getReason() + "); correct it");
        }
    }

    private InvalidSettingException unknown(String target) {
        List<String> known = new ArrayList<>(List.of(STUB));
        known.addAll(own());
        known.addAll(templates());
        return new InvalidSettingException(
                "target: '" + target + "' is neither '" + STUB + "', nor a URL, nor the name of a file"
                        + NearestWord.hint(target, known) + "; looked for " + folder().resolve(target + ENDING)
                        + " and among the kit's own; 'tick targets list' shows all");
    }
}
