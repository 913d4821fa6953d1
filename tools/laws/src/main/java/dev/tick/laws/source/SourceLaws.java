package dev.tick.laws.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The laws of names and of javadoc's first sentences; each returns the violations, one a line. */
public final class SourceLaws {
    private static final List<String> NO_BEGINNINGS = List.of("What ", "The same ");
    private static final List<String> NO_BEGINNINGS_OF_NOUNS = List.of("How ", "Whether ");

    private SourceLaws() {}

    /** Finds top-level types that share a simple name: readers would have to look at imports to tell them apart. */
    public static List<String> repeatedNames(List<Declaration> declarations) {
        Map<String, List<Declaration>> byName = declarations.stream()
                .filter(one -> one.kind() == Declaration.Kind.TOP_LEVEL_TYPE)
                .collect(Collectors.groupingBy(Declaration::name, TreeMap::new, Collectors.toList()));
        return byName.entrySet().stream()
                .filter(name -> name.getValue().size() > 1)
                .map(name -> name.getKey() + ": "
                        + name.getValue().stream().map(Declaration::place).collect(Collectors.joining(", ")))
                .toList();
    }

    /**
     * Finds first sentences that paraphrase instead of naming: a type's or package's is a noun phrase, a method's begins with a
     * verb ("Returns ...").
     */
    public static List<String> paraphrases(List<Declaration> declarations) {
        List<String> found = new ArrayList<>();
        for (Declaration one : declarations) {
            String sentence = one.firstSentence().orElse("").replaceFirst("^Internal: ", "") + " ";
            boolean isParaphrase = NO_BEGINNINGS.stream().anyMatch(sentence::startsWith)
                    || (one.isNoun() && NO_BEGINNINGS_OF_NOUNS.stream().anyMatch(sentence::startsWith));
            if (isParaphrase) {
                found.add(one.place() + ": " + one.name() + ": " + sentence.strip());
            }
        }
        return found;
    }

    /** Finds packages with types but without a sentence that tells their purpose. */
    public static List<String> packagesWithoutPurpose(List<Declaration> declarations) {
        Map<String, Boolean> purposes = new TreeMap<>();
        for (Declaration one : declarations) {
            String folder = one.place().substring(0, one.place().lastIndexOf('/'));
            purposes.merge(
                    folder,
                    one.kind() == Declaration.Kind.PACKAGE
                            && one.firstSentence().isPresent(),
                    Boolean::logicalOr);
        }
        return purposes.entrySet().stream()
                .filter(purpose -> !purpose.getValue())
                .map(purpose -> purpose.getKey() + "/package-info.java: no sentence tells what the package is for")
                .toList();
    }

    /** Finds internal packages whose first sentence does not begin with "Internal:", and public ones whose does. */
    public static List<String> unmarkedPackages(List<Declaration> declarations, List<String> api) {
        return declarations.stream()
                .filter(one -> one.kind() == Declaration.Kind.PACKAGE)
                .filter(one -> api.contains(one.name()) == isInternal(one))
                .map(
                        one -> one.place() + ": " + one.name()
                                + (isInternal(one)
                                        ? " is public in tools/laws/modules.txt; take away 'Internal:'"
                                        : " is internal; begin its sentence with 'Internal:', or name it in tools/laws/modules.txt"))
                .toList();
    }

    private static boolean isInternal(Declaration one) {
        return one.firstSentence().orElse("").toLowerCase(Locale.ROOT).startsWith("internal:");
    }
}
