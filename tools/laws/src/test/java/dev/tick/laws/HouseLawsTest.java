package dev.tick.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.laws.api.ApiFiles;
import dev.tick.laws.command.CodeBase;
import dev.tick.laws.source.SourceLaws;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The laws of names and of javadoc hold for the main sources of all modules. */
class HouseLawsTest {
    private final CodeBase code;

    HouseLawsTest() throws IOException {
        code = CodeBase.read(Path.of("../.."));
    }

    @Test
    void noNameOfATopLevelTypeIsUsedTwice() throws IOException {
        assertNone(SourceLaws.repeatedNames(code.declarations()));
    }

    @Test
    void noFirstSentenceParaphrases() throws IOException {
        assertNone(SourceLaws.paraphrases(code.declarations()));
    }

    @Test
    void internalPackagesSaySo() throws IOException {
        List<String> api = code.modules().all().stream()
                .flatMap(module -> module.api().stream())
                .toList();
        assertNone(SourceLaws.unmarkedPackages(code.declarations(), api));
    }

    @Test
    void theApiMentionsNoInternalType() {
        assertNone(new ApiFiles(code.modules(), code.classes()).leaks());
    }

    private static void assertNone(Collection<String> violations) {
        assertEquals("", String.join("\n", violations), violations.size() + " violations");
    }
}
