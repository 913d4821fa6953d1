package dev.tick.laws.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.laws.command.CodeBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceLawsTest {
    @TempDir
    private Path top = Path.of("");

    @Test
    void eachPackageOfTheKitTellsItsPurpose() throws IOException {
        assertEquals(
                List.of(),
                SourceLaws.packagesWithoutPurpose(
                        CodeBase.read(Path.of("../..")).declarations()));
    }

    @Test
    void readsDeclarationsWithTheFirstSentenceOfTheirJavadoc() throws IOException {
        write("a/package-info.java", "/** A package. More of it. */", "package a;");
        write(
                "a/One.java",
                "package a;",
                "/**",
                " * The first {@code one}. And more.",
                " */",
                "class One {",
                "    // What a comment says is no javadoc.",
                "    private static final String TEXT = \"/** What a literal says */\";",
                "    /** Returns two. */",
                "    int two() { return 2; }",
                "    enum Two { /** The third. */ THREE }",
                "}");
        assertEquals(
                List.of(
                        "a/One.java:5 TOP_LEVEL_TYPE One: The first {@code one}.",
                        "a/One.java:9 MEMBER two: Returns two.",
                        "a/One.java:10 NESTED_TYPE Two: -",
                        "a/One.java:10 MEMBER THREE: The third.",
                        "a/package-info.java:2 PACKAGE a: A package."),
                declarations().stream()
                        .map(one -> one.place() + " " + one.kind() + " " + one.name() + ": "
                                + one.firstSentence().orElse("-"))
                        .toList());
    }

    @Test
    void findsTopLevelTypesOfOneName() throws IOException {
        write("a/Shape.java", "package a;", "class Shape { class Inner {} }");
        write("b/Shape.java", "package b;", "", "interface Shape {}");
        write("b/Inner.java", "package b;", "record Inner() {}");
        assertEquals(List.of("Shape: a/Shape.java:2, b/Shape.java:3"), SourceLaws.repeatedNames(declarations()));
    }

    @Test
    void findsFirstSentencesThatParaphrase() throws IOException {
        write(
                "a/Shape.java",
                "package a;",
                "/** Whether it is a shape. */",
                "class Shape {",
                "    /** What it is. */ int a;",
                "    /** Whatever it is, it stays. */ int b;",
                "    /** Whether it is round. */ int c;",
                "    /** The same without corners. */ int d() { return 0; }",
                "    /** How it looks. */ enum Look { /** A look. What else? */ ROUND }",
                "}");
        write("a/package-info.java", "/** Internal: What shapes are. */", "package a;");
        assertEquals(
                List.of(
                        "a/Shape.java:3: Shape: Whether it is a shape.",
                        "a/Shape.java:4: a: What it is.",
                        "a/Shape.java:7: d: The same without corners.",
                        "a/Shape.java:8: Look: How it looks.",
                        "a/package-info.java:2: a: What shapes are."),
                SourceLaws.paraphrases(declarations()));
    }

    @Test
    void findsPackagesWithoutASentence() throws IOException {
        write("a/One.java", "package a;", "class One {}");
        write("b/package-info.java", "package b;");
        write("c/package-info.java", "/** A purpose. */", "package c;");
        write("c/Two.java", "package c;", "class Two {}");
        assertEquals(
                List.of(
                        "a/package-info.java: no sentence tells what the package is for",
                        "b/package-info.java: no sentence tells what the package is for"),
                SourceLaws.packagesWithoutPurpose(declarations()));
    }

    @Test
    void findsPackagesWhoseMarkIsWrong() throws IOException {
        write("a/package-info.java", "/** Internal: parts. */", "package a;");
        write("b/package-info.java", "/** Parts. */", "package b;");
        write("c/package-info.java", "/** Internal: parts. */", "package c;");
        write("d/package-info.java", "/** Parts. */", "package d;");
        assertEquals(
                List.of(
                        "b/package-info.java:2: b is internal; begin its sentence with 'Internal:',"
                                + " or name it in tools/laws/modules.txt",
                        "c/package-info.java:2: c is public in tools/laws/modules.txt; take away 'Internal:'"),
                SourceLaws.unmarkedPackages(declarations(), List.of("c", "d")));
    }

    private List<Declaration> declarations() throws IOException {
        return SourceFiles.declarations(top, top);
    }

    private void write(String file, String... lines) throws IOException {
        Path path = top.resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, List.of(lines));
    }
}
