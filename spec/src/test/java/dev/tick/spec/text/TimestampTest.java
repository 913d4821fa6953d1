package dev.tick.spec.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimestampTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2030-01-01T00:00:00Z | 2030-01-01T00:00Z",
                "2030-01-01T00:00:00.123456789Z | 2030-01-01T00:00:00.123456789Z",
                "2030-01-01T00:00:00.1234567891Z | 2030-01-01T00:00:00.123456789Z",
                "2030-01-01T00:00:00.00000000099999999999999+02:00 | 2030-01-01T00:00+02:00",
                "2030-01-01T00:00:00.1234567891 | -",
                "2030-02-30T00:00:00.1234567891Z | -",
                "2030-01-01T00:00:00.1234567891ZZ | -",
                "today | -"
            })
    void readsAsManyFractionDigitsAsThereAre(String text, String expected) {
        assertEquals(
                expected, Timestamp.read(text).map(OffsetDateTime::toString).orElse("-"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2030-01-01T00:00:00Z | 2030-01-01T00:00:00Z",
                "2030-01-01T00:00:00.1000000+02:00 | 2030-01-01T00:00:00.1000000+02:00",
                "2030-01-01T00:00:00.12345678Z | 2030-01-01T00:00:00.1234567Z",
                "2030-01-01T00:00:00.9999999999-05:30 | 2030-01-01T00:00:00.9999999-05:30",
                "1.12345678910 | 1.12345678910",
                "2030-02-30T00:00:00.12345678Z | 2030-02-30T00:00:00.12345678Z"
            })
    void cutsTheFractionOfATimestampAlone(String text, String expected) {
        assertEquals(expected, Timestamp.cut(text));
    }
}
