package dev.tick.reference.todayfourth;

/** The operations, and whether a signed-in user may call them. */
enum FourthOperation {
    SUBMIT(true),
    IMPORT(true),
    LIST(true),
    COUNT(true),
    READ(true),
    DELETE(false),
    BATCH_DELETE(false);

    private final boolean forUsers;

    FourthOperation(boolean forUsers) {
        this.forUsers = forUsers;
    }

    boolean forUsers(TodayFourthFault fault) {
        return forUsers || fault == TodayFourthFault.USER_MAY_DELETE && this == DELETE;
    }
}
