package dev.tick.spec.validation;

/** An IPv4 address in its usual form: four numbers up to 255, without zeros before them. */
final class PlainAddress {
    private static final int PARTS = 4;
    private static final int LARGEST = 255;

    private PlainAddress() {}

    /** Returns whether a text is one. */
    static boolean is(String text) {
        int parts = 1;
        int digits = 0;
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '.') {
                if (digits == 0) {
                    return false;
                }
                parts++;
                digits = 0;
                number = 0;
            } else if (character < '0' || character > '9' || (digits > 0 && number == 0)) {
                return false;
            } else {
                digits++;
                number = number * 10 + character - '0';
                if (number > LARGEST) {
                    return false;
                }
            }
        }
        return parts == PARTS && digits > 0;
    }
}
