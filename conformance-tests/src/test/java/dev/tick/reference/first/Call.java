package dev.tick.reference.first;

import java.util.List;

/** A request as far as it matters to the API; query and contentType are null when absent. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Call(
        String method, String rawPath, String rawQuery, List<String> authorizations, String contentType, byte[] body) {}
