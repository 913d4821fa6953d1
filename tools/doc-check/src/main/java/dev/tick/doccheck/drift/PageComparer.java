package dev.tick.doccheck.drift;

import dev.tick.doccheck.page.DocumentationPage;

/** A comparison of one part of a page with the contract. */
interface PageComparer {
    void compare(DocumentationPage page, DocumentedOperation documented, DriftCollector drifts);
}
