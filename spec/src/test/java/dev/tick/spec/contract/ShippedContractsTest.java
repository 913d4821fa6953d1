package dev.tick.spec.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.register.Specification;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is not put through swagger-parser when it is loaded is put through it here. */
class ShippedContractsTest {
    @Test
    void areThoseThatTheKitNames() {
        assertEquals(Set.copyOf(Specification.names()), Contract.SHIPPED);
    }

    @Test
    void passSwaggerParserAndAreReadAsOthersAre() {
        for (String name : Contract.SHIPPED) {
            Contract linted = new ContractReader(LocatedDocument.load("contracts/" + name + "/openapi.yaml")).read();
            Contract loaded = Contract.load(name);
            assertEquals(linted.operations(), loaded.operations());
            assertEquals(linted.source().root(), loaded.source().root());
            assertEquals(linted.resource(), loaded.resource());
            assertEquals(linted.tokens(), loaded.tokens());
        }
    }
}
