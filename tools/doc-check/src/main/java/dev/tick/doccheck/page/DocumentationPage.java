package dev.tick.doccheck.page;

import java.util.List;
import java.util.stream.Stream;

/**
 * A page of the vendor's documentation: the facts it states about an operation.
 *
 * @param file the name used in messages
 * @param title from the front matter; empty when the page has none
 * @param date of the edition, as the front matter writes it; empty when the page has none
 * @param request under which method and URL the operation is served
 * @param permissions one of which a caller needs
 * @param headers of the request
 * @param body the properties of the request's JSON object; no facts where it is said to be empty
 * @param response the statuses that the text speaks of
 * @param examples of requests and responses
 * @param properties of the entity that the page is about
 * @param representation the example of that entity
 * @param tableStatuses the statuses in the columns of tables that list them
 * @param texts every sentence, heading, cell and line of code, in the order of the page
 */
public record DocumentationPage(
        String file,
        String title,
        String date,
        Section<RequestLine> request,
        Section<Permission> permissions,
        Section<HeaderRow> headers,
        Section<Property> body,
        Section<Status> response,
        Section<Example> examples,
        Section<Property> properties,
        Section<Example> representation,
        List<Status> tableStatuses,
        List<TextUnit> texts) {
    /** Copies the lists. */
    public DocumentationPage {
        tableStatuses = List.copyOf(tableStatuses);
        texts = List.copyOf(texts);
    }

    /** Returns the statuses that the page speaks of: in the text about the response, or in a table. */
    public List<Status> statuses() {
        return Stream.concat(response.facts().stream(), tableStatuses.stream()).toList();
    }

    /**
     * Reads a page. Any text is accepted; what the page lacks is empty or missing in the record.
     *
     * @param file the name used in messages
     * @param markdown the text of the page
     */
    public static DocumentationPage parse(String file, String markdown) {
        return new PageReader(file, markdown).read();
    }
}
