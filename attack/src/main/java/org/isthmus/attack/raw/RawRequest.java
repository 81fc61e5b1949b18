package org.isthmus.attack.raw;

/** Writes requests as they are given, right or wrong. */
final class RawRequest {

    static final String BODY = "hello";
    static final String CHUNKS = "5\r\nhello\r\n0\r\n\r\n";

    private RawRequest() {}

    static String of(String firstLine, String... fields) {
        StringBuilder request = new StringBuilder(firstLine).append("\r\n");
        for (String field : fields) {
            request.append(field).append("\r\n");
        }
        return request.append("\r\n").toString();
    }

    static String get(String... fields) {
        return of("GET {path} HTTP/1.1", fields);
    }

    static String post(String... fields) {
        return of("POST {path} HTTP/1.1", withHost(fields));
    }

    static String chunked(String chunks) {
        return post("Transfer-Encoding: chunked") + chunks;
    }

    private static String[] withHost(String... fields) {
        String[] all = new String[fields.length + 1];
        all[0] = "Host: x";
        System.arraycopy(fields, 0, all, 1, fields.length);
        return all;
    }
}
