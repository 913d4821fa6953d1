package dev.tick.laws.source;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Reads the declarations of Java sources, with their javadoc. */
public final class SourceFiles {
    private SourceFiles() {}

    /**
     * Returns the declarations of packages and types, and of members that have javadoc, in the order of the files.
     *
     * @param folder every {@code .java} below it is read; a folder that does not exist has none
     * @param top places are told relative to it
     */
    public static List<Declaration> declarations(Path folder, Path top) throws IOException {
        List<Path> files = javaFiles(folder);
        if (files.isEmpty()) {
            return List.of();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            // Parsing alone: names are not resolved, so no class path is needed.
            JavacTask task = (JavacTask) compiler.getTask(
                    Writer.nullWriter(),
                    manager,
                    null,
                    List.of("-proc:none"),
                    null,
                    manager.getJavaFileObjectsFromPaths(files));
            List<Declaration> found = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                String file = top.toAbsolutePath()
                        .relativize(Path.of(unit.getSourceFile().toUri()))
                        .toString();
                new Scanner(DocTrees.instance(task), unit, file, found).scan(unit, Declaration.Kind.TOP_LEVEL_TYPE);
            }
            return found;
        }
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> below = Files.walk(folder)) {
            return below.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    /** Carries the kind that a type found next would have. */
    private static final class Scanner extends TreePathScanner<Void, Declaration.Kind> {
        private final DocTrees trees;
        private final CompilationUnitTree unit;
        private final String file;
        private final List<Declaration> found;

        Scanner(DocTrees trees, CompilationUnitTree unit, String file, List<Declaration> found) {
            this.trees = trees;
            this.unit = unit;
            this.file = file;
            this.found = found;
        }

        @Override
        public Void visitPackage(PackageTree tree, Declaration.Kind next) {
            if (file.endsWith("package-info.java")) {
                add(tree, Declaration.Kind.PACKAGE, tree.getPackageName().toString());
            }
            return super.visitPackage(tree, next);
        }

        @Override
        public Void visitClass(ClassTree tree, Declaration.Kind next) {
            add(tree, next, tree.getSimpleName().toString());
            return super.visitClass(tree, Declaration.Kind.NESTED_TYPE);
        }

        @Override
        public Void visitMethod(MethodTree tree, Declaration.Kind next) {
            add(tree, Declaration.Kind.MEMBER, tree.getName().toString());
            return super.visitMethod(tree, next);
        }

        @Override
        public Void visitVariable(VariableTree tree, Declaration.Kind next) {
            add(tree, Declaration.Kind.MEMBER, tree.getName().toString());
            return super.visitVariable(tree, next);
        }

        private void add(Tree tree, Declaration.Kind kind, String name) {
            SourcePositions positions = trees.getSourcePositions();
            long line = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
            DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
            Optional<String> sentence = Optional.ofNullable(comment)
                    .map(text -> text.getFirstSentence().stream()
                            .map(Object::toString)
                            .collect(Collectors.joining())
                            .strip())
                    .filter(text -> !text.isEmpty());
            if (kind == Declaration.Kind.MEMBER && sentence.isEmpty()) {
                return;
            }
            found.add(new Declaration(file + ":" + line, kind, name, sentence));
        }
    }
}
