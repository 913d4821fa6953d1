package dev.tick.spec.drift;

import dev.tick.spec.page.DocumentationPage;

/** One thing in which a page and the contract may differ. */
interface Aspect {
    void compare(DocumentationPage page, ContractSide side, Drifts drifts);
}
