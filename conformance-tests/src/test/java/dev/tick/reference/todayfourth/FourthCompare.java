package dev.tick.reference.todayfourth;

/** Compares two values as OData does: null is equal to null alone, and neither less nor greater. */
final class FourthCompare {
    private FourthCompare() {}

    static boolean holds(String operator, Object left, Object right, TodayFourthFault fault) {
        if (left == null || right == null) {
            boolean same = left == right;
            boolean oneValue = left != null || right != null;
            if (fault == TodayFourthFault.NE_LEAVES_OUT_NULLS && oneValue && left == null) {
                return false;
            }
            return operator.equals("eq") && same || operator.equals("ne") && !same;
        }
        int order = order(left, right);
        return switch (operator) {
            case "eq" -> order == 0;
            case "ne" -> order != 0;
            case "gt" -> order > 0;
            case "ge" -> order >= 0;
            case "lt" -> order < 0;
            case "le" -> order <= 0;
            default -> throw FourthProblem.query("The operator '" + operator + "' is unknown.");
        };
    }

    private static int order(Object left, Object right) {
        if (left instanceof java.time.Instant time && right instanceof java.time.Instant other) {
            return time.compareTo(other);
        }
        if (left instanceof Boolean flag && right instanceof Boolean other) {
            return flag.compareTo(other);
        }
        if (left instanceof String text && right instanceof String other) {
            return text.compareTo(other);
        }
        throw FourthProblem.query("The types of a comparison are not compatible.");
    }

    static boolean matches(String function, Object whole, Object part) {
        if (!(whole instanceof String text) || !(part instanceof String piece)) {
            return false;
        }
        return switch (function) {
            case "contains" -> text.contains(piece);
            case "startswith" -> text.startsWith(piece);
            default -> text.endsWith(piece);
        };
    }
}
