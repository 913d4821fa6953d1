package dev.tick.doccheck.known;

/** The reasons why a text of a page binds nobody. */
public enum Reason {
    /** The page's title and description for search engines. */
    FRONT_MATTER,
    /** The heading of a page, a section or a table's columns. */
    HEADING,
    /** A pointer to another page, or to text that the vendor's site includes. */
    LINK,
    /** An offer, or the products and plans that the page belongs to. */
    MARKETING,
    /** A sentence that only announces what follows, such as an example or a table. */
    ANNOUNCEMENT,
    /** A line of an example whose value is invented; its form is compared with the contract. */
    EXAMPLE
}
