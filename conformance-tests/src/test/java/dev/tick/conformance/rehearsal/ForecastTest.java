package dev.tick.conformance.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.conformance.conduct.Rate;
import dev.tick.conformance.exploration.ExplorationSize;
import dev.tick.conformance.proof.Proof;
import dev.tick.conformance.settings.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A run on somebody else's server tells what to expect, and explores less, unless it is told otherwise. */
class ForecastTest {
    private static final Map<String, String> FOREIGN =
            Map.of("target", "https://host.example", "contract", "indicators", "capabilities", "list,delete,import");

    @Test
    void countsALessLongExplorationWhereAPaceIsKept() {
        int whole = Proof.published("indicators").orElseThrow().requests();
        Settings settings = settings(Map.of());
        assertEquals(ExplorationSize.brief(), settings.exploration().size());
        assertEquals(Optional.of(new Forecast(whole - 60, Rate.documented())), Forecast.of(settings));
        Settings standard = settings(Map.of("explore", "standard"));
        assertEquals(ExplorationSize.standard(), standard.exploration().size());
        assertEquals(Optional.of(new Forecast(whole, Rate.documented())), Forecast.of(standard));
    }

    @Test
    void saysNothingWhereNoPaceIsKeptAndOfAPart() {
        assertEquals(Optional.empty(), Forecast.of(settings(Map.of("target", "http://127.0.0.1:1"))));
        assertEquals(Optional.empty(), Forecast.of(settings(Map.of("requirements", "ISU-001"))));
        assertEquals(
                ExplorationSize.standard(),
                settings(Map.of("target", "http://127.0.0.1:1")).exploration().size());
    }

    @Test
    void tellsTheMinutesThatThePaceCosts() {
        assertEquals(
                "At most some 301 requests: 3 min at 100 requests in 60 s; tick plan shows each",
                new Forecast(301, Rate.documented()).sentence());
        assertEquals(1, Rate.documented().minutes(101));
        assertEquals(0, Rate.documented().minutes(100));
    }

    private static Settings settings(Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(FOREIGN);
        properties.putAll(more);
        return Settings.of(properties, Map.of("TICK_TOKEN", "opaque"));
    }
}
