package independent;

import java.util.List;

/** A request as far as it matters to the API; query and contentType are null when absent. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Call(
        String method, String rawPath, String rawQuery, List<String> authorizations, String contentType, byte[] body) {}
