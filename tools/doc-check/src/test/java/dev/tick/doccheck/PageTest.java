package dev.tick.doccheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.doccheck.page.DocumentationPage;
import dev.tick.doccheck.page.Example;
import dev.tick.doccheck.page.Permission;
import dev.tick.doccheck.page.Presence;
import dev.tick.doccheck.page.Property;
import dev.tick.doccheck.page.RequestLine;
import dev.tick.doccheck.page.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Possible values are: \"Red\", \"Green\" and \"Blue\". **Required**",
                "Possible values are: `Red`, `Green`, and `Blue`. With `Black` more is needed.",
                "possible values are: Red, Green, and Blue. **Optional**",
                "Possible values: 'Red', 'Green', 'Blue'",
                "Possible values are **Red**, **Green**, **Blue**. The others are not.",
                "Possible values are:<br>- `Red`<br>- `Green`<br>- `Blue`<br>**Required**",
                "Possible values are:<ul><li>Red</li><li>Green</li><li>Blue</li></ul>",
                "The colour. Allowed values include “Red”, “Green” or “Blue”.",
                "Possible values are \"Red\"; \"Green\"; \"Blue\""
            })
    void readsAListOfValuesHoweverItIsPrinted(String description) {
        assertEquals(List.of("Red", "Green", "Blue"), property(description).values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"**True** if it is, **False** if not.", "The \"Red\" one.", "Its value.", ""})
    void readsNoListWhereNoneIsAnnounced(String description) {
        assertEquals(List.of(), property(description).values());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Its colour. **Required**; REQUIRED",
                "Its colour. **Required**.; REQUIRED",
                "Its colour **required**; REQUIRED",
                "Its colour (required); REQUIRED",
                "Its colour. Required.; REQUIRED",
                "Its colour. **Optional**; OPTIONAL",
                "Its colour. Not required.; OPTIONAL",
                "Required by those who see.; OPTIONAL"
            })
    void readsWhatIsRequired(String description, Presence need) {
        assertEquals(need, property(description).need());
    }

    @Test
    void readsAColumnThatSaysWhatIsRequired() {
        DocumentationPage page =
                page("## Request body", "|Property|Type|Required|", "|---|---|---|", "|a|Int|Yes|", "|b|Int|No|");
        assertEquals(
                List.of(Presence.REQUIRED, Presence.OPTIONAL),
                page.body().facts().stream().map(Property::need).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "This method returns 201 - Created response code.; 201",
                "This method returns 200, Ok response code.; 200",
                "Deleted - 204 OK without content.; 204",
                "It answers with **202** - Accepted.; 202",
                "It answers with `200 OK`.; 200",
                "It answers with status 409.; 409",
                "At most 1,500 Things, or 500 of them, or 15.200 Euro.; ''"
            })
    void readsAStatusAndNoOtherNumber(String sentence, String code) {
        List<Status> statuses = page("## Response", sentence).response().facts();
        assertEquals(
                code, statuses.isEmpty() ? "" : String.valueOf(statuses.get(0).code()));
    }

    @Test
    void readsStatusesOfSeveralSentencesWithTheirLines() {
        DocumentationPage page = page(
                "## Response",
                "",
                "- Done: 200 - OK.",
                "- Not so: 400 - Bad Request.",
                "",
                "Gone: 404 Not Found, 200 OK.");
        assertEquals(
                List.of(new Status(3, 200), new Status(4, 400), new Status(6, 404)),
                page.response().facts());
    }

    @Test
    void readsSeveralRequestLines() {
        DocumentationPage page = page(
                "## HTTP request",
                "```http",
                "GET /api/things/",
                "POST https://a.example/api/things?x=1 HTTP/1.1",
                "or so",
                "```");
        assertEquals(
                List.of(
                        new RequestLine(3, "GET", Optional.empty(), "/api/things"),
                        new RequestLine(4, "POST", Optional.of("https://a.example"), "/api/things")),
                page.request().facts());
    }

    @Test
    void readsPermissionsByTheirHolders() {
        DocumentationPage page = page(
                "## Permissions",
                "Permission type|Permission|Permission display name",
                ":---|:---|:---",
                "Application|Things.Read, Things.Write|'Things'",
                "Delegated (work or school account)|`Things.Read`|'Things'",
                "Guest|Things.Read|'Things'");
        assertEquals(
                List.of(
                        new Permission(4, Permission.Holder.APPLICATION, "Things.Read"),
                        new Permission(4, Permission.Holder.APPLICATION, "Things.Write"),
                        new Permission(5, Permission.Holder.USER, "Things.Read"),
                        new Permission(6, Permission.Holder.OTHER, "Things.Read")),
                page.permissions().facts());
    }

    @Test
    void readsAMessageWithOrWithoutAnEmptyLine() {
        Example expected = new Example.Response(
                4, Optional.of(200), Map.of("content-type", "application/json"), new Example.Body(6, "{}"));
        assertEquals(
                List.of(expected),
                page("## Example", "", "```", "HTTP/1.1 200 OK", "Content-type: application/json", "{}", "```")
                        .examples()
                        .facts());
        assertEquals(
                new Example.Body(7, "{}"),
                page("## Example", "", "```", "HTTP/1.1 200 OK", "Content-type: application/json", "", "{}", "```")
                        .examples()
                        .facts()
                        .get(0)
                        .body());
    }

    @Test
    void joinsARequestThatStandsInTwoFences() {
        DocumentationPage page = page(
                "## Examples",
                "### Response",
                "```http",
                "POST /api/things",
                "```",
                "```json",
                "{}",
                "```",
                "A response:",
                "```json",
                "[]",
                "```");
        assertEquals(2, page.examples().facts().size());
        assertEquals(
                new Example.Request(
                        7,
                        Optional.of(new RequestLine(4, "POST", Optional.empty(), "/api/things")),
                        Map.of(),
                        new Example.Body(7, "{}")),
                page.examples().facts().get(0));
        assertEquals(
                new Example.Response(11, Optional.empty(), Map.of(), new Example.Body(11, "[]")),
                page.examples().facts().get(1));
    }

    @Test
    void takesAResponseBelowAnExampleForPartOfIt() {
        DocumentationPage page = page(
                "## Response", "200 OK", "## Example", "### Response", "404 Not Found", "## Response", "202 Accepted");
        assertEquals(
                List.of(new Status(2, 200), new Status(7, 202)), page.response().facts());
        assertEquals(1, page.response().line());
    }

    @Test
    void readsNothingFromWhatIsNoPage() {
        for (String text :
                List.of("", "\u0000\u0001\uFFFF", "{\"a\": 1}", "---\n---\n", "|||\n|---|\n", "```\nPOST /x")) {
            DocumentationPage page = DocumentationPage.parse("x.md", text);
            assertTrue(page.request().isMissing(), text);
            assertTrue(page.body().isMissing(), text);
            assertEquals(List.of(), page.examples().facts());
        }
    }

    /** A page of a megabyte that nests as deep as it is long, or repeats what a pattern may try in many ways. */
    @ParameterizedTest
    @ValueSource(strings = {"> ", "* ", "[", "**a", "`", "|", "## Response\n1", "\"a\", ", " and "})
    void readsAPageOfAnyShapeInTime(String part) {
        String text = "## Request body\n\n|a|Description|\n|---|---|\n|x|Possible values are: "
                + part.repeat((1 << 16) / part.length());
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> DocumentationPage.parse("x.md", text));
    }

    private static Property property(String description) {
        return page("## Request body", "Parameter|Type|Description", ":---|:---|:---", "`colour`|Enum|" + description)
                .body()
                .facts()
                .get(0);
    }

    private static DocumentationPage page(String... lines) {
        return DocumentationPage.parse("x.md", String.join("\n", lines) + "\n");
    }
}
