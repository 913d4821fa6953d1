package dev.tick.reference.todayfourth;

/**
 * Who calls.
 *
 * @param appId the application
 * @param name  the display name of the application or user
 * @param user  the user's sign-in name, null for an application
 * @param wide  whether the caller holds the tenant-wide role
 */
record FourthCaller(String appId, String name, String user, boolean wide) {

    /** The identity that stands in {@code createdBy}. */
    String identity() {
        return user == null ? appId : user;
    }

    String sourceType() {
        return user == null ? "AadApp" : "User";
    }

    boolean sees(FourthIndicator indicator) {
        return wide || indicator.owner.equals(appId);
    }
}
