package dev.tick.reference.todayfourth;

import java.time.Instant;
import java.util.function.Function;

/**
 * One side of a comparison.
 *
 * @param type  the class of its value, null for the literal null
 * @param value its value for an indicator
 */
record FourthOperand(Class<?> type, Function<FourthIndicator, Object> value) {

    static FourthOperand literal(String word, TodayFourthFault fault) {
        if (word.startsWith("'")) {
            String inner = word.substring(1, word.length() - 1);
            String text = fault == TodayFourthFault.DOUBLED_QUOTE_KEPT ? inner : inner.replace("''", "'");
            return new FourthOperand(String.class, one -> text);
        }
        if (word.equals("null")) {
            return new FourthOperand(null, one -> null);
        }
        if (word.equals("true") || word.equals("false")) {
            Boolean flag = Boolean.valueOf(word);
            return new FourthOperand(Boolean.class, one -> flag);
        }
        String plain =
                fault == TodayFourthFault.FILTER_OFFSET_IGNORED ? word.replaceFirst("[+-]\\d\\d:\\d\\d$", "Z") : word;
        Instant time = FourthTimes.parse(plain, TodayFourthFault.NONE);
        return time == null ? null : new FourthOperand(Instant.class, one -> time);
    }

    boolean fits(FourthOperand other) {
        return type == null || other.type == null || type == other.type;
    }
}
