package dev.tick.conformance.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class IdentityMaskTest {
    private static final String ONE = "7ff5575b-5954-4881-b68e-4569d01b0fb8";
    private static final String OTHER = "bad3b8f9-708e-437d-97af-963d8e88c0eb";

    @Test
    void masksTheSameByTheSame() {
        IdentityMask identities = new IdentityMask();
        assertEquals(
                "a 00000000-0000-0000-0000-000000000001, b 00000000-0000-0000-0000-000000000002",
                identities.apply("a " + ONE + ", b " + OTHER));
        assertEquals("/a/00000000-0000-0000-0000-000000000001", identities.apply("/a/" + ONE.toUpperCase(Locale.ROOT)));
        assertEquals(
                "user-1@users.example user-2@users.example user-1@users.example",
                identities.apply("Ann.Lee@contoso.com bob@a.b.example ann.lee%40contoso.com"));
        assertEquals("https://tenant-1.example/x", identities.apply("https://Contoso.onmicrosoft.com/x"));
    }

    /** A response may hold a text of the greatest length. */
    @Test
    void masksBesideALongWord() {
        String word = "x".repeat(1 << 20);
        assertEquals(word + " user-1@users.example", new IdentityMask().apply(word + " ann@contoso.com"));
        assertEquals("user-1@users.example", new IdentityMask().apply(word + "@contoso.com"));
    }

    /** Results that were shared can still be compared with others. */
    @Test
    void changesNothingThatIsCompared() {
        VolatileText volatileText = new VolatileText("0123abcd", URI.create("https://host.example"));
        String text = "createdBy: expected \"" + ONE + "\", got \"" + OTHER + "\"";
        assertEquals(volatileText.replaceIn(text), volatileText.replaceIn(new IdentityMask().apply(text)));
    }
}
