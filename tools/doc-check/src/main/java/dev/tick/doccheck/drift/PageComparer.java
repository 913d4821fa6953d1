package dev.tick.doccheck.drift;

import dev.tick.doccheck.page.DocumentationPage;

/** One thing in which a page and the contract may differ. */
interface PageComparer {
    void compare(DocumentationPage page, DocumentedOperation side, DriftCollector drifts);
}
