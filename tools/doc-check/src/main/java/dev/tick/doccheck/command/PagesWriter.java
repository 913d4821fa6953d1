package dev.tick.doccheck.command;

import dev.tick.doccheck.known.KnownPages;
import dev.tick.doccheck.known.KnownPagesFile;
import dev.tick.doccheck.page.DocumentationPage;
import dev.tick.doccheck.page.PageFile;
import dev.tick.doccheck.page.UnreadablePageException;
import dev.tick.spec.document.InvalidDocumentException;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.register.Specification;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The renewal of a contract's pages.yaml from pages on the disk; {@code tools/write-pages} calls it. */
public final class PagesWriter {
    private PagesWriter() {}

    /** Takes the contract, the pages (files or folders, with commas between), where relative paths begin, and the document. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int exit = run(List.of(arguments), out);
        if (exit != 0) {
            System.exit(exit);
        }
    }

    static int run(List<String> arguments, PrintStream out) throws IOException {
        if (arguments.size() != 4) {
            out.println("usage: PagesWriter <contract> <pages> <where relative paths begin> <pages.yaml>");
            return DocumentationReport.UNUSABLE;
        }
        Path file = Path.of(arguments.get(3));
        KnownPagesFile.Renewed renewed;
        try {
            Specification specification = Specification.load(Specification.known(arguments.get(0)));
            List<DocumentationPage> pages = new ArrayList<>();
            for (Path place : PageFiles.places(Path.of(arguments.get(2)), arguments.get(1))) {
                for (Path page : PageFiles.below(place)) {
                    pages.add(DocumentationPage.parse(PageFiles.name(place, page), PageFile.read(page)));
                }
            }
            renewed = KnownPagesFile.renewed(
                    LocatedDocument.parse(KnownPages.file(specification.name()), Files.readString(file)),
                    specification,
                    pages);
        } catch (IllegalArgumentException | UnreadablePageException | InvalidDocumentException e) {
            out.println(e.getMessage());
            return DocumentationReport.UNUSABLE;
        }
        Files.writeString(file, renewed.yaml());
        renewed.open().forEach(text -> out.println(file.getFileName() + ":" + text));
        out.println(
                renewed.open().isEmpty()
                        ? "every text has its rows or a reason"
                        : renewed.open().size() + " texts have neither rows nor a reason yet; give them one each");
        return renewed.open().isEmpty() ? DocumentationReport.SAME : DocumentationReport.DRIFTED;
    }
}
