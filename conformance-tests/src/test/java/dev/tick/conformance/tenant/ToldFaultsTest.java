package dev.tick.conformance.tenant;

import dev.tick.conformance.cleaning.FaultsUnderWayTest;
import org.junit.jupiter.api.Test;

/** The page of faults and the tests of faults have the same ones. */
class ToldFaultsTest {
    @Test
    void eachFaultOfThePageIsTested() {
        ToldFaults.assertEachIsTested(FaultsUnderWayTest.class, TokenFaultsUnderWayTest.class);
    }
}
